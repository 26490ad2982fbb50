package dev.kept.page;

import dev.kept.http.Call;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A language that people are spoken to in. */
public enum Language {
    FRENCH("fr", "Français"),
    ENGLISH("en", "English");

    private final String code;
    private final String ownName;

    Language(String code, String ownName) {
        this.code = code;
        this.ownName = ownName;
    }

    /** The code of the language, as the {@code lang} attribute wants it. */
    public String code() {
        return code;
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    /** The language of that code; a region after it does not matter. */
    public static Optional<Language> find(String code) {
        var wanted = code.strip().split("[-_]", 2)[0];
        for (var language : values()) {
            if (language.code.equalsIgnoreCase(wanted)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** The languages with these codes that there are texts in; French where there is none. */
    public static List<Language> among(List<String> codes) {
        var found =
                codes.stream().flatMap(code -> find(code).stream()).distinct().toList();
        return found.isEmpty() ? List.of(FRENCH) : found;
    }

    /** What to answer a call in: what {@code ?lang=} says, else the browser's preference, else the policy's first. */
    public static Language of(Call call, List<Language> offered) {
        return asked(call, offered)
                .or(() -> call.header("accept-language").flatMap(header -> preferred(header, offered)))
                .orElse(offered.get(0));
    }

    static Optional<Language> asked(Call call, List<Language> offered) {
        return call.asked("lang").flatMap(Language::find).filter(offered::contains);
    }

    private static Optional<Language> preferred(String header, List<Language> offered) {
        record Wish(Language language, double weight) {}
        var wishes = new ArrayList<Wish>();
        for (var part : header.split(",", 20)) {
            var pieces = part.split(";", 2);
            var weight = pieces.length == 2 ? weight(pieces[1]) : 1;
            find(pieces[0])
                    .filter(language -> weight > 0 && offered.contains(language))
                    .ifPresent(language -> wishes.add(new Wish(language, weight)));
        }
        return wishes.stream()
                .max(Comparator.comparingDouble(Wish::weight))
                .flatMap(most -> wishes.stream()
                        .filter(wish -> wish.weight() == most.weight())
                        .findFirst())
                .map(Wish::language);
    }

    private static double weight(String parameter) {
        var text = parameter.strip();
        try {
            return text.startsWith("q=") ? Double.parseDouble(text.substring(2)) : 1;
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }
}
