package dev.kept;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.kept.http.Json;
import dev.kept.staff.ConsoleFunction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The API of the template: one for all routes, closed where staff work, and bounded. */
class TemplateApiTest {
    private final TemplateText template;

    TemplateApiTest() throws IOException {
        template = new TemplateText();
    }

    /** SAM makes another API for a route that names none: without authorizer, bounds or answers of its own. */
    @Test
    void everyRouteIsOfTheOneApi() {
        var faults = new ArrayList<String>();
        for (var function : template.functions()) {
            Json.child(function.properties(), "Events").forEach((name, event) -> {
                var its = TemplateText.object(event);
                if ("Api".equals(its.get("Type"))) {
                    var api = Json.string(Json.child(its, "Properties"), "RestApiId");
                    TemplateTest.check(faults, function.name() + " " + name, "RestApiId", api.equals("!Ref Api"));
                }
            });
        }

        assertEquals(List.of(), faults);
        assertEquals(Set.of("Api"), template.resources("AWS::Serverless::Api").keySet());
    }

    @Test
    void aRouteIsBehindTheAuthorizerWhenItsFunctionIsOneOfTheConsole() {
        var console = Sources.handlers().stream()
                .filter(type -> type.isAssignableTo(ConsoleFunction.class))
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
        var faults = new ArrayList<String>();
        for (var function : template.functions()) {
            for (var route : function.routes()) {
                var staff = console.contains(function.handler());
                TemplateTest.check(faults, route.toString(), "Authorizer", route.staff() == staff);
            }
        }

        assertEquals(List.of(), faults);
    }

    /** A wider type, such as any at all, would also turn what browsers are answered into bytes. */
    @Test
    void onlyTheFormWithFilesArrivesAsBytes() {
        template.properties("AWS::Serverless::Api")
                .forEach((name, api) ->
                        assertEquals(List.of("multipart~1form-data"), Json.list(api, "BinaryMediaTypes"), name));
    }

    @Test
    void howManyCallsItTakesIsBounded() {
        template.properties("AWS::Serverless::Api")
                .forEach((name, api) -> assertEquals(
                        List.of(Map.of(
                                "ResourcePath",
                                "/*",
                                "HttpMethod",
                                "*",
                                "ThrottlingRateLimit",
                                "!Ref CallsPerSecond",
                                "ThrottlingBurstLimit",
                                "!Ref CallsPerSecond")),
                        Json.list(api, "MethodSettings"),
                        name));
    }
}
