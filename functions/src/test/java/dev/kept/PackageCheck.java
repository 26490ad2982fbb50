package dev.kept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** Tries the package that is deployed, with nothing beside it but the JDK: the build runs it once that is made. */
class PackageCheck {
    private static final Path FILE = Path.of(System.getProperty("kept.package"));
    /** The goal of the benchmark, in bytes: what grows past it is read at every cold start. */
    private static final long MOST = 12_000_000;

    @Test
    void itIsSmallEnough() throws IOException {
        assertTrue(Files.size(FILE) <= MOST, () -> FILE.toFile().length() + " bytes");
    }

    @Test
    void everyClassOfItLoadsAndPassesTheVerifier() throws IOException {
        var faults = new ArrayList<String>();
        var members = 0;
        try (var loader = loader()) {
            for (var name : classes()) {
                try {
                    var loaded = Class.forName(name, true, loader);
                    members += loaded.getDeclaredMethods().length
                            + loaded.getDeclaredFields().length
                            + loaded.getDeclaredClasses().length;
                } catch (LinkageError fault) {
                    if (couldBeWhole(fault)) {
                        faults.add(name + ": " + fault);
                    }
                } catch (ClassNotFoundException listed) {
                    throw new IllegalStateException(listed);
                }
            }
        }

        assertEquals(List.of(), faults);
        assertTrue(members > 0);
    }

    @Test
    void whatIsFoundThroughAServiceFileIsThere() throws IOException {
        var missing = new ArrayList<String>();
        try (var jar = new JarFile(FILE.toFile())) {
            for (var file : jar.stream()
                    .filter(entry -> entry.getName().startsWith("META-INF/services/") && !entry.isDirectory())
                    .toList()) {
                new String(jar.getInputStream(file).readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.replaceAll("#.*", "").strip())
                        .filter(line -> !line.isEmpty() && jar.getEntry(line.replace('.', '/') + ".class") == null)
                        .forEach(missing::add);
            }
        }

        assertEquals(List.of(), missing);
    }

    /** Some classes are for libraries that a function has not beside it in any case. */
    private static boolean couldBeWhole(LinkageError fault) {
        if (!(fault instanceof NoClassDefFoundError) || fault.getMessage() == null) {
            return true;
        }
        var missing = fault.getMessage().replace('.', '/') + ".class";
        return PackageCheck.class.getClassLoader().getResource(missing) != null;
    }

    private static URLClassLoader loader() throws IOException {
        return new URLClassLoader(new URL[] {FILE.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    }

    private static List<String> classes() throws IOException {
        try (var jar = new JarFile(FILE.toFile())) {
            return jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .toList();
        }
    }
}
