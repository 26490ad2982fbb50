package dev.kept.local;

import dev.kept.local.Kept.Parts;
import dev.kept.local.aws.AwsEndpoint;
import dev.kept.local.aws.DynamoDbProcess;
import dev.kept.local.aws.KeyService;
import dev.kept.local.aws.MailService;
import dev.kept.local.aws.ObjectStore;
import dev.kept.local.aws.StepFunctionsService;
import dev.kept.local.control.LocalCalls;
import dev.kept.local.find.Finder;
import dev.kept.local.function.CallLog;
import dev.kept.local.function.Endpoints;
import dev.kept.local.function.Functions;
import dev.kept.local.function.Permissions;
import dev.kept.local.gateway.Gateway;
import dev.kept.local.identity.IdentityProvider;
import dev.kept.local.states.Executions;
import dev.kept.local.states.InvalidDefinition;
import dev.kept.local.states.StateMachines;
import dev.kept.local.template.Template;
import dev.kept.local.template.TemplateFaults;
import dev.kept.local.time.Agenda;
import dev.kept.policy.Policy;
import dev.kept.policy.PolicyFault;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Puts the whole system together: what takes long begins at once, and everything else meanwhile. */
final class Start {
    private final Options options;
    private final Deque<AutoCloseable> closing;

    Start(Options options, Deque<AutoCloseable> closing) {
        this.options = options;
        this.closing = closing;
    }

    Parts run() {
        var gateway = later(gateway());
        var dynamoDb = later(dynamoDb());
        var store = CompletableFuture.supplyAsync(ObjectStore::start);
        later(() -> store.join().close());
        var policy = policy();
        var template = template(gateway.address(), policy);
        var log = later(LogLines.capture());
        var agenda = later(agenda());
        var keys = new KeyService(agenda.clock(), options.seed());
        var keysMade =
                CompletableFuture.runAsync(() -> template.keys().values().forEach(key -> Provision.key(keys, key)));
        var mailbox = new Mailbox();
        var workflows = new LateFunctions();
        var permissions = new Permissions(template);
        var executions = new Executions(
                machines(template),
                agenda,
                workflows,
                new WorkflowGuard(template, permissions, options.interference()));
        var aws = later(AwsEndpoint.start(
                keys, mail(agenda, mailbox, policy), new StepFunctionsService(new Workflows(executions))));
        var identity = identity(gateway, agenda);

        var calls = new CallLog();
        var counting = calls.counting("local", template);
        var objectsMade = CompletableFuture.supplyAsync(
                () -> LocalClients.objects(store.join().endpoint(), counting));
        var bucketsMade = CompletableFuture.runAsync(() -> Provision.buckets(store.join(), template.buckets()));
        var tables = later(LocalClients.tables(dynamoDb.endpoint(), counting));
        template.tables().values().parallelStream().forEach(table -> Provision.table(tables, table));
        var objects = later(objectsMade.join());
        var company = new SampleCompany(policy, settings(template), tables, objects, agenda.clock());
        company.open(template, store.join());
        bucketsMade.join();
        keysMade.join();

        var endpoints = new Endpoints(
                dynamoDb.endpoint(), store.join().endpoint(), aws.endpoint(), aws.endpoint(), aws.endpoint());
        var watching = new ArrayList<>(options.watching());
        watching.add(company.outages());
        var functions = new Functions(
                template,
                new Functions.Surroundings(
                        endpoints,
                        agenda.clock(),
                        options.seed(),
                        calls,
                        permissions,
                        watching,
                        (function, line) -> note(log, function, line)));
        workflows.arrive(functions);
        var queues = new Queues();
        follow(template, agenda, functions, queues, calls, tables, objects);

        var finder = new Finder(tables, objects, mailbox, executions, log, queues, company::held);
        gateway.serve("/_local", new LocalCalls(agenda, mailbox, executions, finder, identity::token));
        gateway.serve("/_local/identity", new SignIn(identity, StackParameters.issuer(gateway.address())));
        company.serve(gateway);
        gateway.observe(company::answered);
        gateway.open(template, functions, agenda.clock(), options.seed());
        // closed again before all others, so that nobody is answered by a half of the system
        later(gateway);
        warm(identity);
        return new Parts(
                gateway.address(),
                aws.endpoint(),
                policy,
                template,
                agenda,
                functions,
                calls,
                permissions,
                executions,
                mailbox,
                queues,
                log,
                finder,
                company,
                identity::token,
                tables,
                objects);
    }

    private <T extends AutoCloseable> T later(T part) {
        closing.addFirst(part);
        return part;
    }

