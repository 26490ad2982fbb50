package dev.kept.access;

import dev.kept.policy.Policy;
import dev.kept.request.Board;
import dev.kept.request.Exhibit;
import dev.kept.request.Exhibits;
import dev.kept.request.Request;
import dev.kept.request.RequestContent;
import dev.kept.request.RequestFile;
import dev.kept.request.RequestStep;
import dev.kept.system.Row;
import dev.kept.system.Subject;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The requests that a person has made, as records of hers: what she asked for, typed and was answered, and when. What staff
 * noted for themselves is not among them.
 */
public final class OwnRequests {
    /** The category of every policy that they belong to. */
    static final String CATEGORY = "requests";
    /** The field that stands in place of what was typed once that has been erased. */
    static final String TYPED = "typed";

    private final Policy policy;
    private final Board board;
    private final RequestFile file;
    private final Exhibits exhibits;

    public OwnRequests(Policy policy, Board board, RequestFile file, Exhibits exhibits) {
        this.policy = policy;
        this.board = board;
        this.file = file;
        this.exhibits = exhibits;
    }

    /** How many there are of the person who makes that request, with this one. */
    int count(String requestId, Subject subject) {
        return of(requestId, subject).size();
    }

    /** Each of them, the oldest first. */
    List<Row> rows(String requestId, Subject subject) {
        return of(requestId, subject).stream()
                .map(request -> row(request, request.id().equals(requestId)))
                .toList();
    }

    private List<Request> of(String requestId, Subject subject) {
        var found = new TreeMap<String, Request>();
        subject.personIds().forEach(person -> board.allOf(person).forEach(request -> found.put(request.id(), request)));
        // the index may be a moment behind
        subject.personId()
                .ifPresent(person -> found.put(requestId, file.requests().get(requestId)));
        return found.values().stream()
                .sorted(Comparator.comparing(Request::received).thenComparing(Request::id))
                .toList();
    }

    /**
     * @param answering whether it is the one that is being answered: what still becomes of it is left out
     */
    private Row row(Request request, boolean answering) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("reference", request.id());
        fields.put("kind", request.kind().word());
        fields.put("received", request.received().toString());
        fields.put("state", request.state().word());
        fields.put("answerBy", request.due().strictDate().toString());
        request.due().extendedTo().ifPresent(date -> fields.put("extendedTo", date.toString()));
        if (!answering) {
            fields.put(
                    "steps",
                    file.requests().steps(request.id()).stream()
                            .map(OwnRequests::line)
                            .collect(Collectors.joining("\n")));
        }
        typed(request.id(), fields);
        var evidence = exhibits.of(request.id());
        if (!evidence.isEmpty()) {
            fields.put("evidence", evidence.stream().map(OwnRequests::line).collect(Collectors.joining("\n")));
        }
        return new Row(CATEGORY, about(request), fields, List.of());
    }

    private static String line(RequestStep step) {
        return step.at() + " " + step.step();
    }

    private static String line(Exhibit exhibit) {
        return String.join(
                " ",
                exhibit.name(),
                exhibit.type().mediaType(),
                exhibit.bytes() + " bytes",
                exhibit.added().toString());
    }

    private void typed(String requestId, Map<String, String> fields) {
        var content = file.contents().read(requestId);
        if (content.isEmpty()) {
            fields.put(TYPED, "erased");
            return;
        }
        typed(content.get(), fields);
        file.contents().find(requestId, "identity").ifPresent(answer -> fields.put("identityAnswer", answer));
    }

    private static void typed(RequestContent content, Map<String, String> fields) {
        fields.put("identifier", content.identifier().value().reveal());
        var message = content.message().reveal();
        if (!message.isBlank()) {
            fields.put("message", message);
        }
        content.details().forEach((name, value) -> flatten("details." + name, value, fields));
    }

    /** One field for each text, whose name is the way to it; a list is one text, a line for each member. */
    private static void flatten(String name, Object value, Map<String, String> fields) {
        if (value instanceof Map<?, ?> members) {
            members.forEach((key, member) -> flatten(name + "." + key, member, fields));
        } else if (value instanceof Collection<?> list) {
            fields.put(name, list.stream().map(String::valueOf).collect(Collectors.joining("\n")));
        } else {
            fields.put(name, String.valueOf(value));
        }
    }

    private Map<String, String> about(Request request) {
        var category = policy.category(CATEGORY);
        var language = policy.languages().get(0);
        var about = new LinkedHashMap<String, String>();
        about.put("purpose", category.purpose().in(language));
        about.put("legalBasis", category.legalBasis().word());
        about.put("policy", request.policy());
        about.put("retention", category.retention().describe(language));
        return about;
    }
}
