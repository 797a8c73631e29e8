package dev.doorstep.local;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A route of an HTTP API, such as {@code GET /s/{token}}; api and function are logical ids.
 *
 * @param anyone whether its API's authorizer is not asked
 */
public record Route(String api, String function, String method, String path, boolean anyone) {

    public Route {
        requireNonNull(api, "api is null");
        requireNonNull(function, "function is null");
        requireNonNull(method, "method is null");
        requireNonNull(path, "path is null");
    }

    public String key() {
        return method + " " + path;
    }

    /** The path's parameters if it fits this route. */
    Optional<Map<String, String>> match(String requestMethod, String requestPath) {
        List<String> expected = segments(path);
        List<String> given = segments(requestPath);
        if (!method.equals(requestMethod) || expected.size() != given.size()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < expected.size(); i++) {
            if (isVariable(expected.get(i)) && !given.get(i).isEmpty()) {
                parameters.put(name(expected.get(i)), given.get(i));
            } else if (!expected.get(i).equals(given.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    /** Routes with fewer variables are preferred. */
    long variables() {
        return segments(path).stream().filter(Route::isVariable).count();
    }

    private static List<String> segments(String path) {
        return Arrays.asList(path.split("/", -1));
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static String name(String variable) {
        return variable.substring(1, variable.length() - 1);
    }
}
