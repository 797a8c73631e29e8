package dev.doorstep.local;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Starts the whole template and prints where everything is. Arguments of the form {@code
 * Name=value} are parameters of the template.
 */
public final class Local {
    /** A day passes in seconds, so that the way of an order can be watched. */
    private static final Map<String, String> QUICK =
            Map.ofEntries(
                    Map.entry("DeliverySurveyDelay", "PT5S"),
                    Map.entry("ReturnSurveyDelay", "PT5S"),
                    Map.entry("ExchangeSurveyDelay", "PT5S"),
                    Map.entry("CancellationSurveyDelay", "PT5S"),
                    Map.entry("FollowUpSurveyDelay", "PT10S"),
                    Map.entry("ReminderDelay", "PT2M"),
                    Map.entry("DeliveryNewsDelay", "PT2S"),
                    Map.entry("ErasureSettlingTime", "PT2S"),
                    Map.entry("OverdueAfter", "PT0S"),
                    Map.entry("ClaimLease", "PT5M"),
                    Map.entry("SupportHours", "00:00-24:00"),
                    Map.entry("MailSettlingTime", "PT1M"),
                    Map.entry("SendingHours", "00:00-24:00"),
                    Map.entry("TimekeeperSchedule", "rate(1 second)"));

    private Local() {}

    /** Runs until it is interrupted. */
    public static void main(String[] arguments) throws InterruptedException {
        var _ = start(arguments, new Console(System.out));
        new CountDownLatch(1).await();
    }

    /** Starts it where people expect it, and tells where everything is. */
    public static LocalRunner start(String[] arguments, Console console) {
        Map<String, String> parameters = new LinkedHashMap<>(QUICK);
        parameters.putAll(parameters(arguments));
        Instant before = Instant.now();
        LocalRunner runner =
                LocalRunner.start(Options.of(root(), parameters, console).on(Options.USUAL_PORTS));
        console.line(banner(runner, parameters, Duration.between(before, Instant.now())));
        return runner;
    }

    /** The folder of the template: the property {@code doorstep.root}, else where this runs. */
    public static Path root() {
        return Path.of(System.getProperty("doorstep.root", ".")).toAbsolutePath().normalize();
    }

    private static Map<String, String> parameters(String[] arguments) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String argument : arguments) {
            String[] pair = argument.split("=", 2);
            if (pair.length < 2) {
                throw new IllegalArgumentException(argument + " is not of the form Name=value");
            }
            parameters.put(pair[0], pair[1]);
        }
        return parameters;
    }

    private static String smtp(InetSocketAddress address) {
        return "  smtp     %s:%d                         (takes answers to mails)%n"
                .formatted(address.getHostString(), address.getPort());
    }

    private static String banner(
            LocalRunner runner, Map<String, String> parameters, Duration took) {
        return """

        Doorstep runs on this machine (started in %.1f s). Ctrl-C stops it.

          orders   POST %s/orders/events   (signed with user local:local)
          inbox    %s                    (as JSON: /_local/mails)
        %s  survey   %s                    (its links are in the mails)
          desk     %s/desk               (sign in as an agent, a lead or a viewer)
                   %s/desk/follow-ups    (its API)
          tables   %s                    (DynamoDB; replies are in %s)
          logs     %s

        Times are short: %s

        Try a delivery, then look into the inbox:
          sed "s/2026-11-23T10:12:00Z/$(date -u +%%FT%%TZ)/" events/order-events/delivered.json |
            curl -s --aws-sigv4 aws:amz:eu-central-1:execute-api --user local:local \\
              -H 'content-type: application/json' --data-binary @- %s/orders/events

        Take the next unhappy customer:
          curl -s -X POST -H "authorization: Bearer %s" \\
            %s/desk/follow-ups/next
        """
                .formatted(
                        took.toMillis() / 1000.0,
                        runner.api("OrdersApi"),
                        runner.inbox(),
                        runner.smtp().map(Local::smtp).orElse(""),
                        runner.api("SurveyApi"),
                        runner.api("DeskApi"),
                        runner.api("DeskApi"),
                        runner.endpointOfTables(),
                        LocalRunner.tableName("RepliesTable"),
                        runner.logs(),
                        parameters,
                        runner.api("OrdersApi"),
                        runner.token("agent-1", "Robin"),
                        runner.api("DeskApi"));
    }
}
