package dev.kept.page;

import dev.kept.http.Reply;

/** Lets one page show images that stand in the page itself. An image runs nothing, whatever it holds. */
public final class InlineImages {
    private static final String POLICY = "Content-Security-Policy";
    private static final String OWN = "img-src 'self'";

    private InlineImages() {}

    /** The page, which may show them. */
    public static Reply allow(Reply page) {
        var policy = page.headers().getOrDefault(POLICY, OWN);
        return page.with(POLICY, policy.replace(OWN, OWN + " data:"));
    }
}
