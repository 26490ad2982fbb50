package dev.kept.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.policy.RequestKind;
import dev.kept.retention.Precedence.Fate;
import dev.kept.retention.Precedence.Situation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What wins where several things meet on a record, in every case there is. */
class PrecedenceTest {
    private static final Path DOCUMENT = Path.of(System.getProperty("kept.root", ".."), "docs/retention.md");

    private record Line(Fate fate, String when, String until) {}

    @Test
    void theDocumentSaysWhatTheSweepDoes() throws IOException {
        var lines = lines();
        assertEquals(
                EnumSet.allOf(Fate.class),
                EnumSet.copyOf(lines.stream().map(Line::fate).toList()));
        for (var situation : all()) {
            var first = lines.stream()
                    .filter(line -> holds(line.fate()).test(situation))
                    .findFirst()
                    .orElseThrow();
            assertEquals(first.fate(), Precedence.of(situation), situation + ": " + first.when());
        }
    }

    @Test
    void itSaysWhenWhatIsHeldBackIsLookedAtAgain() throws IOException {
        for (var line : lines()) {
            if (line.until().contains("looked at again")) {
                assertEquals(
                        line.until().contains("a week") ? 7 : 1, line.fate().again(), line.until());
            }
        }
    }

    @Test
    void nothingGoesThatAnythingKeeps() {
        for (var situation : all()) {
            var kept = situation.held() || situation.restricted() || situation.awaited() || !situation.over();
            assertEquals(!kept, Precedence.of(situation) == Fate.GOES, situation.toString());
        }
    }

    /** What is added to a situation never makes a record go that would have stayed. */
    @Test
    void moreThatKeepsNeverMakesItGo() {
        for (var less : all()) {
            for (var more : all()) {
                var adds = implies(less.held(), more.held())
                        && implies(less.restricted(), more.restricted())
                        && implies(less.awaited(), more.awaited())
                        && implies(more.over(), less.over());
                if (adds && Precedence.of(less) != Fate.GOES) {
                    assertTrue(Precedence.of(more) != Fate.GOES, less + " " + more);
                }
            }
        }
    }

    @Test
    void theRequestsThatNeedHerDataAreThoseThatTheDocumentNames() throws IOException {
        var when = lines().stream()
                .filter(line -> line.fate() == Fate.AWAITED)
                .map(Line::when)
                .findFirst()
                .orElseThrow();
        for (var kind : RequestKind.values()) {
            assertEquals(when.contains(kind.name().toLowerCase(Locale.ROOT)), Precedence.needs(kind), kind.name());
        }
    }

    private static boolean implies(boolean one, boolean other) {
        return !one || other;
    }

    private static Predicate<Situation> holds(Fate fate) {
        return switch (fate) {
            case STAYS -> situation -> !situation.over();
            case HELD -> Situation::held;
            case RESTRICTED -> Situation::restricted;
            case AWAITED -> Situation::awaited;
            case GOES -> situation -> true;
        };
    }

    private static Set<Situation> all() {
        var all = new ArrayList<Situation>();
        for (var bits = 0; bits < 16; bits++) {
            all.add(new Situation((bits & 1) > 0, (bits & 2) > 0, (bits & 4) > 0, (bits & 8) > 0));
        }
        return Set.copyOf(all);
    }

    private static List<Line> lines() throws IOException {
        var fates =
                String.join("|", Arrays.stream(Fate.values()).map(Fate::name).toList());
        return Pattern.compile("\\| ([^|]+) \\| (" + fates + ") \\|([^|\n]*)\\|")
                .matcher(Files.readString(DOCUMENT))
                .results()
                .map(row -> new Line(Fate.valueOf(row.group(2)), row.group(1), row.group(3)))
                .toList();
    }
}
