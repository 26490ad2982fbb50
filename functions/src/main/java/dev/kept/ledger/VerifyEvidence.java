package dev.kept.ledger;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Verifies receipts, checkpoints and an exported ledger with nothing but the public keys: no network, no account. */
public final class VerifyEvidence {
    private VerifyEvidence() {}

    public static void main(String[] arguments) {
        System.exit(verify(Path.of(arguments.length == 1 ? arguments[0] : ""), System.out) ? 0 : 1);
    }

    /** Says line by line what holds and what does not; true when nothing is broken. */
    static boolean verify(Path folder, PrintStream out) {
        if (!Files.isDirectory(folder)) {
            out.println("There is no folder " + folder + ": name the one that holds the evidence.");
            return false;
        }
        var findings = EvidenceCheck.of(EvidenceFolder.read(folder));
        findings.forEach(finding -> out.println(finding.line()));
        var broken = findings.stream().filter(Finding::isBroken).count();
        out.println(
                broken == 0
                        ? "Verified: everything here is as it was signed and fits together."
                        : "NOT VERIFIED: " + broken + " of " + findings.size() + " checks failed.");
        return broken == 0;
    }
}
