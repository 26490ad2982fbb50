package dev.kept.http;

/** Carries a problem up to where the call is answered; no stack trace, nothing to leak. */
public final class ProblemFound extends RuntimeException {
    private final transient Problem problem;

    public ProblemFound(Problem problem) {
        super(problem.kind().slug(), null, false, false);
        this.problem = problem;
    }

    public ProblemFound(ProblemKind kind, String detail) {
        this(new Problem(kind, detail));
    }

    public Problem problem() {
        return problem;
    }

    /** Absent and not yours look the same. */
    public static ProblemFound notFound() {
        return new ProblemFound(ProblemKind.NOT_FOUND, "Check the address; what it named may have been removed.");
    }
}
