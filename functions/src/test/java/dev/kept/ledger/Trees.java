package dev.kept.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Random trees of JSON, with the characters that are easiest to get wrong. */
final class Trees {
    private static final String[] PIECES = {
        "a", "B", "1", "\"", "\\", "/", "\n", "\u0000", "\u001f", "\u007f", "\u0080", "é", "€", "\u2028", "\ufb33", "😀"
    };

    private Trees() {}

    static Map<String, Object> object(Random random, int depth) {
        var object = new LinkedHashMap<String, Object>();
        for (var size = random.nextInt(6); size > 0; size--) {
            object.put(text(random), value(random, depth));
        }
        return object;
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 5 : 3)) {
            case 0 -> text(random);
            case 1 -> random.nextLong() >> 11;
            case 2 -> random.nextBoolean();
            case 3 -> object(random, depth - 1);
            default -> {
                var list = new ArrayList<Object>();
                for (var size = random.nextInt(4); size > 0; size--) {
                    list.add(value(random, depth - 1));
                }
                yield list;
            }
        };
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (var size = random.nextInt(5); size > 0; size--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
