package dev.kept.local.states;

import com.dashjoin.jsonata.Jsonata;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries JSON over the border to JSONata, where null and "nothing" are two things, and back. */
final class Plain {
    /** Below this, a number without a fraction is written without one, as in JavaScript. */
    private static final double EXACT = 1L << 53;

    private Plain() {}

    /** A copy in which JSON's null is JSONata's. */
    static Object toJsonata(@Nullable Object value) {
        if (value == null) {
            return Jsonata.NULL_VALUE;
        }
        if (value instanceof List<?> list) {
            var copy = new ArrayList<Object>(list.size());
            list.forEach(member -> copy.add(toJsonata(member)));
            return copy;
        }
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<String, Object>();
            map.forEach((name, member) -> copy.put(String.valueOf(name), toJsonata(member)));
            return copy;
        }
        return value;
    }

    /** The JSON of what an expression gave; a function or a pattern is none. */
    static @Nullable Object fromJsonata(@Nullable Object value) {
        if (value == null || value == Jsonata.NULL_VALUE) {
            return null;
        }
        if (value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof List<?> list) {
            var copy = new ArrayList<@Nullable Object>();
            for (var member : list) {
                copy.add(fromJsonata(member));
            }
            return copy;
        }
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<String, @Nullable Object>();
            map.forEach((name, member) -> copy.put(String.valueOf(name), fromJsonata(member)));
            return copy;
        }
        throw new IllegalArgumentException("a function or a pattern is not JSON");
    }

    private static Number number(Number number) {
        if (number instanceof BigInteger || number instanceof BigDecimal || number instanceof Integer) {
            return number;
        }
        double value = number.doubleValue();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("a number without end is not JSON");
        }
        long whole = number.longValue();
        if (value != whole || Math.abs(value) > EXACT) {
            return number;
        }
        if (whole == (int) whole) {
            return (int) whole;
        }
        return whole;
    }
}
