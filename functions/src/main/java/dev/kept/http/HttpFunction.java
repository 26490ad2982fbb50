package dev.kept.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A function that answers HTTP calls. It reads the event itself rather than through the runtime's typed events, whose
 * binding would more than double its cold start.
 */
public interface HttpFunction extends RequestStreamHandler {
    /** Answers one call; throws {@link ProblemFound} where the caller has to put something right. */
    Reply answer(Call call);

    /** How a problem looks to this caller; functions that have pages give one to browsers. */
    default Reply show(Problem problem, Call call) {
        return Reply.problem(problem, call.id());
    }

    @Override
    default void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        var call = Call.of(Json.object(event));
        answer.write(Json.text(reply(call, context).event()).getBytes(StandardCharsets.UTF_8));
    }

    private Reply reply(Call call, Context context) {
        try {
            return answer(call);
        } catch (ProblemFound found) {
            return show(found.problem(), call);
        } catch (RuntimeException unforeseen) {
            Log.unforeseen(unforeseen, call.id(), context.getAwsRequestId());
            return show(problem(unforeseen), call);
        }
    }

    /** A call to AWS that failed has its time, unlike a fault of ours. */
    private static Problem problem(RuntimeException unforeseen) {
        return unforeseen instanceof SdkException
                ? new Problem(
                        ProblemKind.UNAVAILABLE,
                        "Something that we depend on did not answer. Try again in a minute.",
                        List.of(),
                        60,
                        Map.of())
                : new Problem(
                        ProblemKind.INTERNAL, "Try again; if it happens again, tell us the instance and the time.");
    }
}
