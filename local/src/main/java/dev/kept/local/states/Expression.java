package dev.kept.local.states;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One compiled JSONata expression and the field that it stands in. */
final class Expression {
    /** Bounds in steps and not in milliseconds, so that a runaway expression fails alike on every machine. */
    private static final int MOST_STEPS = 1_000_000;

    private static final int DEEPEST = 500;

    private final String source;
    private final String location;
    private final Jsonata compiled;

    private Expression(String source, String location, Jsonata compiled) {
        this.source = source;
        this.location = location;
        this.compiled = compiled;
    }

    /** Throws what the library throws for a bad expression. */
    static Expression compile(String source, String location) {
        var compiled = Jsonata.jsonata(source);
        // else null and nothing could not be told apart, and nothing must fail the state
        compiled.setOutputConvertNulls(false);
        return new Expression(source, location, compiled);
    }

    @Nullable
    Object evaluate(Scope scope) {
        @Nullable Object result;
        try {
            result = compiled.evaluate(null, frame(scope));
            if (result != null) {
                return Plain.fromJsonata(result);
            }
        } catch (JException failed) {
            throw failed("threw an error during evaluation. " + failed.getError() + ": " + failed.getMessage());
        } catch (IllegalArgumentException notJson) {
            throw failed("returned an unsupported result type: " + notJson.getMessage() + ".");
        } catch (RuntimeException | StackOverflowError failed) {
            // the library throws what it likes where a function gets an argument of another kind
            throw failed("threw an error during evaluation.");
        }
        throw failed("returned nothing (undefined).");
    }

    StateFailed failed(String what) {
        return StateFailed.query(
                "The JSONata expression '" + source + "' specified for the field '" + location + "' " + what, location);
    }

    private Jsonata.Frame frame(Scope scope) {
        var frame = compiled.createFrame();
        scope.builtins().bindTo(frame);
        scope.variables().forEach((name, value) -> frame.bind(name, Plain.toJsonata(value)));
        frame.bind("states", Plain.toJsonata(scope.states()));
        var steps = new AtomicInteger();
        var depth = new AtomicInteger();
        frame.setEvaluateEntryCallback((expression, input, inner) -> {
            if (steps.incrementAndGet() > MOST_STEPS || depth.incrementAndGet() > DEEPEST) {
                throw new JException("The expression does not come to an end", -1);
            }
        });
        frame.setEvaluateExitCallback((expression, input, inner, result) -> depth.decrementAndGet());
        return frame;
    }
}
