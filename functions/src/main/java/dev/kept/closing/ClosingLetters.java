package dev.kept.closing;

import dev.kept.clock.Closing;
import dev.kept.clock.ExitMode;
import dev.kept.mail.ClosingMail;
import dev.kept.outcome.IssueReceipt;
import dev.kept.request.Correspondence;
import dev.kept.request.Links;
import dev.kept.request.Marks;
import dev.kept.request.Request;
import dev.kept.request.RequestFile;
import org.jspecify.annotations.Nullable;

/** The letters about an account that ends, each sent once and to the address on file alone. */
public final class ClosingLetters {
    private final RequestFile file;
    private final Marks marks;
    private final Correspondence correspondence;

    public ClosingLetters(RequestFile file, Marks marks, Correspondence correspondence) {
        this.file = file;
        this.marks = marks;
        this.correspondence = correspondence;
    }

    /** The cancellation counts: what will happen when, and how to take it back. */
    void begun(Request request, Closing closing) {
        write(request, closing, ClosingMail.Stage.BEGUN);
    }

    /** Her data, to take along. */
    void export(Request request, Closing closing) {
        write(request, closing, ClosingMail.Stage.EXPORT);
        marks.once(request.id(), "offered", () -> file.requests().note(request.id(), "export-offered"));
    }

    /** What goes in a few days, a second time. */
    void second(Request request, Closing closing) {
        write(request, closing, ClosingMail.Stage.SECOND);
        marks.once(request.id(), "told-again", () -> file.requests().note(request.id(), "second-notice"));
    }

    /** There is no such account. */
    void nobody(Request request) {
        correspondence.write(
                request,
                "closing-nobody",
                (letters, address) -> letters.closingNobody(address, Correspondence.about(request)));
    }

    /** The account was cancelled already. */
    void folded(Request request, Closing running) {
        correspondence.write(
                request,
                "closing-folded",
                (letters, address) ->
                        letters.closingFolded(address, Correspondence.about(request), running.lastDate()));
    }

    private void write(Request request, Closing closing, ClosingMail.Stage stage) {
        correspondence.write(
                request,
                "closing-" + stage.word(),
                (letters, address) -> letters.closing(
                        address,
                        Correspondence.about(request),
                        new ClosingMail.Days(
                                stage,
                                closing.effective(),
                                closing.purgeDate(),
                                closing.lastDate(),
                                closing.retrievalDate().filter(last -> closing.isGuarded())),
                        new ClosingMail.Tokens(
                                token(request, Links.Purpose.REINSTATE, closing),
                                closing.mode() == ExitMode.ERASE_NOW
                                        ? null
                                        : token(request, Links.Purpose.ERASE_NOW, closing),
                                packageToken(request, closing))));
    }

    private String token(Request request, Links.Purpose purpose, Closing closing) {
        return file.links().issue(request.id(), purpose, closing.purgeBy());
    }

    /** Absent while there is no package. */
    private @Nullable String packageToken(Request request, Closing closing) {
        return marks.find(request.id(), IssueReceipt.PACKAGE).isEmpty()
                ? null
                : token(request, Links.Purpose.ANSWER, closing);
    }
}
