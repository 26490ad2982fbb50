package dev.kept.staff;

import com.amazonaws.services.lambda.runtime.Context;
import java.lang.reflect.Proxy;

/** A context that nobody may ask for anything. */
final class NoContext {
    static final Context INSTANCE = (Context) Proxy.newProxyInstance(
            NoContext.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
            });

    private NoContext() {}
}
