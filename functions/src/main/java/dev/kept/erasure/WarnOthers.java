package dev.kept.erasure;

import dev.kept.policy.IdentifierType;
import dev.kept.request.Correspondence;
import dev.kept.request.Links;
import dev.kept.request.Marks;
import dev.kept.request.Request;
import dev.kept.request.RequestFile;
import dev.kept.system.Subject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells every other address on file that an erasure was asked for, so that nobody has somebody else's data erased unseen. */
public final class WarnOthers {
    private final RequestFile file;
    private final Marks marks;
    private final Correspondence correspondence;
    private final Clock clock;

    public WarnOthers(RequestFile file, Marks marks, Correspondence correspondence, Clock clock) {
        this.file = file;
        this.marks = marks;
        this.correspondence = correspondence;
        this.clock = clock;
    }

    /** Once. */
    public void warn(Request request, Subject subject) {
        var asked = correspondence.addressOf(request.id());
        var others = subject.values(IdentifierType.EMAIL).stream()
                .filter(address -> !asked.equals(Optional.of(address)))
                .toList();
        marks.once(request.id(), Contest.WARNED, () -> {
            if (!others.isEmpty()) {
                warn(request, others);
            }
            marks.put(request.id(), Contest.WARNED, Map.of("at", clock.instant().toString(), "others", others.size()));
        });
    }

    private void warn(Request request, List<String> addresses) {
        var expires = clock.instant().plus(Contest.OPEN_FOR);
        var token = file.links().issue(request.id(), Links.Purpose.CONTEST, expires);
        correspondence.writeToOthers(letters ->
                addresses.forEach(address -> letters.erasureOpened(address, Correspondence.about(request), token)));
        file.requests().note(request.id(), "others-warned");
    }
}
