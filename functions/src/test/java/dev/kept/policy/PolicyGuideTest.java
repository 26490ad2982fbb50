package dev.kept.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds the guide for operators against the schema that it explains. */
class PolicyGuideTest {
    @Test
    void theGuideExplainsEveryKeyAndEveryWord() throws IOException {
        var guide = Files.readString(Path.of(System.getProperty("kept.root"), "docs", "policy.md"));
        var unexplained = new TreeSet<String>();
        collect(JSON.std.mapFrom(Files.readString(Draft.file("policy.schema.json"))), unexplained);

        unexplained.removeIf(word -> guide.contains("`" + word + "`"));

        assertEquals(new TreeSet<String>(), unexplained);
    }

    private static void collect(Map<?, ?> schema, Set<String> words) {
        schema.forEach((key, value) -> {
            if (key.equals("properties") && value instanceof Map<?, ?> properties) {
                properties.keySet().forEach(name -> words.add((String) name));
            }
            if (key.equals("enum") && value instanceof List<?> allowed) {
                allowed.forEach(word -> words.add((String) word));
            }
            if (value instanceof Map<?, ?> below) {
                collect(below, words);
            }
        });
    }
}
