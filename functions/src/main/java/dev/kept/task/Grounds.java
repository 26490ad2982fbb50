package dev.kept.task;

import dev.kept.http.Problem;
import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import dev.kept.policy.Ground;
import dev.kept.policy.Policy;
import dev.kept.request.Request;
import java.util.List;
import java.util.Optional;

/** The grounds on which the policy lets staff refuse and extend. */
public final class Grounds {
    private final Policy policy;

    public Grounds(Policy policy) {
        this.policy = policy;
    }

    /** Refuses a choice that lacks the ground, or the words, that it needs. */
    void check(Request request, Decide.Choice choice) {
        switch (choice.decision()) {
            case APPROVE, DONE, NOT_FOUND -> {}
            case REFUSE -> require(refusal(request, choice.reason()).isPresent(), "reason");
            case EXTEND -> require(extension(choice.reason()).isPresent(), "reason");
            case ASK_IDENTITY -> require(!choice.note().isEmpty(), "note");
        }
    }

    /** Those for refusing a request of that kind. */
    public List<Ground> refusals(Request request) {
        return policy.refusals().stream()
                .filter(ground -> ground.kinds().contains(request.kind()))
                .toList();
    }

    Optional<Ground> refusal(Request request, String code) {
        return refusals(request).stream()
                .filter(ground -> ground.code().equals(code))
                .findFirst();
    }

    /** Those for extending the deadline of one. */
    public List<Ground> extensions() {
        return policy.extensions();
    }

    Optional<Ground> extension(String code) {
        return extensions().stream()
                .filter(ground -> ground.code().equals(code))
                .findFirst();
    }

    private static void require(boolean given, String field) {
        if (!given) {
            throw new ProblemFound(Problem.fields(
                    ProblemKind.INVALID_INPUT,
                    "A refusal or an extension needs one of the task's reasons as its code; a question about "
                            + "identity needs, as its note, what is asked and why.",
                    List.of(field)));
        }
    }
}
