package dev.doorstep.local;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Map;

/**
 * How the template is to run here.
 *
 * @param root the folder of {@code template.yaml}
 * @param parameters in place of the template's defaults
 * @param ports of the APIs by logical id, and of the {@code Inbox}; what is missing gets any port
 *     that is free
 * @param deliverTwice whether each message, stream record and asynchronous call comes twice
 */
public record Options(
        Path root,
        Map<String, String> parameters,
        Map<String, Integer> ports,
        boolean deliverTwice,
        Console console) {
    static final String INBOX = "Inbox";

    /** Where people expect them. */
    static final Map<String, Integer> USUAL_PORTS =
            Map.of("SurveyApi", 8080, "DeskApi", 8081, "OrdersApi", 8082, INBOX, 8025);

    public Options {
        requireNonNull(root, "root is null");
        parameters = Map.copyOf(parameters);
        ports = Map.copyOf(ports);
        requireNonNull(console, "console is null");
    }

    int port(String name) {
        return ports.getOrDefault(name, 0);
    }
}