    private Gateway gateway() {
        try {
            return Gateway.take(options.port());
        } catch (BindException taken) {
            throw new CannotStart("Port " + options.port() + " is taken, perhaps by another run of Kept: stop that, or"
                    + " choose another with -Dkept.port=8081 (0 for any).");
        } catch (IOException | IllegalArgumentException unfit) {
            throw new CannotStart(
                    "Port " + options.port() + " cannot be listened on: choose another with -Dkept.port.");
        }
    }

    private DynamoDbProcess dynamoDb() {
        try {
            return DynamoDbProcess.start(options.root().resolve("local/dynamodb/target/jars"));
        } catch (IllegalStateException missing) {
            throw new CannotStart(String.valueOf(missing.getMessage()), missing);
        }
    }

    private Policy policy() {
        var known = knownPolicies();
        if (!known.contains(options.policy())) {
            throw new CannotStart("There is no policy " + options.policy() + ": choose one of "
                    + String.join(", ", known) + " with -Dkept.policy.");
        }
        try {
            return Policy.load(options.policy());
        } catch (PolicyFault broken) {
            throw new CannotStart(String.valueOf(broken.getMessage()), broken);
        }
    }

    private List<String> knownPolicies() {
        try (var files = Files.list(options.root().resolve("policies"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json") && !name.endsWith(".schema.json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new CannotStart("There is no folder policies in " + options.root() + ": start from the project.");
        }
    }

    private Template template(URI address, Policy policy) {
        try {
            var values = new StackParameters(address, policy);
            return Template.read(options.template(), values.of(options.template()));
        } catch (TemplateFaults broken) {
            throw new CannotStart(
                    broken.faults().stream()
                            .map(fault -> "\n  " + fault)
                            .collect(Collectors.joining("", "The template cannot be run:", "")),
                    broken);
        }
    }

    private Agenda agenda() {
        return options.standstill()
                .map(instant -> Agenda.manual(instant, options.seed()))
                .orElseGet(() -> Agenda.live(
                        options.seed(),
                        // only its class: what it says may quote somebody
                        failure -> System.err.println("failed: " + failure.what() + ", "
                                + failure.thrown().getClass().getName())));
    }

    private StateMachines machines(Template template) {
        var machines = new StateMachines();
        var faults = new ArrayList<String>();
        for (var machine : template.stateMachines().values()) {
            var file = options.template().resolveSibling(machine.definition());
            try {
                machines.add(machine.name(), machine.arn(), Files.readString(file), machine.substitutions());
            } catch (IOException absent) {
                faults.add("There is no file " + machine.definition() + ", which " + machine.id() + " names.");
            } catch (InvalidDefinition broken) {
                faults.add(String.valueOf(broken.getMessage()));
            }
        }
        if (!faults.isEmpty()) {
            throw new CannotStart(String.join("\n", faults));
        }
        return machines;
    }

    private void note(LogLines log, String function, String line) {
        log.add(function + " " + line);
        if (options.standstill().isEmpty() && line.startsWith("cannot start ")) {
            System.err.println(line);
        }
    }

    /** What the functions are told, all of them together. */
    private static Map<String, String> settings(Template template) {
        var settings = new HashMap<String, String>();
        template.functions().values().forEach(function -> settings.putAll(function.environment()));
        return settings;
    }

    private static MailService mail(Agenda agenda, Mailbox mailbox, Policy policy) {
        return new MailService(
                agenda.clock(), mailbox, Set.of(policy.addresses().sender()));
    }

    private static IdentityProvider identity(Gateway gateway, Agenda agenda) {
        var redirect = gateway.address().resolve("/staff/callback");
        var identity = new IdentityProvider(
                StackParameters.issuer(gateway.address()), StackParameters.CLIENT, Set.of(redirect), agenda.clock());
        return identity;
    }

    /** Only now: making its key would take the time of what everybody waits for. */
    private static void warm(IdentityProvider identity) {
        var warming = new Thread(identity::warm, "identity");
        warming.setDaemon(true);
        warming.start();
    }

    private static void follow(
            Template template,
            Agenda agenda,
            Functions functions,
            Queues queues,
            CallLog calls,
            DynamoDbClient tables,
            S3Client objects) {
        var deliveries = new Deliveries(agenda, functions, queues);
        template.functions().values().forEach(deliveries::schedule);
        var expiry = new Expiry(tables, calls, agenda);
        template.tables().values().forEach(expiry::follow);
        var lifecycle = new Lifecycle(objects, calls, agenda);
        template.buckets().values().forEach(lifecycle::follow);
    }
}
