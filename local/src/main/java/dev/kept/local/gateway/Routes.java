package dev.kept.local.gateway;

import dev.kept.local.template.LambdaFunction;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the function that answers a call; what is written out goes before parameters, as in API Gateway. */
final class Routes {
    private final List<Route> routes = new ArrayList<>();

    Routes(Collection<LambdaFunction> functions) {
        for (var function : functions) {
            for (var route : function.routes()) {
                routes.add(new Route(function, route, segments(route.path())));
            }
        }
        routes.sort(Comparator.comparing(Route::rank));
    }

    /**
     * A route that fits a call.
     *
     * @param parameters the path's parameters, decoded
     */
    record Match(LambdaFunction function, LambdaFunction.Route route, Map<String, String> parameters) {}

    private record Route(LambdaFunction function, LambdaFunction.Route route, List<String> segments) {
        /** Sorts literal segments before parameters, and greedy parameters last. */
        String rank() {
            var rank = new StringBuilder();
            for (var segment : segments) {
                rank.append(segment.endsWith("+}") ? '2' : segment.startsWith("{") ? '1' : '0');
            }
            return rank.append('0')
                    .append(route.method().equals("ANY") ? '1' : '0')
                    .toString();
        }
    }

    Optional<Match> find(String method, String rawPath) {
        var called = segments(rawPath);
        return routes.stream()
                .filter(route -> route.route.method().equals(method)
                        || route.route.method().equals("ANY"))
                .flatMap(route ->
                        parameters(route.segments, called)
                                .map(found -> new Match(route.function, route.route, found))
                                .stream())
                .findFirst();
    }

    private static Optional<Map<String, String>> parameters(List<String> pattern, List<String> called) {
        var found = new LinkedHashMap<String, String>();
        for (int i = 0; i < pattern.size(); i++) {
            var part = pattern.get(i);
            if (i >= called.size()) {
                return Optional.empty();
            }
            if (part.endsWith("+}")) {
                var rest = String.join("/", called.subList(i, called.size()));
                found.put(part.substring(1, part.length() - 2), decode(rest));
                return Optional.of(found);
            }
            var value = called.get(i);
            if (part.startsWith("{") && !value.isEmpty()) {
                found.put(part.substring(1, part.length() - 1), decode(value));
            } else if (!part.equals(value)) {
                return Optional.empty();
            }
        }
        return pattern.size() == called.size() ? Optional.of(found) : Optional.empty();
    }

    private static List<String> segments(String path) {
        return List.of(path.replaceFirst("^/", "").split("/", -1));
    }

    /** A plus sign in a path is a plus sign. */
    static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
