package dev.kept.access;

import dev.kept.http.Json;
import dev.kept.system.Row;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts what was gathered into the package: per system and category a JSON and a CSV file, and the documents as they are. */
final class DataFiles {
    /** The folder of the documents as they are. */
    static final String DOCUMENTS = "documents";

    private final Zip zip;
    private final boolean french;
    private final @Nullable DataSchemas schemas;

    DataFiles(Zip zip, String language) {
        this(zip, language, null);
    }

    /**
     * @param schemas what describes each JSON file, for software that takes it in; none where nobody asks for that
     */
    DataFiles(Zip zip, String language, @Nullable DataSchemas schemas) {
        this.zip = zip;
        this.french = language.equals("fr");
        this.schemas = schemas;
    }

    String pageName() {
        return french ? "lisez-moi.html" : "read-me.html";
    }

    String informationName() {
        return french ? "informations.json" : "information.json";
    }

    /** Writes a document's content into the package. */
    interface Documents {
        void copy(Parts.File file, OutputStream out) throws IOException;
    }

    void add(Parts.Part part, Documents documents) {
        var byCategory = new LinkedHashMap<String, List<Row>>();
        part.rows()
                .forEach(row -> byCategory
                        .computeIfAbsent(row.category(), made -> new ArrayList<>())
                        .add(row));
        byCategory.forEach((category, rows) -> {
            var name = folder() + part.system() + "/" + category;
            var tree = new LinkedHashMap<String, Object>();
            if (schemas != null) {
                zip.add(name + DataSchemas.ENDING, schemas.of(part.system(), category, rows));
                tree.put("$schema", "./" + category + DataSchemas.ENDING);
            }
            tree.put("records", rows.stream().map(DataFiles::tree).toList());
            zip.add(name + ".json", Json.text(tree));
            zip.add(name + ".csv", Csv.of(rows.stream().map(DataFiles::flat).toList()));
        });
        part.files()
                .forEach(file -> zip.add(
                        DOCUMENTS + "/" + part.system() + "/" + Zip.safe(file.name()),
                        out -> documents.copy(file, out)));
    }

    private String folder() {
        return french ? "donnees/" : "data/";
    }

    private static Map<String, Object> tree(Row row) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("category", row.category());
        if (!row.about().isEmpty()) {
            tree.put("about", row.about());
        }
        tree.put("data", row.fields());
        if (!row.redacted().isEmpty()) {
            tree.put("leftOut", row.redacted());
        }
        return tree;
    }

    private static Map<String, String> flat(Row row) {
        var flat = new LinkedHashMap<>(row.fields());
        row.about().forEach((name, value) -> flat.put("_" + name, value));
        return flat;
    }
}
