package dev.kept.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.kept.json.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads a policy file, from the parsed tree and without reflection, to keep a cold start short. */
final class PolicyReader {
    private final String id;
    private final Findings findings = new Findings();

    PolicyReader(String id) {
        this.id = id;
    }

    /** Reads every part and checks what they say of each other. */
    Policy check(String json) {
        var root = new Part("$", tree(json), findings);
        id(root);
        root.stringOrNone("$schema", Spelling.MEANINGFUL);
        var policy = new Policy(id, root, findings);
        parts().forEach(part -> part.accept(policy));
        root.refuseUnknownKeys();
        new References(policy, findings).check();
        if (!findings.faults().isEmpty()) {
            throw new PolicyFault(id, findings.faults());
        }
        return policy;
    }

    /** Takes over a policy that has been checked: its parts are read as they are asked for. */
    Policy takeOver(CheckedParts parts) {
        return new Policy(id, new Part("$", parts, findings), findings);
    }

    /** In the order in which a policy is written; one that were left out here would be refused as unknown. */
    private static List<Consumer<Policy>> parts() {
        return List.of(
                Policy::version,
                Policy::effective,
                Policy::organisation,
                Policy::zone,
                Policy::regime,
                Policy::holidays,
                Policy::role,
                Policy::processing,
                Policy::fiscalYearEnd,
                Policy::minimumAge,
                Policy::addresses,
                Policy::forms,
                Policy::consents,
                Policy::categories,
                Policy::rights,
                Policy::deadlines,
                Policy::limits,
                Policy::recipients,
                Policy::transfers,
                Policy::automatedDecisions,
                Policy::remedies,
                Policy::refusals,
                Policy::extensions,
                Policy::communications,
                Policy::cookies,
                Policy::disclosures,
                Policy::changes,
                Policy::statements,
                Policy::systems);
    }

    private Map<?, ?> tree(String json) {
        try {
            if (Trees.read(json) instanceof Map<?, ?> tree) {
                return tree;
            }
            throw new PolicyFault(id, List.of(new Fault("$", "is JSON and not an object")));
        } catch (JsonProcessingException unreadable) {
            // without its place in the text, which would quote it
            throw new PolicyFault(
                    id,
                    List.of(new Fault(
                            "$",
                            "is not a JSON object: line "
                                    + unreadable.getLocation().getLineNr() + ": " + unreadable.getOriginalMessage())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void id(Part root) {
        var written = root.string("id", Spelling.NAME);
        if (!written.isEmpty() && !written.equals(id)) {
            root.wrong("id", "has to be the name of the file: " + id);
        }
    }
}
