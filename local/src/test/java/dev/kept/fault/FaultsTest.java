package dev.kept.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.local.Options;
import dev.kept.scenario.Town;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each of the faults is put into a copy of the project, where its check has to fail for it. It comes late, when everything
 * that it starts has run before.
 */
@Order(Integer.MAX_VALUE - 1)
class FaultsTest {
    private static final String SECTION = "## Faults put in on purpose";

    private final Path project = Options.projectFolder();
    private final ProjectCopy copy;
    private final Checks checks;

    FaultsTest(@TempDir Path folder) throws IOException {
        copy = new ProjectCopy(project, folder);
        checks = new Checks(folder);
    }

    @Test
    void withoutAFaultEveryCheckPasses() {
        var methods = new TreeSet<String>();
        Faults.all().forEach(fault -> methods.addAll(fault.check().methods()));

        var ended = checks.run(methods);
        Town.leave(copy.folder());

        assertEquals(List.of(), ended.failures());
        assertTrue(ended.passed() >= methods.size(), "every check is found");
    }

    @TestFactory
    Stream<DynamicTest> everyFaultIsCaught() {
        return Faults.all().stream().map(fault -> DynamicTest.dynamicTest(fault.what(), () -> isCaught(fault)));
    }

    private void isCaught(Fault fault) throws IOException {
        copy.put(fault.edit());
        try {
            var ended = checks.run(fault.check().methods());

            assertTrue(ended.failures().size() >= fault.check().methods().size(), () -> "not caught: " + fault.what());
            assertTrue(
                    ended.failures().stream().anyMatch(failure -> failure.contains(fault.said())),
                    () -> fault.what() + " is not what failed: " + ended.failures());
        } finally {
            Town.leave(copy.folder());
            copy.mend(fault.edit());
        }
    }

    @Test
    void theDocumentListsThem() throws IOException {
        var document = Files.readString(project.resolve("docs/localstack.md"));
        var from = document.indexOf(SECTION);
        var to = document.indexOf("\n## ", from);
        var listed = document.substring(from, to < 0 ? document.length() : to)
                .lines()
                .filter(line -> line.startsWith("| ") && !line.equals("| fault | caught by |"))
                .toList();

        var expected = Faults.all().stream()
                .map(fault -> "| " + fault.what() + " | " + fault.check().shown() + " |")
                .toList();

        assertTrue(from >= 0, SECTION);
        assertEquals(String.join("\n", expected), String.join("\n", listed));
    }
}
