package dev.doorstep.local;

import software.amazon.event.ruler.Ruler;

import java.util.List;

/** Patterns as EventBridge takes them, matched by its own library. */
final class EventPattern {
    private EventPattern() {}

    static boolean anyMatches(List<String> patterns, String event) {
        return patterns.stream().anyMatch(pattern -> matches(pattern, event));
    }

    private static boolean matches(String pattern, String event) {
        try {
            return Ruler.matchesRule(event, pattern);
        } catch (Exception e) {
            throw new IllegalArgumentException("the pattern cannot be read: " + pattern, e);
        }
    }
}
