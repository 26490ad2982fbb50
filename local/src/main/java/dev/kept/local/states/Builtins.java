package dev.kept.local.states;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import dev.kept.local.time.Agenda;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The functions that Step Functions adds to JSONata, and those that must take time and chance from the agenda. */
final class Builtins {
    private static final Set<String> ALGORITHMS = Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");
    private static final int LONGEST_RANGE = 1_000_000;

    private final Agenda agenda;
    private final Map<String, Jsonata.JFunction> functions = new LinkedHashMap<>();

    /** Made once for all evaluations: reading a function's signature takes longer than most expressions. */
    Builtins(Agenda agenda) {
        this.agenda = agenda;
        add("millis", Jsonata.function("millis", (Jsonata.Fn0<Object>) this::millis, "<:n>"));
        add("now", Jsonata.function("now", (Jsonata.Fn2<String, String, Object>) this::now, "<s?s?:s>"));
        add("uuid", Jsonata.function("uuid", (Jsonata.Fn0<Object>) () -> uuid(agenda.random()), "<:s>"));
        add("random", Jsonata.function("random", (Jsonata.Fn1<Object, Object>) this::random, "<x?:n>"));
        add("shuffle", Jsonata.function("shuffle", (Jsonata.Fn1<List<Object>, Object>) this::shuffle, "<a:a>"));
        add(
                "partition",
                Jsonata.function(
                        "partition", (Jsonata.Fn2<List<Object>, Number, Object>) Builtins::partition, "<an:a>"));
        add(
                "range",
                Jsonata.function("range", (Jsonata.Fn3<Number, Number, Number, Object>) Builtins::range, "<nnn:a>"));
        add("hash", Jsonata.function("hash", (Jsonata.Fn2<Object, String, Object>) Builtins::hash, "<xs:s>"));
        add("parse", Jsonata.function("parse", (Jsonata.Fn1<String, Object>) Builtins::parse, "<s:x>"));
    }

    void bindTo(Jsonata.Frame frame) {
        frame.bind("eval", (@Nullable Object) null);
        functions.forEach(frame::bind);
    }

    private void add(String name, Jsonata.JFunction function) {
        functions.put(name, function);
    }

    static String uuid(Random random) {
        long most = (random.nextLong() & ~0xF000L) | 0x4000L;
        long least = (random.nextLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(most, least).toString();
    }

    private Object millis() {
        return agenda.clock().millis();
    }

    private Object now(@Nullable String picture, @Nullable String zone) {
        return Functions.dateTimeFromMillis(agenda.clock().millis(), picture, zone);
    }

    private Object random(@Nullable Object seed) {
        var random = seed == null
                ? agenda.random()
                : new Random(Json.write(Plain.fromJsonata(seed)).hashCode());
        return random.nextDouble();
    }

    private Object shuffle(List<Object> items) {
        var copy = new ArrayList<>(items);
        Collections.shuffle(copy, agenda.random());
        return copy;
    }

    private static Object partition(List<Object> items, Number size) {
        int length = whole(size, "partition");
        if (length < 1) {
            throw refused("The second argument of $partition must be a positive whole number");
        }
        var parts = new ArrayList<Object>();
        for (int from = 0; from < items.size(); from += length) {
            parts.add(new ArrayList<>(items.subList(from, Math.min(from + length, items.size()))));
        }
        return parts;
    }

    private static Object range(Number first, Number last, Number step) {
        int from = whole(first, "range");
        int to = whole(last, "range");
        int by = whole(step, "range");
        if (by == 0 || Math.abs(((long) to - from) / by) >= LONGEST_RANGE) {
            throw refused("The third argument of $range must not be zero, nor give more than a million members");
        }
        var numbers = new ArrayList<Object>();
        for (long number = from; by > 0 ? number <= to : number >= to; number += by) {
            numbers.add((int) number);
        }
        return numbers;
    }

    private static Object hash(Object content, String algorithm) {
        if (!ALGORITHMS.contains(algorithm)) {
            throw refused("The second argument of $hash must be one of MD5, SHA-1, SHA-256, SHA-384, SHA-512");
        }
        var text = content instanceof String string ? string : Json.write(Plain.fromJsonata(content));
        try {
            var digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Object parse(String text) {
        try {
            return Plain.toJsonata(Json.read(text));
        } catch (Json.NotJson notJson) {
            throw refused("The argument of $parse is not JSON: " + notJson.reason());
        }
    }

    private static int whole(Number number, String function) {
        if (number.doubleValue() != number.intValue()) {
            throw refused("The arguments of $" + function + " must be whole numbers");
        }
        return number.intValue();
    }

    private static JException refused(String sentence) {
        return new JException(sentence, -1);
    }
}
