package dev.kept.local.states;

import dev.kept.local.time.Entry;
import org.jspecify.annotations.Nullable;

/** What a walk's state has going on: an entry that goes on with it, a try at a task, or walks of its own. */
final class UnderWay {
    private @Nullable Entry entry;
    private @Nullable Attempt attempt;
    private @Nullable Fork fork;

    void entry(Entry added) {
        entry = added;
    }

    void attempt(Attempt started) {
        attempt = started;
    }

    void fork(Fork started) {
        fork = started;
    }

    @Nullable
    String token() {
        return attempt == null ? null : attempt.token();
    }

    /** Nothing of it happens any more. */
    void letGo() {
        if (entry != null) {
            entry.cancel();
            entry = null;
        }
        if (attempt != null) {
            attempt.end();
            attempt = null;
        }
        if (fork != null) {
            fork.abort();
            fork = null;
        }
    }
}
