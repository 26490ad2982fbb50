package dev.kept.local.states;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A field's value with expressions in it, at any depth, each replaced by its result. */
sealed interface Template {
    @Nullable
    Object evaluate(Scope scope);

    /** The fault of a value that the field does not take. */
    StateFailed unexpected(String field, String expected, @Nullable Object value);

    /** A value without expressions, copied out each time. */
    record Literal(@Nullable Object value) implements Template {
        @Override
        public @Nullable Object evaluate(Scope scope) {
            return value;
        }

        @Override
        public StateFailed unexpected(String field, String expected, @Nullable Object got) {
            return StateFailed.query("The field '" + field + "' must be " + expected + ".", field);
        }
    }

    /** A string that is an expression. */
    record Computed(Expression expression) implements Template {
        @Override
        public @Nullable Object evaluate(Scope scope) {
            return expression.evaluate(scope);
        }

        @Override
        public StateFailed unexpected(String field, String expected, @Nullable Object got) {
            return expression.failed("returned an unexpected result type. Expected " + expected + ", but was '"
                    + kind(got) + "' for value: " + Json.write(got));
        }
    }

    /** An object. */
    record OfObject(Map<String, Template> members) implements Template {
        @Override
        public Object evaluate(Scope scope) {
            var object = new LinkedHashMap<String, @Nullable Object>();
            members.forEach((name, member) -> object.put(name, member.evaluate(scope)));
            return object;
        }

        @Override
        public StateFailed unexpected(String field, String expected, @Nullable Object got) {
            return new Literal(got).unexpected(field, expected, got);
        }
    }

    /** An array. */
    record OfArray(List<Template> members) implements Template {
        @Override
        public Object evaluate(Scope scope) {
            var array = new ArrayList<@Nullable Object>();
            for (var member : members) {
                array.add(member.evaluate(scope));
            }
            return array;
        }

        @Override
        public StateFailed unexpected(String field, String expected, @Nullable Object got) {
            return new Literal(got).unexpected(field, expected, got);
        }
    }

    default int whole(Scope scope, String field, int least, int most) {
        var value = evaluate(scope);
        if (value instanceof Number number
                && number.doubleValue() == number.intValue()
                && number.intValue() >= least
                && number.intValue() <= most) {
            return number.intValue();
        }
        throw unexpected(field, "a whole number from " + least + " to " + most, value);
    }

    default String text(Scope scope, String field) {
        var value = evaluate(scope);
        if (value instanceof String text) {
            return text;
        }
        throw unexpected(field, "'string'", value);
    }

    default boolean truth(Scope scope, String field) {
        var value = evaluate(scope);
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw unexpected(field, "'boolean'", value);
    }

    default List<?> array(Scope scope, String field) {
        var value = evaluate(scope);
        if (value instanceof List<?> list) {
            return list;
        }
        throw unexpected(field, "'array'", value);
    }

    private static String kind(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof String) {
            return "string";
        }
        if (value instanceof Number) {
            return "number";
        }
        if (value instanceof Boolean) {
            return "boolean";
        }
        return value instanceof List<?> ? "array" : "object";
    }
}
