package dev.kept.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kept.http.Call;
import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StaffMemberTest {
    private static final Map<String, String> AGENT = Map.of("subject", "agnes", "role", "agent", "name", "Agnès");
    private static final Map<String, String> AGENT_HERE =
            Map.of("subject", "agnes", "role", "agent", "sent", "by-ourselves");

    @Test
    void theAuthorizerSaysWhoCalls() {
        assertEquals(new StaffMember("agnes", StaffRole.AGENT, "Agnès"), of(call("GET", Map.of(), AGENT)));
    }

    @Test
    void nobodyIsAskedToSignIn() {
        assertEquals(ProblemKind.UNAUTHENTICATED, refused(call("GET", Map.of(), Map.of())));
    }

    @Test
    void anotherRoleIsRefused() {
        assertEquals(
                ProblemKind.FORBIDDEN, refused(call("GET", Map.of(), Map.of("subject", "aude", "role", "auditor"))));
    }

    @Test
    void aFormHasToComeFromOurOwnPage() {
        assertEquals(ProblemKind.FOREIGN_ORIGIN, refused(call("POST", Map.of(), AGENT)));
        assertEquals("agnes", of(call("POST", Map.of(), AGENT_HERE)).subject());
    }

    @Test
    void aTokenIsSentOnPurpose() {
        var headers = Map.of("authorization", "Bearer x");

        assertEquals("agnes", of(call("POST", headers, AGENT)).subject());
    }

    private static StaffMember of(Call call) {
        return StaffMember.of(call, EnumSet.of(StaffRole.AGENT));
    }

    private static ProblemKind refused(Call call) {
        return assertThrows(ProblemFound.class, () -> of(call)).problem().kind();
    }

    private static Call call(String method, Map<String, String> headers, Map<String, String> claims) {
        return new Call(method, "/", Map.of(), Map.of(), headers, "", "call-1", "", claims);
    }
}
