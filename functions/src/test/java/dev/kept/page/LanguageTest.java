package dev.kept.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.http.Call;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    private static final List<Language> BOTH = List.of(Language.FRENCH, Language.ENGLISH);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | en | ENGLISH",
                "en-GB,fr;q=0.8 | '' | ENGLISH",
                "fr;q=0.3, en;q=0.9 | '' | ENGLISH",
                "de-DE,de;q=0.9 | '' | FRENCH",
                "en;q=0 | '' | FRENCH",
                "fr, en | '' | FRENCH",
                "en;q=x | '' | FRENCH",
                "en | tlh | ENGLISH",
                "'' | '' | FRENCH"
            })
    void theVisitorsWishDecides(String header, String asked, Language expected) {
        var call = call(header, asked);

        assertEquals(expected, Language.of(call, BOTH));
    }

    @Test
    void aLanguageThatThePolicyDoesNotSpeakIsNotOffered() {
        assertEquals(Language.FRENCH, Language.of(call("en", "en"), List.of(Language.FRENCH)));
        assertEquals(List.of(Language.ENGLISH), Language.among(List.of("de", "en-GB", "en")));
    }

    private static Call call(String header, String asked) {
        return new Call(
                "GET", "/", Map.of(), Map.of("lang", asked), Map.of("accept-language", header), "", "", "", Map.of());
    }
}
