package dev.kept.page;

import dev.kept.http.Reply;

/**
 * Lets the form of one page lead elsewhere: browsers hold a redirect that follows a form against the page's
 * {@code form-action}, so the button that fetches an answer would otherwise be stopped on its way to the bucket.
 */
public final class FormTarget {
    private static final String POLICY = "Content-Security-Policy";
    private static final String OWN = "form-action 'self'";

    private FormTarget() {}

    /** The page, whose forms may end at that origin, such as {@code https://answers.s3.eu-west-3.amazonaws.com}. */
    public static Reply allow(Reply page, String origin) {
        var policy = page.headers().getOrDefault(POLICY, OWN);
        return page.with(POLICY, policy.replace(OWN, OWN + " " + origin));
    }
}
