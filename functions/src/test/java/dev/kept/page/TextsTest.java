package dev.kept.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.policy.FieldType;
import dev.kept.policy.IdentifierType;
import dev.kept.policy.LegalBasis;
import dev.kept.policy.RequestKind;
import dev.kept.policy.Word;
import dev.kept.task.OpenDecision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    private static final Path ROOT = Path.of(System.getProperty("kept.root", ".."));
    private static final Map<String, String> FRENCH = Texts.in(Language.FRENCH).all();
    private static final Map<String, String> ENGLISH =
            Texts.in(Language.ENGLISH).all();

    @Test
    void bothLanguagesSayTheSameThings() {
        assertEquals(new TreeSet<>(FRENCH.keySet()), new TreeSet<>(ENGLISH.keySet()));
    }

    @Test
    void bothLanguagesTakeTheSameValues() {
        FRENCH.forEach((key, text) ->
                assertEquals(gaps(text), gaps(Texts.in(Language.ENGLISH).all().getOrDefault(key, "")), key));
    }

    @Test
    void everyTextIsUsedAndEveryTextThatIsUsedIsThere() throws IOException {
        var used = new HashSet<String>();
        var lists = new HashSet<String>();
        var asked = new HashSet<String>();
        for (var source : sources()) {
            Pattern.compile("\"([a-zA-Z]+(?:\\.[a-zA-Z0-9-]+)*)\"")
                    .matcher(source)
                    .results()
                    .forEach(found -> used.add(found.group(1)));
            Pattern.compile("(?:word|wordOr)\\(\"([a-zA-Z]+)\"|\"([a-zA-Z]+)\\.\" \\+")
                    .matcher(source)
                    .results()
                    .forEach(found -> lists.add(found.group(1) == null ? found.group(2) : found.group(1)));
            Pattern.compile("(?:\\bf\\.t|\\bt\\.get|texts\\.get|frame\\.t)\\(\"([a-zA-Z.]+)\"[,)]")
                    .matcher(source)
                    .results()
                    .forEach(found -> asked.add(found.group(1)));
        }

        var unused = new TreeSet<>(FRENCH.keySet());
        unused.removeAll(used);
        unused.removeIf(key -> lists.contains(key.split("\\.", 2)[0]));
        asked.removeAll(FRENCH.keySet());

        assertEquals(Set.of(), unused);
        assertEquals(Set.of(), asked);
    }

    @Test
    void frenchMarksNeverBeginALine() {
        FRENCH.forEach((key, text) -> {
            assertFalse(text.matches("(?s).*[ \\w][;?!»].*"), key + ": a no-break space before the mark");
            assertFalse(text.matches("(?s).* :.*|.*« .*"), key + ": a no-break space at the mark");
            assertFalse(text.contains("'"), key + ": the apostrophe is ’");
        });
    }

    @Test
    void noTextTrailsOff() {
        FRENCH.forEach((key, text) -> assertFalse(text.contains("etc"), key));
        ENGLISH.forEach((key, text) -> assertFalse(text.contains("etc"), key));
    }

    @Test
    void everyWordOfThePolicyHasAName() {
        for (var texts : new Texts[] {Texts.in(Language.FRENCH), Texts.in(Language.ENGLISH)}) {
            named(texts, "kind", RequestKind.values());
            for (var kind : RequestKind.values()) {
                var task = OpenDecision.kind(kind);
                assertTrue(texts.all().containsKey("task." + task), task);
            }
            named(texts, "basis", LegalBasis.values());
            named(texts, "identifier", IdentifierType.values());
            named(texts, "fieldhint", FieldType.values());
        }
    }

    @Test
    void valuesAreFilledInOnce() {
        var text = Texts.in(Language.ENGLISH).get("date.moment", "{1}", "{0}");

        assertEquals("{1} at {0}", text);
    }

    @Test
    void anUnknownKeyIsRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> Texts.in(Language.FRENCH).get("no.such.key"));
    }

    @ParameterizedTest
    @EnumSource
    void everyTextSaysSomething(Language language) {
        Texts.in(language).all().forEach((key, text) -> assertFalse(text.isBlank(), key));
    }

    private static void named(Texts texts, String list, Word[] words) {
        for (var word : words) {
            assertTrue(texts.all().containsKey(list + "." + word.word()), list + "." + word.word());
        }
    }

    private static Set<String> gaps(String text) {
        var gaps = new TreeSet<String>();
        Pattern.compile("\\{\\d}").matcher(text).results().forEach(gap -> gaps.add(gap.group()));
        return gaps;
    }

    private static Set<String> sources() throws IOException {
        var sources = new HashSet<String>();
        for (var folder : new String[] {"web", "functions/src/main/java"}) {
            try (var files = Files.walk(ROOT.resolve(folder))) {
                for (var file : files.filter(path -> path.toString().matches(".*\\.(jte|java)"))
                        .toList()) {
                    sources.add(Files.readString(file));
                }
            }
        }
        return sources;
    }
}
