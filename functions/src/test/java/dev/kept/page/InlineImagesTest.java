package dev.kept.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.kept.http.Reply;
import org.junit.jupiter.api.Test;

class InlineImagesTest {
    private static final String POLICY = "Content-Security-Policy";

    @Test
    void thePageMayShowItsOwnImagesAndNothingElseChanges() {
        var page = Reply.page(200, "<p>");
        var before = page.headers().getOrDefault(POLICY, "");

        var after = InlineImages.allow(page).headers().getOrDefault(POLICY, "");

        assertNotEquals(before, after);
        assertEquals(before, after.replace("img-src 'self' data:", "img-src 'self'"));
    }
}
