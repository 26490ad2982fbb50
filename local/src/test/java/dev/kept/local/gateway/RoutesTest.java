package dev.kept.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.local.template.LambdaFunction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private final Routes routes = new Routes(List.of(function(
            "GET /",
            "ANY /staff/{proxy+}",
            "GET /requests/{requestId}",
            "GET /requests/new",
            "POST /requests/{requestId}/confirmation")));

    @Test
    void whatIsWrittenOutGoesBeforeParameters() {
        assertEquals(Optional.of("/requests/new"), path("GET", "/requests/new"));
        assertEquals(Optional.of("/requests/{requestId}"), path("GET", "/requests/r1"));
        assertEquals(Optional.of("/"), path("GET", "/"));
    }

    @Test
    void aGreedyParameterTakesTheRest() {
        var match = routes.find("DELETE", "/staff/tasks/1").orElseThrow();

        assertEquals(Map.of("proxy", "tasks/1"), match.parameters());
    }

    @Test
    void parametersAreDecodedAndAPlusSignStays() {
        var match = routes.find("GET", "/requests/a%2Fb+c%20d").orElseThrow();

        assertEquals(Map.of("requestId", "a/b+c d"), match.parameters());
    }

    @Test
    void anotherMethodOrPathHasNoRoute() {
        assertTrue(path("POST", "/requests/r1").isEmpty());
        assertTrue(path("GET", "/requests/").isEmpty());
        assertTrue(path("GET", "/requests/r1/confirmation").isEmpty());
        assertTrue(path("GET", "/staff").isEmpty());
    }

    private Optional<String> path(String method, String path) {
        return routes.find(method, path).map(match -> match.route().path());
    }

    private static LambdaFunction function(String... routes) {
        var all = Stream.of(routes)
                .map(route -> route.split(" ", -1))
                .map(parts -> new LambdaFunction.Route(parts[0], parts[1], Optional.empty()))
                .toList();
        return new LambdaFunction(
                "F",
                "arn",
                "x.Y",
                Map.of(),
                List.of(),
                Duration.ofSeconds(3),
                128,
                all,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
