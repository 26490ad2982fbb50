package dev.kept.local;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.kept.http.Json;
import dev.kept.local.gateway.HttpAnswer;
import dev.kept.local.gateway.HttpCall;
import dev.kept.local.gateway.HttpHandling;
import dev.kept.policy.ConnectedSystemDeclaration.Http;
import dev.kept.policy.IdentifierType;
import dev.kept.system.CallSignature;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;

/**
 * Plays a sub-processor: keeps records and answers calls in the way that the policy describes, as soon as they are signed by
 * whoever shares its secret.
 */
final class PlayedProcessor implements HttpHandling {
    private static final String DONE = "completed";

    private final Http declared;
    private final String secret;
    private final BooleanSupplier off;
    private final Clock clock;
    private final Map<Integer, Held> records = new ConcurrentSkipListMap<>();
    private int last;
    private boolean pretending;

    /** A record, and whose it is: what it knows her by, for each type of identifier. */
    private record Held(int number, Map<String, String> identities, String category, Map<String, String> values) {}

    /**
     * @param off whether it is down
     */
    PlayedProcessor(Http declared, String secret, BooleanSupplier off, Clock clock) {
        this.declared = declared;
        this.secret = secret;
        this.off = off;
        this.clock = clock;
    }

    /**
     * Puts somebody onto its list.
     *
     * @param fields what the form was filled in with
     */
    synchronized void subscribe(String email, Map<String, String> fields) {
        var identities = new TreeMap<String, String>();
        for (var known : declared.identities()) {
            if (known.identifier() == IdentifierType.EMAIL) {
                identities.put(known.type(), known.form().write(email));
            }
        }
        var values = new TreeMap<String, String>();
        for (var attribute : declared.attributes()) {
            var field = attribute.field();
            var value = switch (attribute.name()) {
                case "list" -> "newsletter";
                case "subscribedAt" -> clock.instant().toString();
                default -> field == null ? "" : fields.getOrDefault(field, "");
            };
            if (!value.isEmpty()) {
                values.put(attribute.name(), value);
            }
        }
        keep(new Held(++last, identities, declared.categories().get(0), values));
    }

    private void keep(Held record) {
        records.put(record.number(), record);
    }

    /** From now on it says that it has erased, and has not; or does as it says again. */
    synchronized void pretend(boolean on) {
        pretending = on;
    }

    /** Everything that it holds, by place. */
    Map<String, String> held() {
        var held = new LinkedHashMap<String, String>();
        records.forEach((number, one) ->
                held.put("system " + declared.id() + " record " + number, one.identities() + " " + one.values()));
        return held;
    }

    @Override
    public HttpAnswer answer(HttpCall call) {
        if (off.getAsBoolean()) {
            return HttpAnswer.json(503, Map.of());
        }
        var signed = new CallSignature(secret)
                .verifies(
                        call.header(CallSignature.SIGNATURE).orElse(""),
                        call.header(CallSignature.TIMESTAMP).orElse(""),
                        call.method(),
                        call.rawPath(),
                        call.body(),
                        clock.instant());
        if (!signed) {
            return HttpAnswer.json(401, Map.of());
        }
        if (!call.method().equals("POST")
                || !call.rawPath().endsWith(declared.calls().ask())) {
            return HttpAnswer.json(404, Map.of());
        }
        return answer(Json.object(call.text()));
    }

    private synchronized HttpAnswer answer(Map<String, Object> asked) {
        var type = Json.string(asked, "subject_request_type");
        var calls = declared.calls();
        var details = Json.child(asked, "extensions").values().stream()
                .map(PlayedProcessor::object)
                .findFirst()
                .orElse(Map.of());
        var identities = Json.list(asked, "subject_identities").stream()
                .map(PlayedProcessor::object)
                .toList();
        var hers = records.values().stream()
                .filter(record -> identities.stream().anyMatch(identity -> isOf(record, identity)))
                .toList();
        if (type.equals(calls.count())) {
            return done(calls.counts(), counts(hers));
        }
        if (type.equals(calls.access())) {
            return done(
                    calls.results(),
                    hers.stream().collect(groupingBy(Held::category, mapping(Held::values, toList()))));
        }
        if (type.equals(calls.erasure())) {
            var categories = Json.list(details, "categories");
            var going = hers.stream()
                    .filter(record -> categories.contains(record.category()))
                    .toList();
            if (!pretending) {
                going.forEach(record -> records.remove(record.number()));
            }
            return done(calls.counts(), counts(going));
        }
        if (type.equals(calls.rectification())) {
            return done(calls.counts(), correct(hers, Json.child(details, "fields")));
        }
        return HttpAnswer.json(400, Map.of());
    }

    /** Corrects what is there: a record without such an attribute gets none. */
    private Map<String, Long> correct(List<Held> hers, Map<String, Object> fields) {
        var corrected = hers.stream()
                .filter(record -> fields.keySet().stream().anyMatch(record.values()::containsKey))
                .toList();
        for (var record : corrected) {
            var values = new TreeMap<>(record.values());
            fields.forEach((name, value) -> values.computeIfPresent(name, (same, old) -> String.valueOf(value)));
            keep(new Held(record.number(), record.identities(), record.category(), values));
        }
        return counts(corrected);
    }

    private static boolean isOf(Held record, Map<String, Object> identity) {
        return Json.string(identity, "identity_value")
                .equals(record.identities().get(Json.string(identity, "identity_type")));
    }

    private static Map<String, Long> counts(List<Held> records) {
        return records.stream().collect(groupingBy(Held::category, counting()));
    }

    private HttpAnswer done(String place, Object what) {
        return HttpAnswer.json(200, Map.of(declared.calls().status(), DONE, place, what));
    }

    private static Map<String, Object> object(Object tree) {
        return Json.child(Map.of("it", tree), "it");
    }
}
