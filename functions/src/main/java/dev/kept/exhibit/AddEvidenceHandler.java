package dev.kept.exhibit;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.FormParts;
import dev.kept.http.Input;
import dev.kept.http.Problem;
import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import dev.kept.http.Reply;
import dev.kept.page.PagedFunction;
import dev.kept.page.Pages;
import dev.kept.page.Site;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** POST /requests/{requestId}/evidence: the person adds a file to a correction that she asks for. */
public final class AddEvidenceHandler implements PagedFunction {
    /** What a call has besides the file. */
    private static final int AROUND = 10_000;
    /** Base64 makes four characters of three bytes. */
    private static final int LONGEST_TEXT = AddEvidence.LARGEST / 3 * 4;

    private static final int LONGEST_NAME = 255;
    private static final Set<ProblemKind> ABOUT_THE_FILE = EnumSet.of(
            ProblemKind.TOO_LARGE,
            ProblemKind.UNSUPPORTED_MEDIA_TYPE,
            ProblemKind.TOO_MANY_FILES,
            ProblemKind.ALREADY_DECIDED,
            ProblemKind.INVALID_INPUT);

    private final Supplier<Site> site;
    private final AddEvidence add;

    /** What Lambda calls. */
    public AddEvidenceHandler() {
        this(Wiring.fromEnvironment());
    }

    public AddEvidenceHandler(Wiring wiring) {
        site = wiring::site;
        add = wiring.addEvidence();
    }

    /** What came in. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sent(String token, byte[] content) {
        @Override
        public String toString() {
            return "Sent[personal]";
        }
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Reply answer(Call call) {
        var id = call.parameter("requestId");
        var sent = call.isFormWithFiles() ? fromForm(call) : fromJson(call);
        var added = add.add(id, sent.token(), sent.content());
        return call.wantsPage()
                ? Reply.seeOther(frame(call).to("/requests/" + id + "?token=" + sent.token()))
                : Reply.created(Map.of("evidence", added.evidence(), "left", added.left()));
    }

    /** What is wrong with a file is told where it can be put right, in words about files. */
    @Override
    public Reply show(Problem problem, Call call) {
        return call.wantsPage() && ABOUT_THE_FILE.contains(problem.kind())
                ? Reply.page(problem.kind().status(), Pages.evidenceRefused(frame(call), problem.kind()))
                : PagedFunction.super.show(problem, call);
    }

    private static Sent fromForm(Call call) {
        var parts = FormParts.of(call, AddEvidence.LARGEST + AROUND);
        var token = parts.text("token").filter(text -> text.length() <= 64).orElse("");
        var content = parts.bytes("file").orElse(new byte[0]);
        if (token.isEmpty() || content.length == 0) {
            throw invalid(token.isEmpty() ? "token" : "file");
        }
        return new Sent(token, content);
    }

    private static Sent fromJson(Call call) {
        if (!call.isJson()) {
            throw new ProblemFound(
                    ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                    "Send multipart/form-data, or application/json with the file in base64.");
        }
        var input = Input.of(call, LONGEST_TEXT + AROUND);
        var token = input.text("token", 64);
        // a file's name may say who it is about: it is taken, since programs have it at hand, and not kept
        input.optional("name", LONGEST_NAME);
        var content = input.text("content", LONGEST_TEXT + AROUND);
        input.done();
        try {
            return new Sent(token, Base64.getDecoder().decode(content));
        } catch (IllegalArgumentException notBase64) {
            throw invalid("content");
        }
    }

    private static ProblemFound invalid(String field) {
        return new ProblemFound(Problem.fields(
                ProblemKind.INVALID_INPUT,
                "Choose a file that is not empty; a program sends it in base64, without line breaks.",
                List.of(field)));
    }
}
