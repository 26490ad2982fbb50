package dev.kept.staff;

import dev.kept.http.Call;
import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import java.util.Set;

/**
 * Who calls, as the authorizer found out.
 *
 * @param subject the identity provider's id of the person
 * @param name how pages address the person, empty where the provider does not say
 */
public record StaffMember(String subject, StaffRole role, String name) {
    /**
     * The caller of a staff route.
     *
     * @param allowed the roles that may do this
     */
    public static StaffMember of(Call call, Set<StaffRole> allowed) {
        var role = StaffRole.of(call.claims().getOrDefault("role", ""))
                .orElseThrow(() -> new ProblemFound(ProblemKind.UNAUTHENTICATED, "Sign in with a staff account."));
        if (!allowed.contains(role)) {
            throw new ProblemFound(ProblemKind.FORBIDDEN, "Ask somebody whose role allows this; yours does not.");
        }
        return new StaffMember(
                call.claims().getOrDefault("subject", ""), role, call.claims().getOrDefault("name", ""));
    }

    @Override
    public String toString() {
        return "StaffMember[" + role + "]";
    }
}
