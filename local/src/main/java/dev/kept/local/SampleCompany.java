package dev.kept.local;

import dev.kept.http.Json;
import dev.kept.items.Items;
import dev.kept.local.aws.ObjectStore;
import dev.kept.local.gateway.Gateway;
import dev.kept.local.gateway.HttpCall;
import dev.kept.local.template.Table;
import dev.kept.local.template.Template;
import dev.kept.policy.ConnectedSystemDeclaration;
import dev.kept.policy.ConnectedSystemDeclaration.DynamoDb;
import dev.kept.policy.ConnectedSystemDeclaration.Http;
import dev.kept.policy.ConnectedSystemDeclaration.S3;
import dev.kept.policy.Policy;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Plays the company's own software: the table and the bucket that the policy connects and that are no part of Kept, and the
 * sub-processors. It writes something about each person who registers or orders, so that there is something to be found
 * there, and tells the sub-processor that sends the newsletter who subscribes.
 */
public final class SampleCompany {
    /** The box of a form that the newsletter is asked for with. */
    private static final String NEWSLETTER = "newsletter";

    private final Policy policy;
    private final Map<String, String> settings;
    private final DynamoDbClient tables;
    private final S3Client objects;
    private final Clock clock;
    private final Outages outages;
    private final Map<String, PlayedProcessor> processors = new LinkedHashMap<>();
    private final AtomicInteger written = new AtomicInteger();

    /**
     * Works in the systems of that policy.
     *
     * @param settings what the functions are told, among it the names of the table and the bucket
     */
    SampleCompany(Policy policy, Map<String, String> settings, DynamoDbClient tables, S3Client objects, Clock clock) {
        this.policy = policy;
        this.settings = Map.copyOf(settings);
        this.tables = tables;
        this.objects = objects;
        this.clock = clock;
        outages = new Outages(clock);
        for (var system : policy.systems()) {
            if (system instanceof Http declared) {
                var secret = this.settings.getOrDefault(declared.secretSetting(), "");
                processors.put(
                        declared.id(),
                        new PlayedProcessor(declared, secret, () -> outages.isOff(declared.id()), clock));
            }
        }
    }

    /** The company of a stack on LocalStack. */
    public static SampleCompany of(StackFile stack) {
        var uncounted = new ExecutionInterceptor() {};
        return new SampleCompany(
                Policy.load(stack.policy()),
                stack.settings(),
                LocalClients.tables(stack.endpoint(), uncounted),
                LocalClients.objects(stack.endpoint(), uncounted),
                Clock.systemUTC());
    }

    /** Makes its table and its bucket, where the template does not. */
    void open(Template template, ObjectStore store) {
        for (var system : policy.systems()) {
            var name = name(system);
            if (name.isPresent()
                    && system instanceof DynamoDb table
                    && template.tables().values().stream()
                            .noneMatch(ours -> ours.name().equals(name.get()))) {
                Provision.table(tables, table(name.get(), table));
            }
            if (name.isPresent()
                    && system instanceof S3
                    && template.buckets().values().stream()
                            .noneMatch(ours -> ours.name().equals(name.get()))) {
                store.createBucket(name.get(), false);
            }
        }
    }

    /** Its software files another document of the person. */
    public void files(String email, String name, byte[] content) {
        for (var system : policy.systems()) {
            if (system instanceof S3 bucket) {
                var key = bucket.prefix().of(email) + name;
                objects.putObject(put -> put.bucket(nameOf(bucket.id())).key(key), RequestBody.fromBytes(content));
            }
        }
    }

    /** Its software opens another ticket of the person, about that. */
    public void opensTicket(String email, String subject) {
        for (var system : policy.systems()) {
            if (system instanceof DynamoDb table) {
                var item = ticket(table, email, Map.of(), subject);
                tables.putItem(put -> put.tableName(nameOf(table.id())).item(item));
            }
        }
    }

    /** The sub-processor that sends its newsletter writes to that address from now on. */
    public void subscribes(String email) {
        subscribe(email, Map.of("email", email));
    }

    /** Puts the sub-processors where the functions are told that they are. */
    void serve(Gateway gateway) {
        processors.forEach((id, processor) -> gateway.serve(path(id), processor));
    }

    /** Where a sub-processor answers, below the address of everything. */
    static String path(String system) {
        return "/_local/systems/" + system;
    }

    /** Everything that the sub-processors hold, by place. */
    Map<String, String> held() {
        var held = new LinkedHashMap<String, String>();
        processors.values().forEach(processor -> held.putAll(processor.held()));
        return held;
    }

    /** The subjects of the tickets that its software still has of the person. */
    public List<String> tickets(String email) {
        return policy.systems().stream()
                .filter(DynamoDb.class::isInstance)
                .map(DynamoDb.class::cast)
                .flatMap(table ->
                        tables
                                .scanPaginator(scan ->
                                        scan.tableName(nameOf(table.id())).consistentRead(true))
                                .items()
                                .stream()
                                .filter(item -> item.values().contains(AttributeValue.fromS(email))))
                .map(item -> Items.text(item, "subject"))
                .toList();
    }

