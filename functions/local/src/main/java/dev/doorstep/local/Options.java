package dev.doorstep.local;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How the template is to run here.
 *
 * @param root the folder of {@code template.yaml}
 * @param parameters in place of the template's defaults
 * @param ports of the APIs by logical id, of the {@code Inbox} and of {@code Smtp}; what is missing
 *     gets any port that is free
 * @param delivery how queues, streams and schedules hand on what they hold
 * @param visibility in place of the queues' own visibility time-outs, so that what failed comes
 *     back soon
 * @param longestCall in place of the functions' own time-outs
 * @param watch sees each call that functions make to AWS
 * @param servedBy what serves DynamoDB, SQS and S3 in place of this machine's own
 */
public record Options(
        Path root,
        Map<String, String> parameters,
        Map<String, Integer> ports,
        Delivery delivery,
        Optional<Duration> visibility,
        Optional<Duration> longestCall,
        CallWatch watch,
        Optional<URI> servedBy,
        Console console) {
    static final String INBOX = "Inbox";
    static final String SMTP = "Smtp";

    /** Where people expect them. */
    static final Map<String, Integer> USUAL_PORTS =
            Map.of("SurveyApi", 8080, "DeskApi", 8081, "OrdersApi", 8082, INBOX, 8025, SMTP, 2525);

    public Options {
        requireNonNull(root, "root is null");
        parameters = Map.copyOf(parameters);
        ports = Map.copyOf(ports);
        requireNonNull(delivery, "delivery is null");
        requireNonNull(visibility, "visibility is null");
        requireNonNull(longestCall, "longestCall is null");
        requireNonNull(watch, "watch is null");
        requireNonNull(servedBy, "servedBy is null");
        requireNonNull(console, "console is null");
    }

    /** As deployed, on any ports. */
    public static Options of(Path root, Map<String, String> parameters, Console console) {
        return new Options(
                root,
                parameters,
                Map.of(),
                new Delivery.Once(),
                Optional.empty(),
                Optional.empty(),
                CallWatch.CALM,
                Optional.empty(),
                console);
    }

    public Options with(Delivery other) {
        return new Options(
                root, parameters, ports, other, visibility, longestCall, watch, servedBy, console);
    }

    Options on(Map<String, Integer> others) {
        return new Options(
                root,
                parameters,
                others,
                delivery,
                visibility,
                longestCall,
                watch,
                servedBy,
                console);
    }

    /** Everything that fails is tried again soon, and each call to AWS is seen by this watch. */
    public Options underFaults(Duration visible, Duration longest, CallWatch watched) {
        return new Options(
                root,
                parameters,
                ports,
                delivery,
                Optional.of(visible),
                Optional.of(longest),
                watched,
                servedBy,
                console);
    }

    /** Each call to AWS is seen by this watch. */
    public Options watchedBy(CallWatch watched) {
        return new Options(
                root,
                parameters,
                ports,
                delivery,
                visibility,
                longestCall,
                watched,
                servedBy,
                console);
    }

    /** With tables and queues of a server that has none of the template's yet. */
    public Options servedBy(URI server) {
        return new Options(
                root,
                parameters,
                ports,
                delivery,
                visibility,
                longestCall,
                watch,
                Optional.of(server),
                console);
    }

    int port(String name) {
        return ports.getOrDefault(name, 0);
    }

    FunctionDefinition hastened(FunctionDefinition function) {
        return longestCall.map(function::within).orElse(function);
    }

    QueueDefinition hastened(QueueDefinition queue) {
        return visibility.map(queue::visibleAfter).orElse(queue);
    }
}
