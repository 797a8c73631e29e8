package dev.doorstep.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters that a template takes, and what it allows for each. */
record TemplateParameters(Map<?, ?> declared) {

    /**
     * The defaults, and what is given in their place.
     *
     * @throws IllegalArgumentException if a parameter is not declared, not allowed, or missing
     */
    Map<String, String> with(Map<String, String> given) {
        given.keySet().stream()
                .filter(name -> !declared.containsKey(name))
                .forEach(TemplateParameters::unknown);
        Map<String, String> values = new LinkedHashMap<>();
        declared.forEach(
                (name, declaration) ->
                        values.put(
                                String.valueOf(name),
                                value(String.valueOf(name), (Map<?, ?>) declaration, given)));
        return values;
    }

    private static String value(String name, Map<?, ?> declaration, Map<String, String> given) {
        Object value = given.containsKey(name) ? given.get(name) : declaration.get("Default");
        if (value == null) {
            throw new IllegalArgumentException("parameter " + name + " is missing");
        }
        String text = String.valueOf(value);
        if (!isAllowed(text, declaration)) {
            throw new IllegalArgumentException(
                    "parameter " + name + " may not be " + text + ": see template.yaml");
        }
        return text;
    }

    private static boolean isAllowed(String text, Map<?, ?> declaration) {
        boolean fits =
                !(declaration.get("AllowedPattern") instanceof String pattern)
                        || text.matches(pattern);
        boolean listed =
                !(declaration.get("AllowedValues") instanceof List<?> values)
                        || values.stream().map(String::valueOf).anyMatch(text::equals);
        return fits && listed;
    }

    private static void unknown(String name) {
        throw new IllegalArgumentException(
                "parameter " + name + " is not declared in template.yaml");
    }
}
