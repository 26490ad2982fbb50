package dev.kept.staff;

import dev.kept.Wiring;
import dev.kept.http.AuthorizerFunction;
import dev.kept.http.Call;
import dev.kept.http.Verdict;

/** Tells API Gateway who of the staff calls. */
public final class AuthorizeStaffHandler implements AuthorizerFunction {
    private final AuthorizeStaff authorize;

    /** What Lambda calls. */
    public AuthorizeStaffHandler() {
        this(Wiring.fromEnvironment());
    }

    public AuthorizeStaffHandler(Wiring wiring) {
        authorize = wiring.authorizeStaff();
    }

    @Override
    public Verdict judge(Call call) {
        return authorize.judge(call);
    }
}
