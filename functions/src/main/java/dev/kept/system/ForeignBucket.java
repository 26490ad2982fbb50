package dev.kept.system;

import dev.kept.policy.ConnectedSystemDeclaration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** Another software's documents: the objects below one prefix per person, as the policy declares it. */
final class ForeignBucket implements ConnectedSystem {
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
