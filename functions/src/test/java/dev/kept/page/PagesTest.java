package dev.kept.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

class PagesTest {
    private static final String HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>{0}";

    @ParameterizedTest
    @EnumSource
    void everyPageIsInItsLanguageWithOneMainHeading(Language language) {
        each(language, (name, page) -> {
            assertEquals(language.code(), page.all("html").get(0).getAttribute("lang"), name);
            assertEquals(1, page.all("h1").size(), name);
            assertEquals(1, page.all("main").size(), name);
            assertFalse(page.all("title").get(0).getTextContent().isBlank(), name);
        });
    }

    @ParameterizedTest
    @EnumSource
    void headingsDoNotSkipALevel(Language language) {
        each(language, (name, page) -> {
            var level = 0;
            for (var heading : page.all("h1", "h2", "h3", "h4")) {
                var next = heading.getTagName().charAt(1) - '0';
                assertTrue(next <= level + 1, name + ": " + heading.getTextContent());
                level = next;
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyControlHasALabel(Language language) {
        each(language, (name, page) -> {
            var labelled = page.all("label").stream()
                    .map(label -> label.getAttribute("for"))
                    .toList();
            for (var control : page.all("input", "select", "textarea")) {
                var hidden = control.getAttribute("type").equals("hidden");
                assertTrue(
                        hidden || labelled.contains(control.getAttribute("id")),
                        name + ": " + control.getAttribute("name"));
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void idsAreUniqueAndReferencesLeadSomewhere(Language language) {
        each(language, (name, page) -> {
            var ids = page.ids();
            assertEquals(ids.size(), new HashSet<>(ids).size(), name + ": " + ids);
            var references = List.of("for", "aria-describedby", "aria-labelledby");
            for (var element : page.where(any -> true)) {
                for (var reference : references) {
                    var id = element.getAttribute(reference);
                    assertTrue(id.isEmpty() || ids.contains(id), name + ": " + reference + "=" + id);
                }
                var link = element.getAttribute("href");
                assertTrue(!link.startsWith("#") || ids.contains(link.substring(1)), name + ": " + link);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsInlineAndNothingIsLoadedFromElsewhere(Language language) {
        each(language, (name, page) -> {
            assertEquals(List.of(), page.all("style", "iframe", "object"), name);
            var images = page.all("img");
            assertEquals(name.equals("evidence") ? 1 : 0, images.size(), name);
            images.forEach(
                    image -> assertTrue(image.getAttribute("src").startsWith("data:image/"), "in the page itself"));
            assertEquals(List.of(), page.where(PagesTest::hasInline), name);
            for (var script : page.all("script")) {
                assertEquals("", script.getTextContent(), name);
                assertTrue(script.getAttribute("src").startsWith("/assets/"), name);
            }
            for (var loaded : page.all("link")) {
                assertTrue(loaded.getAttribute("href").startsWith("/assets/"), name);
            }
            for (var form : page.all("form")) {
                assertTrue(form.getAttribute("action").startsWith("/"), name);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void hostileValuesAreShownAsText(Language language) {
        var scripts = 0;
        for (var page : new Samples(language, HOSTILE).pages().entrySet()) {
            var tree = new Markup(page.getValue());
            assertEquals(1, tree.all("script").size(), page.getKey());
            assertEquals(List.of(), tree.where(PagesTest::hasInline), page.getKey());
            scripts += page.getValue().contains("&lt;script&gt;alert(1)") ? 1 : 0;
        }
        assertTrue(scripts > 3, "the hostile value has to stand on some pages");
    }

    @ParameterizedTest
    @EnumSource
    void consentsStartUnticked(Language language) {
        each(language, (name, page) -> {
            for (var box : page.all("input")) {
                assertFalse(box.getAttribute("type").equals("checkbox") && box.hasAttribute("checked"), name);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void linksKeepTheLanguageThatWasChosen(Language language) {
        var home = new Markup(new Samples(language, "").page("home"));

        var policy = home.where(element -> element.getAttribute("href").startsWith("/policy"));

        assertFalse(policy.isEmpty());
        policy.forEach(link -> assertEquals("/policy?lang=" + language.code(), link.getAttribute("href")));
    }

    @ParameterizedTest
    @EnumSource
    void fieldsToCorrectAreMarkedAndLinked(Language language) {
        var page = new Markup(new Samples(language, "").page("form-faults"));

        var marked = page.where(element -> element.getAttribute("aria-invalid").equals("true"));

        assertEquals(2, marked.size());
        for (var control : marked) {
            var link = "#" + control.getAttribute("id");
            assertEquals(
                    1,
                    page.where(element -> element.getAttribute("href").equals(link))
                            .size());
            assertFalse(control.getAttribute("aria-describedby").isEmpty());
        }
    }

    private static boolean hasInline(Element element) {
        var attributes = element.getAttributes();
        for (var index = 0; index < attributes.getLength(); index++) {
            var name = attributes.item(index).getNodeName();
            if (name.equals("style") || name.startsWith("on")) {
                return true;
            }
        }
        // what is saved is not opened here
        var saved = element.hasAttribute("download");
        return Set.of("javascript:", "data:").stream()
                .anyMatch(scheme -> !saved && element.getAttribute("href").startsWith(scheme));
    }

    private static void each(Language language, Check check) {
        Map<String, String> pages = new Samples(language, "").pages();
        pages.forEach((name, html) -> check.of(name, new Markup(html)));
    }

    /** A question asked of one page. */
    private interface Check {
        void of(String name, Markup page);
    }
}
