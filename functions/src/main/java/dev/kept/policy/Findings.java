package dev.kept.policy;

import java.util.ArrayList;
import java.util.List;

/** What was found wrong so far, and the languages in which every text has to stand. */
final class Findings {
    private final List<Fault> faults = new ArrayList<>();
    private List<String> languages = List.of();

    void add(String path, String message) {
        faults.add(new Fault(path, message));
    }

    /** Whether something at this path or below it is already known to be wrong. */
    boolean blames(String path) {
        return faults.stream()
                .map(Fault::path)
                .anyMatch(seen -> seen.equals(path) || seen.startsWith(path + ".") || seen.startsWith(path + "["));
    }

    List<Fault> faults() {
        return faults;
    }

    /** Empty where the list of languages is itself at fault: then texts are not held to it. */
    List<String> languages() {
        return languages;
    }

    void expectLanguages(List<String> declared) {
        languages = declared;
    }
}
