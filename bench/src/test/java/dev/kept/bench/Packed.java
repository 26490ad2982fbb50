package dev.kept.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * A function as Lambda has it: a folder with the unzipped package.
 *
 * @param name what it is called in the table
 * @param folder where its package is unzipped
 * @param handler its class
 */
record Packed(String name, Path folder, String handler) {
    /** Unzips the package that is deployed. */
    static Packed of(String name, Path jar, Path folder, String handler) throws IOException {
        unzip(jar, folder);
        return new Packed(name, folder, handler);
    }

    /** Puts together what it takes to run the class, unzipped, which starts sooner than the jars would. */
    static Packed of(String name, List<String> libraries, Path folder, String handler) throws IOException {
        for (var jar : jars(libraries)) {
            unzip(Path.of(jar), folder);
        }
        return withClasses(name, folder, handler);
    }

    /** Puts together what {@code sam build} does: the classes, and beside them the jars with all that they bring. */
    static Packed asBuilt(String name, List<String> libraries, Path folder, String handler) throws IOException {
        Files.createDirectories(folder.resolve("lib"));
        for (var jar : jars(libraries)) {
            Files.copy(Path.of(jar), folder.resolve("lib").resolve(Path.of(jar).getFileName()));
        }
        for (var jar : jars(List.of("kept-functions"))) {
            unzip(Path.of(jar), folder);
        }
        // Kept's own way with its log, which is not the usual one
        Files.delete(folder.resolve("log4j2.component.properties"));
        Files.delete(folder.resolve("META-INF/services/org.slf4j.spi.SLF4JServiceProvider"));
        return withClasses(name, folder, handler);
    }

    private static Packed withClasses(String name, Path folder, String handler) throws IOException {
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (Files.isDirectory(Path.of(entry))) {
                copy(Path.of(entry), folder);
            }
        }
        return new Packed(name, folder, handler);
    }

    /** The jars on this class path whose file name begins with one of these and goes on with a version. */
    static List<String> jars(List<String> libraries) {
        var wanted = Pattern.compile("(" + String.join("|", libraries) + ")-\\d.*\\.jar");
        return Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(entry ->
                        wanted.matcher(Path.of(entry).getFileName().toString()).matches())
                .toList();
    }

    private static void unzip(Path jar, Path folder) throws IOException {
        try (var open = new JarFile(jar.toFile(), false)) {
            for (var entries = open.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                var target = folder.resolve(entry.getName()).normalize();
                if (!entry.isDirectory() && target.startsWith(folder) && !Files.exists(target)) {
                    Files.createDirectories(target.getParent());
                    try (var stream = open.getInputStream(entry)) {
                        Files.copy(stream, target);
                    }
                }
            }
        }
    }

    private static void copy(Path from, Path folder) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = folder.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
