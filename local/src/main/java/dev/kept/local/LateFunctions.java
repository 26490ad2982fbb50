package dev.kept.local;

import dev.kept.local.function.FunctionThrew;
import dev.kept.local.function.Functions;
import dev.kept.local.states.FunctionCaller;
import dev.kept.local.states.FunctionFailed;
import org.jspecify.annotations.Nullable;

/** The workflows' way to the functions, which start workflows themselves and so come after them. */
final class LateFunctions implements FunctionCaller {
    private volatile @Nullable Functions functions;

    void arrive(Functions ready) {
        functions = ready;
    }

    @Override
    public @Nullable Object call(String functionArn, @Nullable Object payload) throws FunctionFailed {
        var ready = functions;
        if (ready == null) {
            throw new FunctionFailed("Lambda.ServiceException", "The functions have not been started yet.");
        }
        try {
            return ready.invoke(functionArn, payload);
        } catch (FunctionThrew thrown) {
            throw new FunctionFailed(thrown.errorType(), thrown.errorMessage());
        } catch (IllegalArgumentException unknown) {
            throw new FunctionFailed("Lambda.ResourceNotFoundException", "There is no function " + functionArn + ".");
        }
    }
}
