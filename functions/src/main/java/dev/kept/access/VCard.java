package dev.kept.access;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A person's contact data as a vCard 4.0 (RFC 6350), which every address book takes in. */
final class VCard {
    /** The longest line, in octets, without its end. */
    private static final int LINE = 75;
    /** The fields of which a card shows every value; of all others the last. */
    private static final Set<String> MANY = Set.of("email", "phone");

    private final Map<String, Set<String>> values = new LinkedHashMap<>();

    /** Takes in the fields of a record, by the common names of the forms; the latest record comes last. */
    void add(Map<String, String> fields) {
        fields.forEach((name, value) -> {
            var known = values.computeIfAbsent(name, made -> new LinkedHashSet<>());
            if (!MANY.contains(name)) {
                known.clear();
            }
            known.add(value);
        });
    }

    /** The card; empty where there is nothing that it could show. */
    Optional<String> text() {
        var name = first("name").or(() -> join(first("firstName"), first("lastName")));
        var shown = name.or(() -> first("email")).or(() -> first("phone"));
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        var lines = new ArrayList<String>();
        lines.add("BEGIN:VCARD");
        lines.add("VERSION:4.0");
        lines.add("FN:" + escaped(shown.get()));
        if (first("firstName").isPresent() || first("lastName").isPresent()) {
            lines.add("N:" + part("lastName") + ";" + part("firstName") + ";;;");
        }
        all("email").forEach(address -> lines.add("EMAIL:" + escaped(address)));
        all("phone").forEach(number -> lines.add("TEL;VALUE=text:" + escaped(number)));
        if (Stream.of("address", "city", "postalCode", "country").anyMatch(values::containsKey)) {
            lines.add("ADR:;;" + part("address") + ";" + part("city") + ";;" + part("postalCode") + ";"
                    + part("country"));
        }
        first("company").ifPresent(company -> lines.add("ORG:" + escaped(company)));
        lines.add("END:VCARD");
        return Optional.of(String.join("", lines.stream().map(VCard::folded).toList()));
    }

    private Set<String> all(String name) {
        return values.getOrDefault(name, Set.of());
    }

    private Optional<String> first(String name) {
        return all(name).stream().filter(value -> !value.isBlank()).findFirst();
    }

    private String part(String name) {
        return first(name).map(VCard::escaped).orElse("");
    }

    private static Optional<String> join(Optional<String> one, Optional<String> other) {
        var both = Stream.of(one, other).flatMap(Optional::stream).toList();
        return both.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", both));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(",", "\\,")
                .replace(";", "\\;")
                .replaceAll("\\R", "\\\\n");
    }

    /** A long line goes on in the next one, after a space; no character is cut. */
    private static String folded(String line) {
        var folded = new StringBuilder();
        var octets = 0;
        for (var point : line.codePoints().toArray()) {
            var character = Character.toString(point);
            var size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LINE) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(character);
            octets += size;
        }
        return folded.append("\r\n").toString();
    }

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "VCard" + List.copyOf(values.keySet());
    }
}
