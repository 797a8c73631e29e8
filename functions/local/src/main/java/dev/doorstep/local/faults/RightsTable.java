package dev.doorstep.local.faults;

import dev.doorstep.local.Rights;

import java.util.Set;
import java.util.stream.Collectors;

/** What the template allows beside what was done. */
final class RightsTable {
    private RightsTable() {}

    static String of(Rights rights) {
        Set<Rights.Allowed> idle = Set.copyOf(rights.idle());
        String allowed =
                rights.allowed().stream()
                        .map(
                                right ->
                                        "%-5s %-22s %-34s %-26s %s"
                                                .formatted(
                                                        idle.contains(right) ? "NEVER" : "done",
                                                        right.function(),
                                                        right.sid(),
                                                        right.action(),
                                                        right.resource()))
                        .collect(Collectors.joining("\n"));
        String missing =
                rights.missing().stream()
                        .map(
                                use ->
                                        "REFUSED %s: %s on %s"
                                                .formatted(
                                                        use.function(),
                                                        use.action(),
                                                        use.resource()))
                        .collect(Collectors.joining("\n"));
        return "rights = calls\n" + allowed + (missing.isEmpty() ? "" : "\n" + missing);
    }
}
