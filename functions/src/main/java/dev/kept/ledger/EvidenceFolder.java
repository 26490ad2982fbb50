package dev.kept.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What somebody put into one folder to have it verified.
 *
 * @param keys the text of {@code jwks.json}
 * @param pages the texts of {@code ledger*.json} by name
 * @param checkpoints the texts of {@code checkpoint*.jws} by name
 * @param receipts the texts of {@code receipt*.jws} by name
 * @param purges the texts of {@code purge*.json} by name
 */
record EvidenceFolder(
        Optional<String> keys,
        Map<String, String> pages,
        Map<String, String> checkpoints,
        Map<String, String> receipts,
        Map<String, String> purges) {

    static EvidenceFolder read(Path folder) {
        return new EvidenceFolder(
                Optional.ofNullable(texts(folder, "jwks.json").get("jwks.json")),
                texts(folder, "ledger*.json"),
                texts(folder, "checkpoint*.jws"),
                texts(folder, "receipt*.jws"),
                texts(folder, "purge*.json"));
    }

    private static Map<String, String> texts(Path folder, String pattern) {
        var texts = new TreeMap<String, String>();
        try (var files = Files.newDirectoryStream(folder, pattern)) {
            for (var file : files) {
                // read as bytes: what is not UTF-8 has to fail a check, not end the program
                var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                texts.put(String.valueOf(file.getFileName()), text.strip());
            }
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
