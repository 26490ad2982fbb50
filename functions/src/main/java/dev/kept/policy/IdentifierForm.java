package dev.kept.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** How a connected system writes the identifier that finds a person, always made from its normalised form. */
public enum IdentifierForm implements Word {
    PLAIN,
    /** The lower-case hexadecimal SHA-256. */
    SHA256;

    /** The word of OpenDSR 2.0, section 5.3, for this form. */
    public String openDsr() {
        return this == PLAIN ? "raw" : "sha256";
    }

    /** What the system holds for this normalised identifier. */
    public String write(String normalised) {
        if (this == PLAIN) {
            return normalised;
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(normalised.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
