package dev.kept.staff;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a member of staff may do; the identity provider says it in the claim {@code kept_role}. */
public enum StaffRole {
    /** Handles requests. */
    AGENT,
    /** Approves what others have prepared. */
    APPROVER,
    /** The data protection officer. */
    DPO,
    /** Sees everything that was done, and changes nothing. */
    AUDITOR;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that word; empty for any other. */
    public static Optional<StaffRole> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
