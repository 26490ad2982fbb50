package dev.kept.local;

import dev.kept.local.function.CallLog;
import dev.kept.local.template.Bucket;
import dev.kept.local.template.Bucket.Expiration;
import dev.kept.local.time.Agenda;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

/**
 * Carries out the lifecycle rules of the buckets at each midnight of the moved clock. An object's age counts from the
 * midnight after it came, as S3 rounds it; the dates that the S3 server itself gives are those of the real clock.
 */
final class Lifecycle {
    private final S3Client client;
    private final CallLog calls;
    private final Agenda agenda;

    Lifecycle(S3Client client, CallLog calls, Agenda agenda) {
        this.client = client;
        this.calls = calls;
        this.agenda = agenda;
    }

    /** Begins to look after a bucket that has rules. */
    void follow(Bucket bucket) {
        if (!bucket.expirations().isEmpty()) {
            agenda.every(Expiry::nextMidnight, "lifecycle of " + bucket.id(), new Round(bucket)::run);
        }
    }

    private final class Round {
        private final Bucket bucket;
        private final Map<String, Instant> current = new HashMap<>();
        private final Map<String, Instant> superseded = new HashMap<>();
        private long seenCalls = -1;
        private Instant earliest = Instant.MIN;

        Round(Bucket bucket) {
            this.bucket = bucket;
        }

        void run() {
            var now = agenda.clock().instant();
            if (made() == seenCalls && earliest.isAfter(now)) {
                return;
            }
            earliest = Instant.MAX;
            var versions = client.listObjectVersionsPaginator(list -> list.bucket(bucket.name())).stream()
                    .flatMap(page -> page.versions().stream())
                    .toList();
            versions.forEach(version -> look(version, now));
            var ids = versions.stream().map(Round::id).toList();
            current.keySet().retainAll(ids);
            superseded.keySet().retainAll(ids);
            seenCalls = made();
        }

        private long made() {
            return calls.count(arn -> arn.equals("arn:aws:s3:::" + bucket.name()));
        }

        private void look(ObjectVersion version, Instant now) {
            var latest = Boolean.TRUE.equals(version.isLatest());
            var since = (latest ? current : superseded).computeIfAbsent(id(version), id -> now);
            for (var rule : bucket.expirations()) {
                var days = days(rule, version, latest);
                if (days > 0) {
                    var due = since.plus(days, ChronoUnit.DAYS);
                    if (!due.isAfter(now)) {
                        expire(version, latest);
                        return;
                    }
                    earliest = due.isBefore(earliest) ? due : earliest;
                }
            }
        }

        private static int days(Expiration rule, ObjectVersion version, boolean latest) {
            if (!version.key().startsWith(rule.prefix())) {
                return 0;
            }
            return latest ? rule.days() : rule.supersededDays();
        }

        private void expire(ObjectVersion version, boolean latest) {
            client.deleteObject(delete -> {
                delete.bucket(bucket.name()).key(version.key());
                if (!latest) {
                    // the current one of a versioned bucket only gets a marker, and is superseded from then on
                    delete.versionId(version.versionId());
                }
            });
        }

        private static String id(ObjectVersion version) {
            return version.key() + "\n" + version.versionId();
        }
    }
}
