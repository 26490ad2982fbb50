package dev.kept.access;

import dev.kept.http.Json;
import dev.kept.ledger.Canonical;
import dev.kept.ledger.SystemOutcome;
import dev.kept.outcome.IssueReceipt;
import dev.kept.outcome.SystemMarks;
import dev.kept.policy.Policy;
import dev.kept.request.Marks;
import dev.kept.request.Request;
import dev.kept.request.RequestClosed;
import dev.kept.request.RequestFile;
import dev.kept.request.RequestState;
import java.time.Clock;
import java.util.Map;

/**
 * Makes the package of what was gathered: the data, what article 15 asks to be told, and a manifest of it all. Whoever only
 * takes her data along gets a {@link PortablePackage}.
 */
public final class PackageAnswer {
    static final String MARK = IssueReceipt.PACKAGE;
    /** In that mark: how often the request had been resumed when the package was made. */
    private static final String RUN = "run";

    private final Policy policy;
    private final RequestFile file;
    private final Marks marks;
    private final Parts parts;
    private final Answers answers;
    private final ReadablePage page;
    private final Clock clock;

    public PackageAnswer(
            Policy policy,
            RequestFile file,
            Marks marks,
            Parts parts,
            Answers answers,
            ReadablePage page,
            Clock clock) {
        this.policy = policy;
        this.file = file;
        this.marks = marks;
        this.parts = parts;
        this.answers = answers;
        this.page = page;
        this.clock = clock;
    }

    /** How many files the package has. A repeated step finds the package made; a request that is resumed gets a new one. */
    int pack(String requestId) {
        var request = file.requests().get(requestId);
        if (request.state() != RequestState.CARRYING_OUT) {
            throw new RequestClosed(requestId);
        }
        var made = marks.find(requestId, MARK).filter(mark -> Json.number(mark, RUN) == request.times());
        if (made.isPresent()) {
            parts.remove(requestId);
            return Json.number(made.get(), "files");
        }
        try (var upload = answers.make(requestId)) {
            var zip = new Zip(upload);
            fill(request, zip);
            zip.finish();
            var written = upload.complete();
            var files = zip.files().size();
            marks.put(
                    requestId,
                    MARK,
                    Map.of("hash", written.hash(), "bytes", written.bytes(), "files", files, RUN, request.times()));
            parts.remove(requestId);
            return files;
        }
    }

    private void fill(Request request, Zip zip) {
        var outcomes = new SystemMarks(marks).outcomes(request.id());
        var gathered = outcomes.stream()
                .map(SystemOutcome::system)
                .distinct()
                .map(system -> parts.read(request.id(), system))
                .toList();
        DataFiles.Documents documents = (document, out) -> parts.copy(request.id(), document, out);
        if (request.kind().takesAlong()) {
            new PortablePackage(policy, request, clock.instant()).fill(zip, outcomes, gathered, documents);
            return;
        }
        var information = new Article15(policy, request.language()).about(outcomes, gathered);
        var now = clock.instant();
        var data = new DataFiles(zip, request.language());
        gathered.forEach(part -> data.add(part, documents));
        zip.add(data.informationName(), Canonical.json(information));
        zip.add(
                data.pageName(),
                page.html(request, new ReadablePage.Content(now, outcomes, information, gathered, zip.files())));
        zip.add("manifest.json", Manifest.of(request, now, outcomes, zip.files()));
    }
}
