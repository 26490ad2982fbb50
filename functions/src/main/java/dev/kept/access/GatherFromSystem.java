package dev.kept.access;

import dev.kept.ledger.Outcome;
import dev.kept.ledger.SystemOutcome;
import dev.kept.outcome.SystemMarks;
import dev.kept.policy.Policy;
import dev.kept.request.RequestClosed;
import dev.kept.request.RequestFile;
import dev.kept.request.RequestState;
import dev.kept.request.Subjects;
import dev.kept.system.ConnectedSystem;
import dev.kept.system.Row;
import dev.kept.system.Systems;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Takes out of one connected system what it holds about the person, and keeps it sealed until it is packaged. */
public final class GatherFromSystem {
    /** What is streamed in the time that the functions have, to gather it and then to package it. */
    static final long MOST_BYTES = 4L * 1024 * 1024 * 1024;
    /** Records are shown in a page, so they are held in memory, with all others of the answer. */
    static final long MOST_TEXT = 8L * 1024 * 1024;

    private final Portable portable;
    private final RequestFile file;
    private final Subjects subjects;
    private final Systems systems;
    private final OwnRequests requests;
    private final Parts parts;
    private final SystemMarks marks;

    public GatherFromSystem(
            Policy policy,
            RequestFile file,
            Subjects subjects,
            Systems systems,
            OwnRequests requests,
            Parts parts,
            SystemMarks marks) {
        portable = new Portable(policy);
        this.file = file;
        this.subjects = subjects;
        this.systems = systems;
        this.requests = requests;
        this.parts = parts;
        this.marks = marks;
    }

    /**
     * How many records there were.
     *
     * @throws TooMuch when there are more than can be handed over in one package
     */
    int gather(String requestId, String systemId) {
        var request = file.requests().get(requestId);
        if (request.state() != RequestState.CARRYING_OUT) {
            throw new RequestClosed(requestId);
        }
        var gathering = new Gathering(requestId, systemId);
        var taken = request.kind().takesAlong() ? new Sorting(systemId, gathering) : gathering;
        var subject = subjects.of(requestId);
        systems.get(systemId).gather(subject, taken);
        if (systemId.equals(systems.ownId())) {
            requests.rows(requestId, subject).forEach(taken::row);
        }
        var part = gathering.part();
        parts.keep(requestId, part);
        var records = part.rows().size() + part.files().size();
        var lines = new ArrayList<SystemOutcome>();
        lines.add(new SystemOutcome(systemId, records == 0 ? Outcome.NONE : Outcome.GIVEN, part.counts()));
        if (taken instanceof Sorting sorting) {
            lines.addAll(sorting.leftOut());
        }
        marks.put(requestId, systemId, lines);
        return records;
    }

    /** Lets through what a person takes with her, and counts the rest by why it stays. */
    private final class Sorting implements ConnectedSystem.Collector {
        private final String systemId;
        private final Gathering gathering;
        private final Map<Portable.Reason, Map<String, Integer>> left = new EnumMap<>(Portable.Reason.class);

        Sorting(String systemId, Gathering gathering) {
            this.systemId = systemId;
            this.gathering = gathering;
        }

        @Override
        public void row(Row row) {
            if (goes(portable.staysBack(systemId, row), row.category())) {
                gathering.row(portable.of(systemId, row));
            }
        }

        @Override
        public void file(String category, String name, long size, InputStream content) {
            if (goes(portable.staysBack(category), category)) {
                gathering.file(category, name, size, content);
            }
        }

        private boolean goes(Optional<Portable.Reason> why, String category) {
            why.ifPresent(reason ->
                    left.computeIfAbsent(reason, made -> new TreeMap<>()).merge(category, 1, Integer::sum));
            return why.isEmpty();
        }

        List<SystemOutcome> leftOut() {
            return left.entrySet().stream()
                    .map(line -> new SystemOutcome(
                            systemId,
                            Outcome.WITHHELD,
                            line.getValue(),
                            Map.of(),
                            Optional.of(line.getKey().name()),
                            Optional.empty()))
                    .toList();
        }
    }

    /** Collects what the system hands over; documents are put away one by one, whatever their number. */
    private final class Gathering implements ConnectedSystem.Collector {
        private final String requestId;
        private final String systemId;
        private final List<Row> rows = new ArrayList<>();
        private final List<Parts.File> files = new ArrayList<>();
        private long text;
        private long bytes;

        Gathering(String requestId, String systemId) {
            this.requestId = requestId;
            this.systemId = systemId;
        }

        @Override
        public void row(Row row) {
            text += row.fields().values().stream().mapToLong(String::length).sum();
            require(text <= MOST_TEXT);
            rows.add(row);
        }

        @Override
        public void file(String category, String name, long size, InputStream content) {
            bytes += size;
            require(bytes <= MOST_BYTES);
            files.add(parts.keep(requestId, systemId, files.size() + 1, category, name, content));
        }

        private void require(boolean fits) {
            if (!fits) {
                throw new TooMuch(requestId, systemId);
            }
        }

        Parts.Part part() {
            return new Parts.Part(systemId, List.copyOf(rows), List.copyOf(files));
        }
    }

    /** A system holds more about the person than one package takes; the answer names it as open. */
    public static final class TooMuch extends RuntimeException {
        TooMuch(String requestId, String system) {
            super(system + " holds too much for the package of request " + requestId);
        }
    }
}
