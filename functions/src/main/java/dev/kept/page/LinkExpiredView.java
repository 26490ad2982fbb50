package dev.kept.page;

import org.jspecify.annotations.Nullable;

/**
 * The link was used, is too old or never was.
 *
 * @param renewAddress where a new one can be asked for by a post, for links that can be renewed
 * @param token the one of the link, which says whose new link is asked for
 */
public record LinkExpiredView(@Nullable String renewAddress, String token) {
    /** A link that cannot be renewed. */
    static final LinkExpiredView FOR_GOOD = new LinkExpiredView(null, "");

    @Override
    public String toString() {
        return "LinkExpiredView[" + renewAddress + "]";
    }
}
