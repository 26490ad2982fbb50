package dev.kept.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.http.Reply;
import org.junit.jupiter.api.Test;

class FormTargetTest {
    @Test
    void onlyTheFormsTargetIsWidened() {
        var page = Reply.page(200, "<p></p>");

        var widened = FormTarget.allow(page, "https://bucket.example");

        var before = page.headers().getOrDefault("Content-Security-Policy", "");
        var after = widened.headers().getOrDefault("Content-Security-Policy", "");
        assertEquals(before, after.replace(" https://bucket.example", ""));
        assertEquals(1, after.split("form-action 'self' https://bucket.example;", -1).length - 1);
    }
}
