package dev.kept.access;

import dev.kept.http.Json;
import dev.kept.request.Contents;
import dev.kept.system.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * What was gathered and waits to be packaged: one object for each system and for each segment of a document, sealed
 * under the key of the request, in the bucket of answers. A document is never in memory as a whole.
 */
public final class Parts {
    private static final String PREFIX = "parts/";

    private final S3Client s3;
    private final String bucket;
    private final Contents contents;

    public Parts(S3Client s3, String bucket, Contents contents) {
        this.s3 = s3;
        this.bucket = bucket;
        this.contents = contents;
    }

    /**
     * A document's place among the parts, and what it is.
     *
     * @param key where its segments are: this, a dot and the number, from 1
     */
    record File(String category, String name, String key, int segments) {}

    /** What one system gave. */
    record Part(String system, List<Row> rows, List<File> files) {
        Map<String, Integer> counts() {
            var counts = new LinkedHashMap<String, Integer>();
            rows.forEach(row -> counts.merge(row.category(), 1, Integer::sum));
            files.forEach(file -> counts.merge(file.category(), 1, Integer::sum));
            return counts;
        }
    }

    /** Keeps a document's content; its key has a number for its name, which may say who it is about. */
    File keep(String requestId, String system, int number, String category, String name, InputStream content) {
        var key = prefix(requestId) + system + "/" + number;
        var sealing = contents.key(requestId);
        var segments = Segments.cut(content, (segment, plain) -> {
            var place = key + "." + segment;
            put(place, sealing.seal(plain, place));
        });
        return new File(category, name, key, segments);
    }

    /** Writes out a document's content, segment by segment. */
    void copy(String requestId, File file, OutputStream out) throws IOException {
        var opening = contents.key(requestId);
        for (var segment = 1; segment <= file.segments(); segment++) {
            var place = file.key() + "." + segment;
            out.write(opening.open(sealed(place), place));
        }
    }

    void keep(String requestId, Part part) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("rows", part.rows().stream().map(Parts::tree).toList());
        tree.put(
                "files",
                part.files().stream()
                        .map(file -> Map.of(
                                "category",
                                file.category(),
                                "name",
                                file.name(),
                                "key",
                                file.key(),
                                "segments",
                                file.segments()))
                        .toList());
        var key = prefix(requestId) + part.system() + ".json";
        put(key, contents.key(requestId).seal(Json.text(tree), key));
    }

    /** What a system gave; nothing where it was silent. */
    Part read(String requestId, String system) {
        try {
            var key = prefix(requestId) + system + ".json";
            var tree = Json.object(contents.key(requestId).openText(sealed(key), key));
            return new Part(
                    system,
                    trees(tree, "rows").stream().map(Parts::row).toList(),
                    trees(tree, "files").stream()
                            .map(file -> new File(
                                    String.valueOf(file.get("category")),
                                    String.valueOf(file.get("name")),
                                    String.valueOf(file.get("key")),
                                    Json.number(file, "segments")))
                            .toList());
        } catch (NoSuchKeyException silent) {
            return new Part(system, List.of(), List.of());
        }
    }

    private byte[] sealed(String key) {
        return s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray();
    }

    /** Removes the parts of a request, as once its package is made: from the start again until none is left. */
    public void remove(String requestId) {
        while (true) {
            var page = s3.listObjectsV2(list -> list.bucket(bucket).prefix(prefix(requestId)));
            if (page.contents().isEmpty()) {
                return;
            }
            page.contents()
                    .forEach(object ->
                            s3.deleteObject(delete -> delete.bucket(bucket).key(object.key())));
        }
    }

    private void put(String key, byte[] sealed) {
        s3.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(sealed));
    }

    private static String prefix(String requestId) {
        return PREFIX + requestId + "/";
    }

    private static Map<String, Object> tree(Row row) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("category", row.category());
        tree.put("about", row.about());
        tree.put("fields", row.fields());
        tree.put("redacted", row.redacted());
        return tree;
    }

    private static Row row(Map<String, Object> tree) {
        return new Row(
                String.valueOf(tree.get("category")),
                texts(Json.child(tree, "about")),
                texts(Json.child(tree, "fields")),
                Json.list(tree, "redacted").stream().map(String::valueOf).toList());
    }

    private static Map<String, String> texts(Map<String, Object> tree) {
        return tree.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> String.valueOf(entry.getValue()), (a, b) -> a, LinkedHashMap::new));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> trees(Map<String, Object> tree, String name) {
        var trees = new ArrayList<Map<String, Object>>();
        Json.list(tree, name).forEach(one -> trees.add((Map<String, Object>) one));
        return trees;
    }
}
