package dev.kept.page;

import dev.kept.http.Call;
import dev.kept.http.HttpFunction;
import dev.kept.http.Problem;
import dev.kept.http.ProblemKind;
import dev.kept.http.Reply;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A function that has pages: a browser gets a problem as a page, every other caller as JSON. */
public interface PagedFunction extends HttpFunction {
    /** The site whose pages it shows. */
    Site site();

    /** Who is signed in, for functions of the console. */
    default @Nullable Staff staff(Call call) {
        return null;
    }

    /** What surrounds each of its pages. */
    default Frame frame(Call call) {
        return site().frame(call, staff(call));
    }

    /** The form to correct, where the call came from one that this function draws. */
    default Optional<String> corrected(Problem problem, Call call) {
        return Optional.empty();
    }

    /** What to offer to somebody whose link no longer works. */
    default LinkExpiredView expired(Call call) {
        return LinkExpiredView.FOR_GOOD;
    }

    @Override
    default Reply show(Problem problem, Call call) {
        if (!call.wantsPage()) {
            return HttpFunction.super.show(problem, call);
        }
        var page = problem.fields().isEmpty() ? Optional.<String>empty() : corrected(problem, call);
        var reply = Reply.page(problem.kind().status(), page.orElseGet(() -> page(problem, call)));
        return problem.retryAfterSeconds() > 0
                ? reply.with("Retry-After", Integer.toString(problem.retryAfterSeconds()))
                : reply;
    }

    private String page(Problem problem, Call call) {
        var frame = frame(call);
        return problem.kind() == ProblemKind.LINK_EXPIRED
                ? Pages.expired(frame, expired(call))
                : Pages.problem(frame, new ProblemView(problem.kind(), problem.fields(), call.id()));
    }
}
