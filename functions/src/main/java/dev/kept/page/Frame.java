package dev.kept.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds one page: the site, the visitor's language, and who is signed in. Templates take their texts, dates
 * and links from here.
 *
 * @param query the parameters that the page was asked with, which the links to the other languages keep
 * @param chosen whether the visitor chose the language, so that links have to carry it on
 * @param staff who is signed in; absent on public pages
 */
public record Frame(
        Site site,
        Texts texts,
        Map<String, String> query,
        boolean chosen,
        @Nullable Staff staff) {

    /** A link to this page in another language. */
    public record LanguageLink(String code, String name, String address, boolean current) {}

    /** The code of the page's language. */
    public String lang() {
        return texts.language().code();
    }

    /** As {@link Texts#get}. */
    public String t(String key, Object... values) {
        return texts.get(key, values);
    }

    /** As {@link Texts#word}. */
    public String word(String list, String word) {
        return texts.word(list, word);
    }

    public String day(LocalDate day) {
        return new Dates(texts).day(day);
    }

    public String moment(ZonedDateTime moment) {
        return new Dates(texts).moment(moment);
    }

    /** Such as "30 days". */
    public String period(Period period) {
        return new Dates(texts).period(period);
    }

    /** What happened to a request, in words. */
    public String step(String step) {
        return texts.wordOr("step", step, step);
    }

    /** What a task asks for, in words. */
    public String task(String kind) {
        return texts.wordOr("task", kind, kind);
    }

    /** How large a file is, such as "240 kB". */
    public String size(int bytes) {
        if (bytes < 1_000_000) {
            return t("size.kb", (bytes + 999) / 1000);
        }
        var tenths = (bytes + 50_000) / 100_000;
        return t("size.mb", tenths / 10 + t("size.point") + tenths % 10);
    }

    /** The instant as machines read it, for the script that says how long ago it was. */
    public String iso(ZonedDateTime moment) {
        return moment.toOffsetDateTime().toString();
    }

    /** An address of this site, in the language that the visitor chose. */
    public String to(String address) {
        return chosen ? address + (address.contains("?") ? "&" : "?") + "lang=" + lang() : address;
    }

    /** The address of a file that pages load. */
    public String file(String name) {
        return site.files().address(name);
    }

    /** Links to this page in every language, none when there is one language only. */
    public List<LanguageLink> languages() {
        return site.languages().size() < 2
                ? List.of()
                : site.languages().stream()
                        .map(language -> new LanguageLink(
                                language.code(), language.ownName(), addressIn(language), language == texts.language()))
                        .toList();
    }

    /** The name of a field that a problem names, in words where it is a common one. */
    public String fieldLabel(String path) {
        var name = path.substring(path.lastIndexOf('.') + 1);
        return texts.wordOr("field", name, name);
    }

    private String addressIn(Language language) {
        var parameters = new TreeMap<>(query);
        parameters.put("lang", language.code());
        var address = new StringBuilder();
        parameters.forEach((name, value) -> address.append(address.isEmpty() ? '?' : '&')
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return address.toString();
    }

    /** The query may hold a link's token: only what identifies the page is shown. */
    @Override
    public String toString() {
        return "Frame[" + lang() + "]";
    }
}
