package dev.kept.local.template;

import dev.kept.local.template.LambdaFunction.Route;
import dev.kept.local.template.LambdaFunction.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code AWS::Serverless::Function}. */
final class FunctionReader {
    private final Names names;
    private final Optional<String> defaultAuthorizer;

    FunctionReader(Names names, Optional<String> defaultAuthorizer) {
        this.names = names;
        this.defaultAuthorizer = defaultAuthorizer;
    }

    LambdaFunction read(String id, Part part) {
        part.without("Description", "Architectures", "Tracing", "SnapStart", "Tags", "AutoPublishAliasAllProperties");
        part.without("ReservedConcurrentExecutions", "CodeUri", "EphemeralStorage", "KmsKeyArn", "PropagateTags");
        part.without("AutoPublishCodeSha256", "ProvisionedConcurrencyConfig", "LambdaInsights", "VersionDescription");
        part.only("Runtime", "java21", "java17", "java25");
        part.only("PackageType", "Zip");
        var routes = new ArrayList<Route>();
        var rules = new ArrayList<Rule>();
        part.partOrEmpty("Events").each().forEach((name, event) -> event(name, event, routes, rules));
        var function = new LambdaFunction(
                id,
                names.attribute(id, "Arn").orElse(""),
                part.text("Handler").replaceFirst("::.*", ""),
                environment(part),
                Statements.read(part, "Policies"),
                Duration.ofSeconds(part.number("Timeout", 3)),
                part.number("MemorySize", 128),
                routes,
                rules,
                deadLetterQueue(part),
                logGroup(part),
                part.find("AutoPublishAlias"));
        part.end();
        return function;
    }

    private static Map<String, String> environment(Part part) {
        var environment = part.partOrEmpty("Environment");
        var variables = environment.partOrEmpty("Variables").texts();
        environment.end();
        return variables;
    }

    private static Optional<String> deadLetterQueue(Part part) {
        return part.part("DeadLetterQueue").map(queue -> {
            queue.only("Type", "SQS");
            var arn = queue.text("TargetArn");
            queue.end();
            return arn;
        });
    }

    private static Optional<String> logGroup(Part part) {
        return part.part("LoggingConfig").flatMap(logging -> {
            logging.without("LogFormat", "ApplicationLogLevel", "SystemLogLevel");
            var group = logging.find("LogGroup");
            logging.end();
            return group;
        });
    }

    private void event(String name, Part event, List<Route> routes, List<Rule> rules) {
        var properties = event.partOrEmpty("Properties");
        var type = event.text("Type");
        switch (type) {
            case "Api" -> routes.add(route(properties));
            case "Schedule" -> rule(name, properties).ifPresent(rules::add);
            default -> {
                properties.tree();
                event.fault("Type", type + " is not supported by the local run: use Api or Schedule");
            }
        }
        event.end();
        properties.end();
    }

    private Route route(Part properties) {
        properties.without("RestApiId", "RequestParameters", "RequestModel");
        var auth = properties.partOrEmpty("Auth");
        var authorizer = auth.find("Authorizer").or(() -> defaultAuthorizer).filter(name -> !name.equals("NONE"));
        auth.end();
        return new Route(properties.text("Method").toUpperCase(Locale.ROOT), properties.text("Path"), authorizer);
    }

    private static Optional<Rule> rule(String name, Part properties) {
        properties.without("Description", "Name", "RetryPolicy", "DeadLetterConfig");
        var expression = properties.text("Schedule");
        var schedule = Schedule.of(expression);
        var input = properties.find("Input");
        if (schedule.isEmpty()) {
            properties.fault("Schedule", "cannot be read: write rate(1 day) or cron(0 6 * * ? *)");
        }
        var enabled = properties.flag("Enabled", true)
                && !properties.find("State").orElse("").equals("DISABLED");
        return schedule.filter(found -> enabled).map(found -> new Rule(name, found, input));
    }
}
