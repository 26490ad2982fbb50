package dev.kept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.person.Personal;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever holds what a person typed, or a token of hers, shows it to nobody by accident. */
class PersonalTextTest {
    private static final String MARK = "a-person-typed-this";
    /** What stands in a policy is published. */
    private static final String PUBLISHED = "dev.kept.policy";
    /** What components are called that hold such texts. */
    private static final Set<String> TELLING = Set.of(
            "token",
            "followToken",
            "message",
            "fields",
            "identifier",
            "answer",
            "body",
            "query",
            "headers",
            "parameters",
            "sender",
            "followAddress",
            "withdrawAddress",
            "receiptAddress",
            "rows",
            "before",
            "after",
            "cookie",
            "secret");

    @Test
    void noRecordShowsIt() throws Exception {
        var telling = new TreeSet<String>();
        var asked = 0;
        for (var imported : Sources.CLASSES) {
            var type = Class.forName(imported.getName(), false, getClass().getClassLoader());
            if (!imported.getPackageName().equals(PUBLISHED)
                    && type.isRecord()
                    && Arrays.stream(type.getRecordComponents()).anyMatch(PersonalTextTest::tells)) {
                var made = made(type);
                if (made.isPresent()) {
                    asked++;
                    if (String.valueOf(made.get()).contains(MARK)) {
                        telling.add(type.getName());
                    }
                }
            }
        }

        assertEquals(Set.of(), telling);
        assertTrue(asked > 15, asked + " records were looked at");
    }

    @Test
    void aPersonalTextIsShownOnlyWhereItIsRevealed() {
        var personal = new Personal(MARK);

        assertEquals("[personal]", personal.toString());
        assertEquals(MARK, personal.reveal());
    }

    private static boolean tells(RecordComponent component) {
        // a list of fields holds their names, a map what was typed into them
        return (TELLING.contains(component.getName())
                        && !(component.getName().equals("fields") && component.getType() == List.class))
                || component.getType() == Personal.class;
    }

    /** A record with the mark where it tells something; empty where it takes more than texts and records. */
    private static Optional<Object> made(Class<?> type) throws ReflectiveOperationException {
        var components = type.getRecordComponents();
        var values = new Object[components.length];
        for (var i = 0; i < values.length; i++) {
            values[i] = value(components[i].getGenericType(), tells(components[i]) ? MARK : "code");
        }
        if (Arrays.asList(values).contains(null)) {
            return Optional.empty();
        }
        var constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        try {
            return Optional.of(constructor.newInstance(values));
        } catch (InvocationTargetException refused) {
            return Optional.empty();
        }
    }

    private static @Nullable Object value(Type type, String text) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            var parts = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) {
                var one = value(parts[0], text);
                return one == null ? List.of() : List.of(one);
            }
            if (generic.getRawType() == Map.class) {
                var one = value(parts[1], text);
                return one == null ? Map.of() : Map.of("name", one);
            }
            return generic.getRawType() == Optional.class ? Optional.ofNullable(value(parts[0], text)) : null;
        }
        if (type == String.class || type == Object.class) {
            return text;
        }
        if (type == Personal.class) {
            return new Personal(text);
        }
        return type instanceof Class<?> plain ? plain(plain) : null;
    }

    private static @Nullable Object plain(Class<?> type) throws ReflectiveOperationException {
        if (type.isPrimitive()) {
            return type == boolean.class ? (Object) true : type == long.class ? (Object) 1L : (Object) 1;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type == Instant.class) {
            return Instant.EPOCH;
        }
        if (type == LocalDate.class) {
            return LocalDate.EPOCH;
        }
        if (type == ZonedDateTime.class) {
            return Instant.EPOCH.atZone(ZoneOffset.UTC);
        }
        return type.isRecord() ? made(type).orElse(null) : null;
    }
}
