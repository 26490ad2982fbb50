package dev.kept.staff;

import dev.kept.http.AuthorizerFunction;
import dev.kept.http.Call;
import dev.kept.http.Verdict;
import java.util.HashMap;
import java.util.Map;

/** Finds out who of the staff calls: by the token of a machine, or by the session of a browser. */
public final class AuthorizeStaff {
    private final StaffTokens tokens;
    private final OwnOrigin own;

    public AuthorizeStaff(StaffTokens tokens, String baseUrl) {
        this.tokens = tokens;
        this.own = OwnOrigin.of(baseUrl);
    }

    Verdict judge(Call call) {
        var identity = call.bearer()
                .or(() -> Cookies.find(call, Cookies.SESSION))
                .flatMap(tokens::verified)
                .orElseThrow(AuthorizerFunction.Unauthorized::new);
        return identity.role()
                .map(role -> new Verdict(identity.subject(), true, claims(call, identity, role)))
                .orElseGet(() -> new Verdict(identity.subject(), false, Map.of()));
    }

    private Map<String, String> claims(Call call, Identity identity, StaffRole role) {
        var claims = new HashMap<String, String>();
        claims.put(StaffMember.SUBJECT, identity.subject());
        claims.put(StaffMember.ROLE, role.word());
        if (!identity.name().isEmpty()) {
            claims.put(StaffMember.NAME, identity.name());
        }
        if (call.bearer().isPresent() || own.sent(call)) {
            claims.put(StaffMember.SENT, StaffMember.BY_OURSELVES);
        }
        return claims;
    }
}
