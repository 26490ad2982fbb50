package dev.kept.access;

import dev.kept.page.FileItem;
import dev.kept.page.Texts;
import dev.kept.policy.Policy;
import java.util.List;
import java.util.Map;

/** The files of a package, with what is in each said in words. */
final class FileList {
    private final Policy policy;
    private final Texts texts;
    private final Labels labels;

    FileList(Policy policy, Texts texts, Labels labels) {
        this.policy = policy;
        this.texts = texts;
        this.labels = labels;
    }

    /**
     * The list as it is shown.
     *
     * @param files the hash of each file by its name, as {@link DataFiles} names them
     */
    List<FileItem> of(Map<String, String> files) {
        return files.entrySet().stream()
                .map(file -> new FileItem(file.getKey(), about(file.getKey()), file.getValue()))
                .toList();
    }

    private String about(String name) {
        var steps = name.split("/", -1);
        if (name.endsWith(".vcf")) {
            return texts.get("copy.file.card");
        }
        if (steps.length < 3) {
            return texts.get("copy.file.information");
        }
        var system = labels.system(steps[1]);
        if (steps[0].equals(DataFiles.DOCUMENTS)) {
            return texts.get("copy.file.document", system);
        }
        return name.endsWith(DataSchemas.ENDING)
                ? texts.get("copy.file.schema", category(steps[2].replace(DataSchemas.ENDING, "")))
                : texts.get("copy.file.data", category(steps[2].replaceAll("\\.[a-z]+$", "")), system);
    }

    private String category(String name) {
        return policy.category(name).title().in(texts.language().code());
    }
}
