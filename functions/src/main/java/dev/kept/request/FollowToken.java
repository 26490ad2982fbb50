package dev.kept.request;

import dev.kept.http.Call;
import dev.kept.http.ProblemFound;

/** What opens a request to the one who made it. Absent, forged and another request's look the same. */
public final class FollowToken {
    private FollowToken() {}

    /** The token of the call, in its header or in the address of a page; it opens that request. */
    static String of(Call call, String requestId, Links links) {
        var token = call.bearer().or(() -> call.asked("token")).orElseThrow(ProblemFound::notFound);
        check(requestId, token, links);
        return token;
    }

    /** Refuses a token that does not open that request. */
    public static void check(String requestId, String token, Links links) {
        if (!links.opens(requestId, Links.Purpose.FOLLOW, token)) {
            throw ProblemFound.notFound();
        }
    }
}
