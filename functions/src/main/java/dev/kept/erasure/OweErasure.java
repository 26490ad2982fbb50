package dev.kept.erasure;

import dev.kept.person.IdentifierHashes;
import dev.kept.policy.Policy;
import dev.kept.retention.Erasures;
import dev.kept.retention.PuttingBack;
import dev.kept.system.ConnectedSystem;
import dev.kept.system.Subject;
import dev.kept.system.SystemUnavailable;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Writes down what has to be erased again should a copy from before come back. */
public final class OweErasure {
    private final Policy policy;
    private final Erasures erasures;
    private final PuttingBack puttingBack;
    private final IdentifierHashes hashes;
    private final Clock clock;

    public OweErasure(Policy policy, Erasures erasures, PuttingBack puttingBack, IdentifierHashes hashes, Clock clock) {
        this.policy = policy;
        this.erasures = erasures;
        this.puttingBack = puttingBack;
        this.hashes = hashes;
        this.clock = clock;
    }

    /** That she is set apart in Kept's own tables: in a copy of them, too. */
    void setApart(String requestId, String own, Subject subject) {
        if (!subject.personIds().isEmpty()) {
            erasures.add(new Erasures.Erased(
                    requestId + "/" + own + "/set-apart", own, clock.instant(), List.of(), subject.personIds()));
        }
    }

    /** Whether rows of a copy of that system are being put back just now. */
    boolean isPuttingBack(String system) {
        return puttingBack.isUnderWay(system, clock.instant());
    }

    /**
     * That a system's records of hers are about to go: of every category but those that a hold keeps, were there nothing of it at
     * this moment, since rows that were lost may be why. Then it looks whether a copy is being put back just now, which looks for
     * what is written here.
     *
     * @param own whether it is Kept's own
     * @throws SystemUnavailable when one is
     */
    void erase(String requestId, ConnectedSystem system, boolean own, Subject subject, Set<String> held) {
        var selectors = own
                ? subject.personIds()
                : system.places(subject).stream()
                        .map(place -> hashes.ofPlace(system.id(), place))
                        .toList();
        var going = (own ? policy.categories().keySet() : categoriesOf(system))
                .stream().filter(category -> !held.contains(category)).toList();
        if (going.isEmpty() || selectors.isEmpty()) {
            return;
        }
        var at = clock.instant();
        erasures.add(new Erasures.Erased(requestId + "/" + system.id(), system.id(), at, going, selectors));
        if (puttingBack.isUnderWay(system.id(), at)) {
            throw new SystemUnavailable(system.id(), "rows are being put back there after a restore");
        }
    }

    private Collection<String> categoriesOf(ConnectedSystem system) {
        return policy.system(system.id()).orElseThrow().categories();
    }
}
