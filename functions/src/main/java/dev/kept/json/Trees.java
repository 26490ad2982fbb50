package dev.kept.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Maps, lists, strings, numbers, booleans and nulls from JSON and to it, straight over Jackson's streams: whatever binds
 * to classes, even to these few, costs a cold start its own classes first.
 */
public final class Trees {
    private static final JsonFactory STREAMS = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Trees() {}

    /**
     * Reads one value, and nothing after it.
     *
     * @throws IOException when the text is not JSON, or an object has a name twice
     */
    public static @Nullable Object read(String text) throws IOException {
        try (var parser = STREAMS.createParser(text)) {
            return whole(parser);
        }
    }

    /** As {@link #read(String)}, from bytes in UTF-8. */
    public static @Nullable Object read(InputStream stream) throws IOException {
        try (var parser = STREAMS.createParser(stream)) {
            return whole(parser);
        }
    }

    /** Compact JSON, members in the order of the maps. */
    public static String write(@Nullable Object tree) {
        var text = new StringWriter();
        try (var generator = STREAMS.createGenerator(text)) {
            write(tree, generator);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static @Nullable Object whole(JsonParser parser) throws IOException {
        if (parser.nextToken() == null) {
            throw new JsonParseException(parser, "there is nothing");
        }
        var value = value(parser);
        if (parser.nextToken() != null) {
            throw new JsonParseException(parser, "something follows the value");
        }
        return value;
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new JsonParseException(parser, "no value can stand here");
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        var members = new LinkedHashMap<String, @Nullable Object>();
        for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            members.put(name, value(parser));
        }
        return members;
    }

    private static List<@Nullable Object> list(JsonParser parser) throws IOException {
        var values = new ArrayList<@Nullable Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return values;
    }

    private static void write(@Nullable Object tree, JsonGenerator generator) throws IOException {
        if (tree == null) {
            generator.writeNull();
        } else if (tree instanceof String || tree instanceof Enum<?>) {
            generator.writeString(tree.toString());
        } else if (tree instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else if (tree instanceof Number number) {
            write(number, generator);
        } else if (tree instanceof Map<?, ?> members) {
            generator.writeStartObject();
            for (var member : members.entrySet()) {
                generator.writeFieldName(String.valueOf(member.getKey()));
                write(member.getValue(), generator);
            }
            generator.writeEndObject();
        } else if (tree instanceof Iterable<?> values) {
            generator.writeStartArray();
            for (var value : values) {
                write(value, generator);
            }
            generator.writeEndArray();
        } else {
            throw new IllegalArgumentException("There is no JSON for " + tree.getClass());
        }
    }

    private static void write(Number number, JsonGenerator generator) throws IOException {
        if (number instanceof BigDecimal decimal) {
            generator.writeNumber(decimal);
        } else if (number instanceof BigInteger large) {
            generator.writeNumber(large);
        } else if (number instanceof Double || number instanceof Float) {
            generator.writeNumber(number.doubleValue());
        } else {
            generator.writeNumber(number.longValue());
        }
    }
}