    /** Makes every call to one of its systems fail until then; {@code system} is its id in the policy. */
    public void off(String system, Instant until) {
        outages.add(nameOf(system), until);
    }

    /** Puts a system back before its time. */
    public void on(String system) {
        outages.end(nameOf(system));
    }

    /** From now on a sub-processor says that it has erased and has not; or does as it says again. */
    public void pretends(String system, boolean on) {
        Objects.requireNonNull(processors.get(system), system).pretend(on);
    }

    ExecutionInterceptor outages() {
        return outages;
    }

    /** Hears of what the gateway answered, and does what the company's software would. */
    void answered(HttpCall call, int status) {
        if (!call.method().equals("POST")
                || !call.rawPath().startsWith("/forms/")
                || (status != 201 && status != 303)) {
            return;
        }
        var fields = fields(call);
        var email = fields.getOrDefault("email", "").strip().toLowerCase(Locale.ROOT);
        if (email.isEmpty()) {
            return;
        }
        if (subscribed(call)) {
            subscribe(email, fields);
        }
        switch (call.rawPath()) {
            case "/forms/register" -> write(email, fields, "Welcome", false);
            case "/forms/order" -> write(email, fields, "Your order", true);
            default -> {
                // its software has nothing to do with the other forms
            }
        }
    }

    private void write(String email, Map<String, String> fields, String subject, boolean order) {
        for (var system : policy.systems()) {
            name(system).ifPresent(name -> {
                if (system instanceof DynamoDb table) {
                    tables.putItem(put -> put.tableName(name).item(ticket(table, email, fields, subject)));
                } else if (system instanceof S3 bucket && order) {
                    var key = bucket.prefix().of(email) + "invoice-" + written.incrementAndGet() + ".txt";
                    objects.putObject(put -> put.bucket(name).key(key), RequestBody.fromString(invoice(email)));
                }
            });
        }
    }

    private void subscribe(String email, Map<String, String> fields) {
        processors.values().forEach(processor -> processor.subscribe(email, fields));
    }

    private Map<String, AttributeValue> ticket(
            DynamoDb table, String email, Map<String, String> fields, String subject) {
        var item = new HashMap<String, AttributeValue>();
        for (var attribute : table.attributes()) {
            var value = switch (attribute.name()) {
                case "subject" -> subject;
                case "message" -> "Thank you. Ask us anything at any time.";
                case "channel" -> "web";
                case "openedAt" -> clock.instant().toString();
                case "agentName" -> "Camille Martin";
                default -> attribute.field() == null ? "" : fields.getOrDefault(attribute.field(), "");
            };
            if (!value.isEmpty()) {
                item.put(attribute.name(), AttributeValue.fromS(value));
            }
        }
        item.put(
                table.key().attribute(), AttributeValue.fromS(table.key().form().write(email)));
        if (table.sortKey() != null) {
            item.put(table.sortKey(), AttributeValue.fromS("T-" + (1000 + written.incrementAndGet())));
        }
        return item;
    }

    private String invoice(String email) {
        return "INVOICE\nfrom " + policy.organisation().name() + "\nto " + email + "\non " + clock.instant()
                + "\ntotal 90.00 EUR\n";
    }

    private static Map<String, String> fields(HttpCall call) {
        var fields = new LinkedHashMap<String, String>();
        if (call.mediaType().equals("application/x-www-form-urlencoded")) {
            call.form().forEach((name, value) -> fields.put(name.replaceFirst("^fields\\.", ""), value));
            return fields;
        }
        Json.child(Json.object(call.text()), "fields")
                .forEach((name, value) -> fields.put(name, String.valueOf(value)));
        return fields;
    }

    /** Whether the form was sent with a cross in the box of the newsletter. */
    private static boolean subscribed(HttpCall call) {
        if (call.mediaType().equals("application/x-www-form-urlencoded")) {
            return call.form().containsKey("consents." + NEWSLETTER);
        }
        return Boolean.TRUE.equals(
                Json.child(Json.object(call.text()), "consents").get(NEWSLETTER));
    }

    private String nameOf(String system) {
        return policy.systems().stream()
                .filter(declared -> declared.id().equals(system))
                .findFirst()
                .flatMap(this::name)
                .orElseThrow(() -> new IllegalArgumentException("the company has no system " + system));
    }

    /** The table or bucket, as the functions are told it, or the sub-processor by its own id. */
    private Optional<String> name(ConnectedSystemDeclaration system) {
        if (system instanceof Http) {
            return Optional.of(system.id());
        }
        var setting = system instanceof DynamoDb table
                ? table.tableSetting()
                : system instanceof S3 bucket ? bucket.bucketSetting() : "";
        return Optional.ofNullable(settings.get(setting));
    }

    private static Table table(String name, DynamoDb declared) {
        var types = new LinkedHashMap<String, String>();
        types.put(declared.key().attribute(), "S");
        if (declared.sortKey() != null) {
            types.put(declared.sortKey(), "S");
        }
        return new Table(name, name, List.copyOf(types.keySet()), types, List.of(), Optional.empty(), false, false);
    }
}
