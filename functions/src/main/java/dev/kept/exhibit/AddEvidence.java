package dev.kept.exhibit;

import dev.kept.http.Problem;
import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.policy.RequestKind;
import dev.kept.request.Exhibit;
import dev.kept.request.Exhibits;
import dev.kept.request.FileType;
import dev.kept.request.FollowToken;
import dev.kept.request.Request;
import dev.kept.request.RequestFile;
import dev.kept.request.RequestState;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Takes a file that shows that a person is right, for a correction that is still undecided. The same file twice is once. */
public final class AddEvidence {
    /** The largest file: what its base64 and the rest of a call leave of the 6 MB that Lambda takes and gives. */
    static final int LARGEST = 3 * 1024 * 1024;

    /** How often a write is tried again that met another one. */
    private static final int TRIES = 10;

    private final RequestFile file;
    private final Exhibits exhibits;
    private final SealedFiles files;
    private final Ledger ledger;
    private final Clock clock;

    public AddEvidence(RequestFile file, Exhibits exhibits, SealedFiles files, Ledger ledger, Clock clock) {
        this.file = file;
        this.exhibits = exhibits;
        this.files = files;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Which number it has.
     *
     * @param left how many more the request takes
     */
    record Added(int evidence, int left) {}

    Added add(String requestId, String followToken, byte[] content) {
        FollowToken.check(requestId, followToken, file.links());
        var request = file.requests().require(requestId);
        if (request.kind() != RequestKind.CORRECTION) {
            throw new ProblemFound(
                    ProblemKind.NOT_FOUND, "Only a correction takes files; say what else matters in a new request.");
        }
        var type = type(content);
        if (!Exhibits.takenFor(request)) {
            throw tooLate(request);
        }
        var hash = file.contents().key(requestId).mac(sha256(content), "requests/" + requestId + "/evidence");
        var exhibit = exhibits.same(requestId, hash).orElseGet(() -> keep(requestId, type, content, hash));
        ledger.append(new Entry(
                requestId + "/evidence-added/" + exhibit.number(),
                exhibit.added(),
                "evidence-added",
                requestId,
                "person",
                Map.of("number", exhibit.number(), "type", type.word(), "bytes", exhibit.bytes())));
        return new Added(
                exhibit.number(), Exhibits.MOST - exhibits.of(requestId).size());
    }

    private static FileType type(byte[] content) {
        if (content.length > LARGEST) {
            throw tooLarge();
        }
        return FileType.of(content)
                .orElseThrow(
                        () -> new ProblemFound(
                                ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                                "Send a PDF, a PNG or a JPEG: a scan, a photo or a print to a file. Its name does not matter."));
    }

    static ProblemFound tooLarge() {
        return new ProblemFound(
                ProblemKind.TOO_LARGE, "Send a file of at most 3 MB; scan or photograph with fewer pixels.");
    }

    /** The table decides: the content goes again when the request was decided meanwhile or has enough. */
    private Exhibit keep(String requestId, FileType type, byte[] content, String hash) {
        var object = files.keep(requestId, content);
        var tries = 0;
        for (var number = exhibits.of(requestId).size() + 1; number <= Exhibits.MOST; ) {
            var exhibit = new Exhibit(number, type, content.length, clock.instant(), object);
            switch (exhibits.add(requestId, exhibit, hash)) {
                case DONE -> {
                    return exhibit;
                }
                case TAKEN -> number++;
                case BUSY -> {
                    if (++tries > TRIES) {
                        files.remove(requestId, object);
                        throw busy();
                    }
                }
                case TOO_LATE -> {
                    files.remove(requestId, object);
                    throw tooLate(file.requests().require(requestId));
                }
            }
        }
        files.remove(requestId, object);
        throw new ProblemFound(
                ProblemKind.TOO_MANY_FILES,
                "A request takes " + Exhibits.MOST + " files; put the rest into words if we ask you.");
    }

    private static ProblemFound tooLate(Request request) {
        return request.state() == RequestState.WITHDRAWN || request.state() == RequestState.LAPSED
                ? new ProblemFound(
                        ProblemKind.TOO_LATE, "The request is closed; make a new one and add the file to it.")
                : new ProblemFound(
                        ProblemKind.ALREADY_DECIDED,
                        "It is decided without this file; make a new request and add the file to it.");
    }

    private static ProblemFound busy() {
        return new ProblemFound(new Problem(
                ProblemKind.UNAVAILABLE,
                "Something else happens to this request at the moment; send the file again.",
                List.of(),
                2,
                Map.of()));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
