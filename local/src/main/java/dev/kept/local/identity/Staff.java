package dev.kept.local.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Somebody who can sign in, with the role that the token says. */
record Staff(String id, String name, String role) {
    private static final Set<String> ROLES = Set.of("agent", "approver", "dpo", "auditor");
    static final List<Staff> SAMPLES = List.of(
            new Staff("agnes", "Agnès", "agent"),
            new Staff("boris", "Boris", "approver"),
            new Staff("diane", "Diane", "dpo"),
            new Staff("aude", "Aude", "auditor"));

    Staff {
        if (!id.matches("[a-z][a-z0-9-]{0,30}")) {
            throw new IllegalArgumentException("a person is a word of small letters, digits and hyphens");
        }
        if (!ROLES.contains(role)) {
            throw new IllegalArgumentException("a role is one of agent, approver, dpo, auditor");
        }
    }

    static Optional<Staff> sample(String id) {
        return SAMPLES.stream().filter(staff -> staff.id().equals(id)).findFirst();
    }

    /** A sample person in another role, or somebody new: a check may need more people than there are samples. */
    static Staff of(String id, String role) {
        return new Staff(id, sample(id).map(Staff::name).orElse(id), role);
    }

    String email() {
        return id + "@staff.example";
    }
}
