package dev.kept.system;

import dev.kept.http.Json;
import java.util.Base64;
import java.util.LinkedHashMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An attribute of any type as a text that a person can read. */
final class AttributeText {
    private AttributeText() {}

    static String of(AttributeValue value) {
        var plain = plain(value);
        return plain instanceof String text ? text : Json.text(plain);
    }

    private static Object plain(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s();
            case N -> value.n();
            case BOOL -> value.bool().toString();
            case NUL -> "";
            case B -> Base64.getEncoder().encodeToString(value.b().asByteArray());
            case SS -> value.ss();
            case NS -> value.ns();
            case BS ->
                value.bs().stream()
                        .map(bytes -> Base64.getEncoder().encodeToString(bytes.asByteArray()))
                        .toList();
            case L -> value.l().stream().map(AttributeText::plain).toList();
            case M -> {
                var members = new LinkedHashMap<String, Object>();
                value.m().forEach((name, member) -> members.put(name, plain(member)));
                yield members;
            }
            case UNKNOWN_TO_SDK_VERSION -> value.toString();
        };
    }
}
