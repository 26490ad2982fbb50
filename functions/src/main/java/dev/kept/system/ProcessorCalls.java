package dev.kept.system;

import dev.kept.http.Json;
import dev.kept.policy.ConnectedSystemDeclaration.Http;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks a sub-processor, close to OpenDSR 2.0: posts a request with an id that its repetition has too, and follows it where
 * the answer does not say how far it is. Identifiers stand in bodies only.
 */
final class ProcessorCalls {
    private static final String DONE = "completed";
    private static final Set<String> UNDER_WAY = Set.of("pending", "in_progress");

    private final Http declared;
    private final URI base;
    private final CallSignature signature;
    private final String regulation;
    private final Wire wire;
    private final Function<String, Instant> received;
    private final Clock clock;

    /**
     * @param base where it answers
     * @param regulation under which it is asked, {@code gdpr} or {@code ccpa}
     * @param received when a person's request came in
     */
    ProcessorCalls(
            Http declared,
            URI base,
            CallSignature signature,
            String regulation,
            Wire wire,
            Function<String, Instant> received,
            Clock clock) {
        this.declared = declared;
        this.base = base;
        this.signature = signature;
        this.regulation = regulation;
        this.wire = wire;
        this.received = received;
        this.clock = clock;
    }

    /**
     * The answer to a request that is done.
     *
     * @param occasion what makes it another request than those of the same type for the same person's request
     * @param details what else it has to know: which categories, which new values
     * @return none where it knows people by nothing that is known of her
     * @throws SystemUnfinished when it is not done yet
     */
    Optional<Map<String, Object>> ask(String type, Subject subject, String occasion, Map<String, Object> details) {
        var identities = identities(subject);
        if (identities.isEmpty()) {
            return Optional.empty();
        }
        var id = id(List.of(type, subject.requestId().orElse(""), occasion, identities, details));
        var body = new LinkedHashMap<String, Object>();
        body.put("regulation", regulation);
        body.put("subject_request_id", id);
        body.put("subject_request_type", type);
        body.put(
                "submitted_time",
                subject.requestId().map(received).orElseGet(clock::instant).toString());
        body.put("subject_identities", identities);
        body.put("api_version", "2.0");
        if (!details.isEmpty()) {
            body.put("extensions", Map.of(base.getHost(), details));
        }
        var answer = send("POST", declared.calls().ask(), Json.text(body), Set.of(200, 201, 202));
        if (at(answer, declared.calls().status()) == null) {
            answer = send("GET", declared.calls().follow().replace("{id}", id), "", Set.of(200));
        }
        return Optional.of(done(answer));
    }

    private Map<String, Object> done(Map<String, Object> answer) {
        var status = String.valueOf(at(answer, declared.calls().status()));
        if (UNDER_WAY.contains(status)) {
            throw new SystemUnfinished(declared.id());
        }
        if (!status.equals(DONE)) {
            throw new SystemUnavailable(declared.id(), "it does not say that it has done what it was asked");
        }
        return answer;
    }

    private List<Object> identities(Subject subject) {
        var identities = new ArrayList<Object>();
        for (var known : declared.identities()) {
            for (var value : subject.values(known.identifier())) {
                var identity = new LinkedHashMap<String, Object>();
                identity.put("identity_type", known.type());
                identity.put("identity_value", known.form().write(value));
                identity.put("identity_format", known.form().openDsr());
                identities.add(identity);
            }
        }
        return identities;
    }

    /** Shaped like the random ids that OpenDSR asks for; the same for the same request, and nobody can guess from whom. */
    private String id(List<Object> of) {
        var code = signature.mac("id\n", Json.text(of).getBytes(StandardCharsets.UTF_8));
        code[6] = (byte) ((code[6] & 0x0F) | 0x40);
        code[8] = (byte) ((code[8] & 0x3F) | 0x80);
        var bytes = ByteBuffer.wrap(code);
        return new UUID(bytes.getLong(), bytes.getLong()).toString();
    }

    private Map<String, Object> send(String method, String path, String text, Set<Integer> expected) {
        var whole = base.getRawPath().replaceFirst("/+$", "") + path;
        var body = text.getBytes(StandardCharsets.UTF_8);
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        var headers = new LinkedHashMap<String, String>();
        headers.put(CallSignature.TIMESTAMP, now);
        headers.put(CallSignature.SIGNATURE, signature.sign(now, method, whole, body));
        try {
            var answer = wire.send(base, method, whole, headers, body);
            if (!expected.contains(answer.status())) {
                throw new SystemUnavailable(declared.id(), "it answered with the status " + answer.status());
            }
            if (!answer.mediaType().equals("application/json")) {
                throw new SystemUnavailable(declared.id(), "it did not answer in JSON");
            }
            return Json.object(answer.body());
        } catch (IOException | Json.NotJson unusable) {
            throw new SystemUnavailable(declared.id(), unusable);
        }
    }

    /** What stands at a place of an answer, where dots lead inwards; null where nothing does. */
    static @Nullable Object at(Map<String, Object> answer, String place) {
        Object found = answer;
        for (var name : place.split("\\.", -1)) {
            found = found instanceof Map<?, ?> tree ? tree.get(name) : null;
        }
        return found;
    }
}
