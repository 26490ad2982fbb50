package dev.kept.request;

import dev.kept.http.Call;
import dev.kept.http.Input;
import dev.kept.intake.CardNumbers;
import dev.kept.person.Identifier;
import dev.kept.person.Personal;
import dev.kept.person.TypedIdentifier;
import dev.kept.policy.Policy;
import dev.kept.policy.RequestKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it was submitted and found to be well formed.
 *
 * @param sender the caller's network address, for the limit only
 */
record Submission(
        RequestKind kind,
        Identifier identifier,
        String language,
        Map<String, Object> details,
        Personal message,
        Personal sender) {
    private static final int LONGEST_MESSAGE = 4000;

    static Submission read(Policy policy, Workflows workflows, Call call) {
        var input = Input.of(call);
        CardNumbers.refuse(input);
        var kind = kind(policy, workflows, input);
        var identifier = TypedIdentifier.read(input, "identifier", policy);
        var language = policy.language(input.optional("language", 8).orElse(null));
        var details = details(policy, kind, input.object("details"));
        var message = new Personal(input.optional("message", LONGEST_MESSAGE).orElse(""));
        input.done();
        return new Submission(
                kind.orElseThrow(), identifier.orElseThrow(), language, details, message, new Personal(call.sender()));
    }

    private static Optional<RequestKind> kind(Policy policy, Workflows workflows, Input input) {
        var word = input.text("kind", 20);
        for (var right : policy.rights()) {
            if (right.kind().word().equals(word) && workflows.carryOut(right.kind())) {
                return Optional.of(right.kind());
            }
        }
        input.refuse("kind");
        return Optional.empty();
    }

    /** Most kinds need none; a correction says what it proposes, and an objection what it is about. */
    private static Map<String, Object> details(Policy policy, Optional<RequestKind> kind, Input details) {
        if (kind.filter(RequestKind.CORRECTION::equals).isPresent()) {
            return Proposal.read(policy, details);
        }
        return kind.filter(RequestKind.OBJECTION::equals).isPresent()
                ? Objection.read(policy, details)
                : details(details);
    }

    private static Map<String, Object> details(Input details) {
        var read = new LinkedHashMap<String, Object>();
        for (var name : details.names()) {
            details.optional(name, LONGEST_MESSAGE).ifPresent(text -> read.put(name, text));
        }
        return read;
    }

    RequestContent content() {
        return new RequestContent(identifier, message, details);
    }

    @Override
    public String toString() {
        return "Submission[" + kind + "]";
    }
}
