package dev.kept.local.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.kept.Wiring;
import dev.kept.http.Json;
import dev.kept.json.Trees;
import dev.kept.local.template.LambdaFunction;
import dev.kept.local.template.Template;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** The functions of the template: the real handlers, called with real JSON, under the template's settings. */
public final class Functions {
    private final Template template;
    private final Surroundings surroundings;
    private final Map<String, Instances> instances = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> read = new ConcurrentHashMap<>();

    public Functions(Template template, Surroundings surroundings) {
        this.template = template;
        this.surroundings = surroundings;
    }

    /**
     * What all functions share.
     *
     * @param clock what tells the time
     * @param seed where chance comes from
     * @param watching what sees each call to AWS, besides the call log and the permissions
     * @param log takes each line that a function logs through its context, with the function's id
     */
    public record Surroundings(
            Endpoints endpoints,
            Clock clock,
            long seed,
            CallLog calls,
            Permissions permissions,
            List<ExecutionInterceptor> watching,
            BiConsumer<String, String> log) {}

    /** The function of that logical id or ARN, with or without alias. */
    public Optional<LambdaFunction> find(String name) {
        var byId = template.functions().get(name);
        return byId != null
                ? Optional.of(byId)
                : template.functions().values().stream()
                        .filter(function -> name.equals(function.arn()) || name.startsWith(function.arn() + ":"))
                        .findFirst();
    }

    /**
     * Calls a function and waits for its answer.
     *
     * @param name its logical id or ARN
     * @throws FunctionThrew when it throws
     * @throws IllegalArgumentException when there is no such function
     */
    public @Nullable Object invoke(String name, @Nullable Object payload) {
        var function =
                find(name).orElseThrow(() -> new IllegalArgumentException("the template has no function " + name));
        var event = Json.text(payload == null ? Map.of() : payload).getBytes(StandardCharsets.UTF_8);
        var its = instances.computeIfAbsent(function.id(), id -> new Instances());
        var instance = its.take(number -> startLogged(function, number));
        try {
            return run(function, instance, event);
        } finally {
            its.giveBack(instance);
        }
    }

    /** Its process died: the next call meets a fresh one. */
    public void forget(String name) {
        find(name).map(function -> instances.get(function.id())).ifPresent(Instances::forget);
    }

    private @Nullable Object run(LambdaFunction function, Instance instance, byte[] event) {
        var answer = new ByteArrayOutputStream();
        var context = new LocalContext(
                function, instance.nextRequestId(), line -> surroundings.log().accept(function.id(), line));
        try {
            instance.handler().handleRequest(new ByteArrayInputStream(event), answer, context);
            return answer.size() == 0 ? null : Trees.read(answer.toString(StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException | Error thrown) {
            // as the runtime does, message and all: what must not be in a log must not be in a message
            surroundings.log().accept(function.id(), "failed " + thrown);
            throw new FunctionThrew(thrown);
        }
    }

    private Instance startLogged(LambdaFunction function, int number) {
        try {
            return start(function, number);
        } catch (RuntimeException unfit) {
            surroundings.log().accept(function.id(), "cannot start " + unfit);
            throw unfit;
        }
    }

    private Instance start(LambdaFunction function, int number) {
        var random =
                new SplittableRandom(surroundings.seed() ^ ((long) function.id().hashCode() << 16) ^ number);
        var watching = new ArrayList<>(surroundings.watching());
        watching.add(
                0, new Watch(function.id(), new AwsCalls(template), surroundings.calls(), surroundings.permissions()));
        var wiring = new Wiring(noted(function), surroundings.clock(), random, watching);
        return new Instance(number, handler(function, wiring), random.split());
    }

    /** The settings that the template gives each function and that it never read, as {@code function setting}. */
    public Set<String> unreadSettings() {
        var unread = new TreeSet<String>();
        for (var function : template.functions().values()) {
            var names = new TreeSet<>(function.environment().keySet());
            names.removeAll(read.getOrDefault(function.id(), Set.of()));
            names.forEach(name -> unread.add(function.id() + " " + name));
        }
        return unread;
    }

    private Map<String, String> noted(LambdaFunction function) {
        var its = read.computeIfAbsent(function.id(), id -> ConcurrentHashMap.newKeySet());
        return new NotedSettings(settings(function), its::add);
    }

    private Map<String, String> settings(LambdaFunction function) {
        var settings = new HashMap<>(function.environment());
        settings.putAll(surroundings.endpoints().settings());
        settings.put("AWS_REGION", Template.REGION);
        settings.put("AWS_ACCESS_KEY_ID", "local");
        settings.put("AWS_SECRET_ACCESS_KEY", "local");
        settings.put("AWS_LAMBDA_FUNCTION_NAME", function.id());
        return settings;
    }

    private static RequestStreamHandler handler(LambdaFunction function, Wiring wiring) {
        try {
            var type = Class.forName(function.handler());
            return (RequestStreamHandler) type.getConstructor(Wiring.class).newInstance(wiring);
        } catch (InvocationTargetException thrown) {
            throw new FunctionThrew(thrown.getCause() == null ? thrown : thrown.getCause());
        } catch (ReflectiveOperationException | ClassCastException unfit) {
            throw new IllegalStateException(
                    function.id() + ": " + function.handler()
                            + " has to be a public RequestStreamHandler with a public constructor (Wiring)",
                    unfit);
        }
    }
}
