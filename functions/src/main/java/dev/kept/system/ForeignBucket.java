package dev.kept.system;

import dev.kept.policy.ConnectedSystemDeclaration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;

/** Another software's documents: the objects below one prefix per person, as the policy declares it. */
final class ForeignBucket implements ConnectedSystem, AgedSystem {
    private final ConnectedSystemDeclaration.S3 declared;
    private final S3Client client;
    private final String bucket;

    ForeignBucket(ConnectedSystemDeclaration.S3 declared, S3Client client, String bucket) {
        this.declared = declared;
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public String id() {
        return declared.id();
    }

    @Override
    public Map<String, Integer> count(Subject subject) {
        var objects = new int[1];
        forEachKey(subject, key -> objects[0]++);
        return objects[0] == 0 ? Map.of() : Map.of(declared.category(), objects[0]);
    }

    @Override
    public void gather(Subject subject, Collector collector) {
        forEachKey(subject, key -> {
            try (var content = client.getObject(get -> get.bucket(bucket).key(key))) {
                var name = key.substring(key.lastIndexOf('/') + 1);
                collector.file(declared.category(), name, content.response().contentLength(), content);
            } catch (IOException broken) {
                throw new SystemUnavailable(id(), broken);
            }
        });
    }

    @Override
    public void look(Subject subject, Sightings seen) {
        newest(subject).values().forEach(made -> seen.saw(declared.category(), 1, Optional.of(made)));
    }

    /** When each object, were it only by an old version or the mark of its deletion, was written last. */
    private Map<String, Instant> newest(Subject subject) {
        var newest = new LinkedHashMap<String, Instant>();
        forEachVersion(subject, version -> {
            newest.merge(version.key(), version.made(), (one, other) -> one.isAfter(other) ? one : other);
            return true;
        });
        return newest;
    }

    @Override
    public Erased erase(Subject subject, ConnectedSystem.Selection going, int atMost) {
        var keys = new HashSet<String>();
        newest(subject).forEach((key, made) -> {
            if (going.includes(declared.category(), Optional.of(made))) {
                keys.add(key);
            }
        });
        var left = new int[] {atMost};
        var all = forEachVersion(subject, version -> {
            if (!keys.contains(version.key())) {
                return true;
            }
            if (left[0]-- == 0) {
                return false;
            }
            delete(version);
            return true;
        });
        return new Erased(keys.isEmpty() ? Map.of() : Map.of(declared.category(), keys.size()), !all);
    }

    @Override
    public int ages(Ages seen) {
        forEachObject(versions -> {
            seen.saw(place(versions), declared.category(), newest(versions));
            return true;
        });
        return 0;
    }

    @Override
    public Map<String, Integer> purge(AgedSystem.Selection going, int atMost) {
        var gone = new int[1];
        forEachObject(versions -> {
            if (!going.includes(place(versions), declared.category(), newest(versions))) {
                return true;
            }
            if (gone[0] == atMost) {
                return false;
            }
            versions.forEach(this::delete);
            gone[0]++;
            return true;
        });
        return gone[0] == 0 ? Map.of() : Map.of(declared.category(), gone[0]);
    }

    private String place(List<Version> versions) {
        return declared.prefix().place(versions.get(0).key());
    }

    private static Instant newest(List<Version> versions) {
        return versions.stream()
                .map(Version::made)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Hands over every object by all its versions, whoever's it is, until the consumer wants no more. */
    private void forEachObject(Predicate<List<Version>> consumer) {
        var begun = new TreeMap<String, List<Version>>();
        try {
            for (var page : client.listObjectVersionsPaginator(
                    list -> list.bucket(bucket).prefix(declared.prefix().before()))) {
                versions(page)
                        .forEach(version -> begun.computeIfAbsent(version.key(), made -> new ArrayList<>())
                                .add(version));
                // the versions of one object may go on over the page
                var whole = page.isTruncated() ? begun.headMap(page.nextKeyMarker()) : begun;
                for (var versions : whole.values()) {
                    if (!consumer.test(versions)) {
                        return;
                    }
                }
                whole.clear();
            }
        } catch (SdkException | UncheckedIOException silent) {
            throw new SystemUnavailable(id(), silent);
        }
    }

    /** A document is what was written at the time: none is corrected. */
    @Override
    public Corrected correct(Subject subject, Map<String, String> fields, int atMost) {
        return new Corrected(Map.of(), false);
    }

    @Override
    public List<String> places(Subject subject) {
        return subject.values(declared.prefix().identifier()).stream()
                .map(declared.prefix()::of)
                .toList();
    }

    /** Deletes for good: with its version named, S3 keeps none. One by one, so that each is known to be gone; it is free. */
    private void delete(Version version) {
        client.deleteObject(delete -> delete.bucket(bucket).key(version.key()).versionId(version.id()));
    }

    /** One version of an object, or the mark that it was deleted. */
    private record Version(String key, String id, Instant made) {}

    /** Hands over versions until the consumer wants no more; whether it wanted all. */
    private boolean forEachVersion(Subject subject, Predicate<Version> consumer) {
        try {
            for (var prefix : places(subject)) {
                for (var page : client.listObjectVersionsPaginator(
                        list -> list.bucket(bucket).prefix(prefix))) {
                    if (!versions(page).allMatch(consumer)) {
                        return false;
                    }
                }
            }
            return true;
        } catch (SdkException | UncheckedIOException silent) {
            throw new SystemUnavailable(id(), silent);
        }
    }

    private static Stream<Version> versions(ListObjectVersionsResponse page) {
        return Stream.concat(
                page.versions().stream().map(one -> new Version(one.key(), one.versionId(), one.lastModified())),
                page.deleteMarkers().stream().map(one -> new Version(one.key(), one.versionId(), one.lastModified())));
    }

    private void forEachKey(Subject subject, Consumer<String> consumer) {
        try {
            for (var value : subject.values(declared.prefix().identifier())) {
                var prefix = declared.prefix().of(value);
                client.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix)).contents().stream()
                        .filter(object -> !object.key().endsWith("/"))
                        .forEach(object -> consumer.accept(object.key()));
            }
        } catch (SdkException | UncheckedIOException silent) {
            throw new SystemUnavailable(id(), silent);
        }
    }
}
