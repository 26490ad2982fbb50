package dev.kept.local.find;

import dev.kept.local.LogLines;
import dev.kept.local.Mailbox;
import dev.kept.local.Queues;
import dev.kept.local.states.Executions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

/** Says where a text is, by place and key, and never what stands there. */
public final class Finder {
    private static final String ITSELF = "(the text itself)";

    private final DynamoDbClient tables;
    private final S3Client objects;
    private final Mailbox mailbox;
    private final Executions executions;
    private final LogLines log;
    private final Queues queues;
    private final Supplier<Map<String, String>> elsewhere;

    /**
     * @param elsewhere what is held outside of AWS, by place
     */
    public Finder(
            DynamoDbClient tables,
            S3Client objects,
            Mailbox mailbox,
            Executions executions,
            LogLines log,
            Queues queues,
            Supplier<Map<String, String>> elsewhere) {
        this.tables = tables;
        this.objects = objects;
        this.mailbox = mailbox;
        this.executions = executions;
        this.log = log;
        this.queues = queues;
        this.elsewhere = elsewhere;
    }

    /** The places, in a fixed order: tables, objects, mails, executions, log, queues, other systems. */
    public List<String> find(String text) {
        var needle = new Needle(text);
        var found = new ArrayList<String>();
        tables.listTablesPaginator().tableNames().forEach(name -> inTable(name, needle, found));
        objects.listBuckets().buckets().forEach(bucket -> inBucket(bucket.name(), needle, found));
        inMails(needle, found);
        inExecutions(needle, found);
        var lines = log.all();
        for (int i = 0; i < lines.size(); i++) {
            if (needle.isIn(lines.get(i))) {
                found.add("log line " + (i + 1));
            }
        }
        for (var message : queues.all()) {
            if (needle.isIn(message.body())) {
                found.add("queue " + message.queueArn().replaceFirst(".*:", ""));
            }
        }
        elsewhere.get().forEach((place, held) -> {
            if (needle.isIn(held)) {
                found.add(place);
            }
        });
        return found;
    }

    private void inTable(String table, Needle needle, List<String> found) {
        var keys = tables.describeTable(describe -> describe.tableName(table)).table().keySchema().stream()
                .map(KeySchemaElement::attributeName)
                .toList();
        for (var page : tables.scanPaginator(scan -> scan.tableName(table))) {
            for (var item : page.items()) {
                if (isIn(AttributeValue.fromM(item), needle)) {
                    var key = keys.stream()
                            .map(name -> name + "=" + shown(plain(item.get(name)), needle))
                            .collect(Collectors.joining(" "));
                    found.add("table " + shortName(table) + " " + key);
                }
            }
        }
    }

    private static boolean isIn(AttributeValue value, Needle needle) {
        return switch (value.type()) {
            case S -> needle.isIn(value.s());
            case N -> needle.isIn(value.n());
            case B -> needle.isIn(value.b().asByteArray());
            case SS -> value.ss().stream().anyMatch(needle::isIn);
            case NS -> value.ns().stream().anyMatch(needle::isIn);
            case BS -> value.bs().stream().anyMatch(bytes -> needle.isIn(bytes.asByteArray()));
            case L -> value.l().stream().anyMatch(each -> isIn(each, needle));
            case M ->
                value.m().entrySet().stream()
                        .anyMatch(member -> needle.isIn(member.getKey()) || isIn(member.getValue(), needle));
            default -> false;
        };
    }

    private static String plain(@Nullable AttributeValue value) {
        if (value == null) {
            return "";
        }
        return value.s() != null ? value.s() : value.n() != null ? value.n() : "(bytes)";
    }

    private void inBucket(String bucket, Needle needle, List<String> found) {
        for (var page : objects.listObjectVersionsPaginator(list -> list.bucket(bucket))) {
            for (var version : page.versions()) {
                if (needle.isIn(version.key()) || isIn(bucket, version, needle)) {
                    var which = Boolean.TRUE.equals(version.isLatest()) ? "" : " (an older version)";
                    found.add("object " + shortName(bucket) + "/" + shown(version.key(), needle) + which);
                }
            }
        }
    }

    private boolean isIn(String bucket, ObjectVersion version, Needle needle) {
        var object = objects.getObjectAsBytes(get -> {
            get.bucket(bucket).key(version.key());
            if (version.versionId() != null && !version.versionId().equals("null")) {
                get.versionId(version.versionId());
            }
        });
        return needle.isIn(object.asByteArrayUnsafe())
                || object.response().metadata().values().stream().anyMatch(needle::isIn);
    }

    private void inMails(Needle needle, List<String> found) {
        var mails = mailbox.all();
        for (int i = 0; i < mails.size(); i++) {
            var mail = mails.get(i);
            var parts = new ArrayList<>(List.of(mail.to(), mail.subject(), mail.text(), mail.html()));
            parts.addAll(mail.headers().values());
            if (parts.stream().anyMatch(needle::isIn)) {
                found.add("mail " + (i + 1) + " of " + mail.sent());
            }
        }
    }

    private void inExecutions(Needle needle, List<String> found) {
        for (var execution : executions.all()) {
            var texts = new ArrayList<>(List.of(execution.executionArn(), execution.input()));
            texts.add(String.valueOf(execution.output()));
            texts.add(String.valueOf(execution.error()));
            texts.add(String.valueOf(execution.cause()));
            executions.history(execution.executionArn()).forEach(event -> texts.add(text(event.details())));
            if (texts.stream().anyMatch(needle::isIn)) {
                found.add("execution " + shown(execution.name(), needle));
            }
        }
    }

    private static String text(Map<String, ?> details) {
        return String.valueOf(details);
    }

    private static String shown(String key, Needle needle) {
        return needle.isIn(key) ? ITSELF : key;
    }

    /** As the template calls it, without what the stack puts around it. */
    private static String shortName(String name) {
        return name.replaceFirst("^kept-", "").replaceFirst("Table$", "").replaceFirst("-000000000000$", "");
    }
}
