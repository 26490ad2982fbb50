package dev.kept.page;

import dev.kept.http.Call;
import dev.kept.policy.Policy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is the same on every page of one stack: whose privacy centre it is, and in which languages.
 *
 * @param organisation its name
 * @param website its home page
 * @param contact the address to write to about personal data
 * @param authority the supervisory authority's name
 * @param authorityWebsite where to complain to it
 * @param languages the default first
 */
public record Site(
        String organisation,
        String website,
        String contact,
        String authority,
        String authorityWebsite,
        List<Language> languages,
        StaticFiles files) {

    /** The site of the organisation whose policy this is. */
    public static Site of(Policy policy, StaticFiles files) {
        return new Site(
                policy.organisation().name(),
                policy.organisation().website(),
                policy.organisation().contact(),
                policy.remedies().authority(),
                policy.remedies().website(),
                Language.among(policy.languages()),
                files);
    }

    /** The frame of a public page that answers this call. */
    public Frame frame(Call call) {
        return frame(call, null);
    }

    /** The frame of a page that answers this call of somebody who is signed in. */
    public Frame frame(Call call, @Nullable Staff staff) {
        var chosen = Language.asked(call, languages).isPresent();
        return new Frame(this, Texts.in(Language.of(call, languages)), call.query(), chosen, staff);
    }
}
