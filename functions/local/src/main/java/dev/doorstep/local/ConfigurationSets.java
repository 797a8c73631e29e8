package dev.doorstep.local;

import dev.doorstep.lambda.JsonObject;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The configuration sets of the template, each with the types of events that go from it to the
 * default bus. Source: AWS CloudFormation User Guide, {@code
 * AWS::SES::ConfigurationSetEventDestination}.
 */
record ConfigurationSets(Map<String, Set<String>> eventTypes) {

    ConfigurationSets {
        eventTypes = Map.copyOf(eventTypes);
    }

    /**
     * @param destinations the properties of each event destination
     */
    static ConfigurationSets of(List<String> names, List<JsonObject> destinations) {
        Map<String, Set<String>> eventTypes = new LinkedHashMap<>();
        names.forEach(name -> eventTypes.put(name, new HashSet<>()));
        for (JsonObject properties : destinations) {
            JsonObject destination = properties.object("EventDestination");
            if (destination.findBoolean("Enabled").orElse(false)
                    && destination.has("EventBridgeDestination")) {
                eventTypes
                        .computeIfAbsent(
                                properties.string("ConfigurationSetName"), _ -> new HashSet<>())
                        .addAll(types(destination));
            }
        }
        return new ConfigurationSets(eventTypes);
    }

    boolean has(String name) {
        return eventTypes.containsKey(name);
    }

    boolean tells(String name, SesEvent event) {
        return eventTypes.getOrDefault(name, Set.of()).contains(event.matchedAs());
    }

    private static Set<String> types(JsonObject destination) {
        return destination.strings("MatchingEventTypes").stream()
                .map(SesEvent::matchedAs)
                .collect(Collectors.toSet());
    }
}
