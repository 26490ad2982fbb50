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

    /** Puts together what a plain build would: the class, and every library that it declares with all it brings. */
    static Packed of(String name, List<String> libraries, Path folder, String handler) throws IOException {
        for (var jar : jars(libraries)) {
            unzip(Path.of(jar), folder);
        }
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
