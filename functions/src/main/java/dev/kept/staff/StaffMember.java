package dev.kept.staff;

import dev.kept.http.Call;
import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import dev.kept.page.Staff;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who calls, as the authorizer found out.
 *
 * @param subject a code for the person, the same at every sign-in
 * @param name how pages address the person, empty where the provider does not say
 */
public record StaffMember(String subject, StaffRole role, String name) {
    static final String SUBJECT = "subject";
    static final String ROLE = "role";
    static final String NAME = "name";
    /** Who made the call be sent: our own page or machine, or some other site by way of a browser. */
    static final String SENT = "sent";

    static final String BY_OURSELVES = "by-ourselves";

    /**
     * The caller of a staff route.
     *
     * @param allowed the roles that may do this
     */
    public static StaffMember of(Call call, Set<StaffRole> allowed) {
        var member = find(call)
                .orElseThrow(() -> new ProblemFound(ProblemKind.UNAUTHENTICATED, "Sign in with a staff account."));
        if (!call.method().equals("GET") && !isOurs(call)) {
            throw new ProblemFound(
                    ProblemKind.FOREIGN_ORIGIN, "Send the form from the console's own page, or send a Bearer token.");
        }
        if (!allowed.contains(member.role())) {
            throw new ProblemFound(ProblemKind.FORBIDDEN, "Ask somebody whose role allows this; yours does not.");
        }
        return member;
    }

    /** The caller of a staff route that everybody of the staff may look at. */
    public static StaffMember reader(Call call) {
        return of(call, EnumSet.allOf(StaffRole.class));
    }

    /** Who is signed in, whatever that person may do; empty for nobody. */
    static Optional<StaffMember> find(Call call) {
        return StaffRole.of(claim(call, ROLE))
                .map(role -> new StaffMember(claim(call, SUBJECT), role, claim(call, NAME)));
    }

    /** As the console's header shows the person. */
    public Staff shown() {
        return new Staff(name.isEmpty() ? subject : name, role.word());
    }

    /** A browser sends a session's cookie along whoever made it call; a token has to be put there on purpose. */
    private static boolean isOurs(Call call) {
        return call.bearer().isPresent() || claim(call, SENT).equals(BY_OURSELVES);
    }

    private static String claim(Call call, String name) {
        return call.claims().getOrDefault(name, "");
    }

    @Override
    public String toString() {
        return "StaffMember[" + role + "]";
    }
}
