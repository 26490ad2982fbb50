package dev.kept.items;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Makes and reads attribute values. Instants are stored as ISO 8601 text, which sorts as time does. */
public final class Items {
    private Items() {}

    public static AttributeValue s(String text) {
        return AttributeValue.fromS(text);
    }

    public static AttributeValue s(Instant instant) {
        return AttributeValue.fromS(instant.toString());
    }

    public static AttributeValue n(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    public static AttributeValue b(byte[] bytes) {
        return AttributeValue.fromB(SdkBytes.fromByteArray(bytes));
    }

    /** The text of an attribute that has to be there. */
    public static String text(Map<String, AttributeValue> item, String name) {
        return find(item, name).orElseThrow(() -> new IllegalStateException("an item lacks its attribute " + name));
    }

    public static Optional<String> find(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
    }

    public static Instant instant(Map<String, AttributeValue> item, String name) {
        return Instant.parse(text(item, name));
    }

    /** The number of an attribute, 0 when it is absent. */
    public static long number(Map<String, AttributeValue> item, String name) {
        var value = item.get(name);
        return value == null ? 0 : Long.parseLong(value.n());
    }

    /** The texts of a list, none when it is absent. */
    public static List<String> texts(Map<String, AttributeValue> item, String name) {
        var value = item.get(name);
        return value == null
                ? List.of()
                : value.l().stream().map(AttributeValue::s).toList();
    }

    public static AttributeValue texts(List<String> texts) {
        return AttributeValue.fromL(texts.stream().map(AttributeValue::fromS).toList());
    }

    public static byte[] bytes(Map<String, AttributeValue> item, String name) {
        var value = item.get(name);
        if (value == null) {
            throw new IllegalStateException("an item lacks its attribute " + name);
        }
        return value.b().asByteArray();
    }
}
