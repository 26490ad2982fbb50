package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.http.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Somebody in a scenario: registers, orders, asks, confirms, follows, downloads. */
final class Person {
    private final Town town;
    private final String address;
    private String phone = "";
    private String kind = "access";
    private Map<String, Object> also = Map.of();
    private Map<String, Object> details = Map.of();
    private String name = "Marie Curie";
    private String requestId = "";
    private String followToken = "";

    Person(Town town) {
        this(town, town.newAddress());
    }

    Person(Town town, String address) {
        this.town = town;
        this.address = address;
    }

    /** Somebody who gave her telephone number too, and asks under it. */
    static Person known(Town town, String phone) {
        var person = new Person(town);
        person.phone = phone;
        return person;
    }

    /** Somebody who registers under that name, with a telephone number. */
    static Person registeredAs(Town town, String name, String phone) {
        var person = known(town, phone);
        person.name = name;
        person.registers();
        // she asks under her address
        person.phone = "";
        return person;
    }

    String address() {
        return address;
    }

    String requestId() {
        return requestId;
    }

    String followToken() {
        return followToken;
    }

    Person registers() {
        return registers(Map.of());
    }

    /** Registers and lets the newsletter be sent to her. */
    Person registersAndSubscribes() {
        return registers(Map.of("newsletter", true));
    }

    /** Registers with more fields than she has to. */
    Person registersWith(Map<String, Object> more) {
        also = more;
        return registers();
    }

    private Person registers(Map<String, Object> consents) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", name);
        fields.put("email", address);
        fields.put("company", "Institut du Radium");
        if (!phone.isEmpty()) {
            fields.put("phone", phone);
        }
        fields.putAll(also);
        var answered = town.client().post("/forms/register", Map.of("fields", fields, "consents", consents));
        assertEquals(201, answered.status(), answered.toString());
        return this;
    }

    Person orders() {
        var answered = town.client().post("/forms/order", Map.of("fields", order(), "consents", Map.of()));
        assertEquals(201, answered.status(), answered.toString());
        return this;
    }

    Map<String, Object> order() {
        var fields = new LinkedHashMap<String, Object>();
        var form = Json.list(town.client().get("/policy").json(), "forms").stream()
                .map(tree -> (Map<?, ?>) tree)
                .filter(tree -> "order".equals(tree.get("name")))
                .findFirst()
                .orElseThrow();
        for (var one : (List<?>) form.get("fields")) {
            var field = (Map<?, ?>) one;
            if (Boolean.TRUE.equals(field.get("required"))) {
                fields.put(String.valueOf(field.get("name")), sample(field));
            }
        }
        return fields;
    }

    private String sample(Map<?, ?> field) {
        return switch (String.valueOf(field.get("type"))) {
            case "email" -> address;
            case "phone" -> "+33 1 44 27 30 00";
            case "country" -> "FR";
            case "number" -> "3";
            case "digits" -> "4242";
            case "choice" -> {
                var first = ((List<?>) field.get("choices")).get(0);
                yield first instanceof Map<?, ?> choice ? String.valueOf(choice.get("value")) : String.valueOf(first);
            }
            default -> "11 rue Pierre et Marie Curie";
        };
    }

    /** Asks for her data, by the address that she registered. */
    Person asks() {
        var answered = town.client().post("/requests", request());
        assertEquals(202, answered.status(), answered.toString());
        return knows(answered);
    }

    /** Asks for her data to be deleted. */
    Person asksForDeletion() {
        kind = "deletion";
        details = Map.of();
        return asks();
    }

    /** Asks to take her data along. */
    Person asksToTakeAlong() {
        kind = "portability";
        details = Map.of();
        return asks();
    }

    /** Asks for her data to be restricted. */
    Person asksForRestriction() {
        kind = "restriction";
        details = Map.of();
        return asks();
    }

    /** Objects to these purposes; to everything where she names none. */
    Person objectsTo(String... purposes) {
        kind = "objection";
        details = Map.of("purposes", List.of(purposes));
        return asks();
    }

    /** Asks for fields of hers to be corrected. */
    Person proposes(Map<String, Object> fields) {
        return corrects(fields).asks();
    }

    /** What she asks for from now on is that fields of hers are corrected. */
    Person corrects(Map<String, Object> fields) {
        kind = "correction";
        details = Map.of("fields", fields);
        return this;
    }

    /** Asks for her data. */
    Person asksForAccess() {
        kind = "access";
        details = Map.of();
        return asks();
    }

    /** What she posts who asks for her data to be deleted. */
    Map<String, Object> deletion() {
        kind = "deletion";
        return request();
    }

    Map<String, Object> request() {
        var identifier =
                phone.isEmpty() ? Map.of("type", "email", "value", address) : Map.of("type", "phone", "value", phone);
        return Map.of("kind", kind, "identifier", identifier, "language", "fr", "details", details);
    }

    Person knows(Answered answered) {
        requestId = answered.text("requestId");
        followToken = answered.text("followToken");
        return this;
    }

    Person confirms() {
        var answered = town.client()
                .post(
                        "/requests/" + requestId + "/confirmation",
                        Map.of("token", town.lastMailTo(address).token("/confirmation")));
        assertEquals(204, answered.status(), answered.toString());
        town.advance("PT0S");
        return this;
    }

    Person withdraws() {
        var answered = town.client().post("/requests/" + requestId + "/withdrawal", Map.of("token", followToken));
        assertEquals(204, answered.status(), answered.toString());
        town.advance("PT0S");
        return this;
    }

    Map<String, Object> follows() {
        town.advance("PT0S");
        var answered = town.client().get("/requests/" + requestId, "Authorization", "Bearer " + followToken);
        assertEquals(200, answered.status(), answered.toString());
        return answered.json();
    }

    String state() {
        return Json.string(follows(), "state");
    }

    List<String> steps() {
        return Json.list(follows(), "steps").stream()
                .map(step -> String.valueOf(((Map<?, ?>) step).get("step")))
                .toList();
    }

    /** The package, through the link that was sent to her. */
    byte[] downloads() {
        town.advance("PT0S");
        var path = "/answers/" + requestId;
        var token = town.mailTo(address).stream()
                .filter(mail -> mail.links().stream().anyMatch(link -> link.contains(path)))
                // a message that was sent again replaces the link of the one before
                .reduce((before, after) -> after)
                .orElseThrow()
                .token(path);
        var answered = town.client().post("/answers/" + requestId, Map.of("token", token));
        assertEquals(200, answered.status(), answered.toString());
        var zip = town.client().get(answered.text("url"));
        assertEquals(200, zip.status());
        return zip.bytes();
    }
}
