package dev.kept.local.aws;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** AWS Query: a form whose parameter Action names the operation, answered in XML. */
record QueryProtocol(Map<String, Object> parameters) implements Protocol {
    static QueryProtocol of(byte[] form) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (String pair : new String(form, StandardCharsets.UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return new QueryProtocol(parameters);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String contentType() {
        return "text/xml";
    }

    @Override
    public String operation() {
        return String.valueOf(parameters.get("Action"));
    }

    @Override
    public Call call() {
        return new Call(parameters);
    }

    @Override
    public byte[] answer(Map<String, Object> result) {
        String name = operation();
        StringBuilder xml = new StringBuilder();
        xml.append('<').append(name).append("Response><").append(name).append("Result>");
        result.forEach((key, value) -> xml.append(element(key, String.valueOf(value))));
        xml.append("</").append(name).append("Result><ResponseMetadata>");
        xml.append(element("RequestId", UUID.randomUUID().toString()));
        xml.append("</ResponseMetadata></").append(name).append("Response>");
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] fault(AwsFault fault) {
        String xml = "<ErrorResponse><Error>"
                + element("Type", fault.status() < 500 ? "Sender" : "Receiver")
                + element("Code", fault.code())
                + element("Message", String.valueOf(fault.getMessage()))
                + "</Error>"
                + element("RequestId", UUID.randomUUID().toString())
                + "</ErrorResponse>";
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    private static String element(String name, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<" + name + ">" + escaped + "</" + name + ">";
    }
}
