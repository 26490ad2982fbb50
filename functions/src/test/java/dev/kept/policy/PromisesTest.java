package dev.kept.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds the promises that the parts of a policy name against the list of what its policy really says. */
class PromisesTest {
    @Test
    void everyPromiseThatAPartNamesWasMade() throws IOException {
        var unknown = new TreeSet<>(carried("faveo-helpdesk"));
        unknown.removeAll(made("faveo-helpdesk"));

        assertEquals(Set.of(), unknown);
    }

    @Test
    void promisesThatNoPartOfThePolicyCarriesYetAreReported() throws IOException {
        var open = new TreeSet<>(made("faveo-helpdesk"));
        open.removeAll(carried("faveo-helpdesk"));

        System.out.println("The policy faveo-helpdesk does not carry yet: " + open.size() + " " + open);

        assertFalse(made("faveo-helpdesk").isEmpty());
    }

    @Test
    void theListHoldsEveryPromiseOnce() throws IOException {
        var ids = lines().stream()
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();

        assertEquals(692, ids.size());
        assertEquals(ids.size(), Set.copyOf(ids).size());
    }

    private static Set<String> made(String policy) throws IOException {
        var ids = new TreeSet<String>();
        for (var line : lines()) {
            var columns = line.split(",", 3);
            if (columns[1].equals(policy)) {
                ids.add(columns[0]);
            }
        }
        return ids;
    }

    private static List<String> lines() throws IOException {
        return Files.readAllLines(Draft.file("promises.csv")).stream().skip(1).toList();
    }

    private static Set<String> carried(String policy) throws IOException {
        var ids = new TreeSet<String>();
        collect(JSON.std.mapFrom(Files.readString(Draft.file(policy + ".json"))), ids);
        return ids;
    }

    private static void collect(Map<?, ?> part, Set<String> ids) {
        part.forEach((name, value) -> {
            if (name.equals("promises") && value instanceof List<?> named) {
                named.forEach(id -> ids.add((String) id));
            } else if (value instanceof Map<?, ?> below) {
                collect(below, ids);
            }
        });
    }
}
