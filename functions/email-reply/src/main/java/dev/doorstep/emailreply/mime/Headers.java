package dev.doorstep.emailreply.mime;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The header fields of a mail, decoded; of each name the topmost first. */
public record Headers(Map<String, List<String>> byName) {

    public Headers {
        byName = Map.copyOf(byName);
    }

    /** The topmost: what a server puts in front of a mail stands above what came with it. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    public List<String> all(String name) {
        return byName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    public boolean has(String name) {
        return !all(name).isEmpty();
    }
}
