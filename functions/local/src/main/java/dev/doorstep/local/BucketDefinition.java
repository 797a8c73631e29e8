package dev.doorstep.local;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.JsonObject;

import java.util.List;

/** A bucket of the template, under its physical name, with whom it tells of new objects. */
record BucketDefinition(String name, List<Notification> notifications) {

    BucketDefinition {
        requireNonNull(name, "name is null");
        notifications = List.copyOf(notifications);
    }

    /**
     * @throws IllegalArgumentException if it has a name of its own, or tells of something, or
     *     someone, that is not known here
     */
    static BucketDefinition of(String logicalId, JsonObject properties) {
        require(!properties.has("BucketName"), logicalId + ": BucketName is not known here");
        return new BucketDefinition(
                Machine.bucketName(logicalId),
                properties.findObject("NotificationConfiguration").stream()
                        .peek(n -> requireQueuesOnly(logicalId, n))
                        .flatMap(n -> n.objects("QueueConfigurations").stream())
                        .map(Notification::of)
                        .toList());
    }

    private static void requireQueuesOnly(String logicalId, JsonObject configuration) {
        require(
                List.of("QueueConfigurations").containsAll(configuration.members().keySet()),
                logicalId + " notifies others than queues; that is not known here");
    }

    private static void require(boolean isKnown, String otherwise) {
        if (!isKnown) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /**
     * A queue that is told of new objects; it is a logical id.
     *
     * @param prefix that a key must begin with
     * @param suffix that a key must end with
     */
    record Notification(String queue, String prefix, String suffix) {
        private static final List<String> EVENTS =
                List.of("s3:ObjectCreated:*", "s3:ObjectCreated:Put");

        Notification {
            requireNonNull(queue, "queue is null");
            requireNonNull(prefix, "prefix is null");
            requireNonNull(suffix, "suffix is null");
        }

        boolean isAbout(String key) {
            return key.startsWith(prefix) && key.endsWith(suffix);
        }

        private static Notification of(JsonObject configuration) {
            String event = configuration.string("Event");
            require(EVENTS.contains(event), event + " is not known here");
            List<JsonObject> rules =
                    configuration.findObject("Filter").stream()
                            .flatMap(filter -> filter.object("S3Key").objects("Rules").stream())
                            .toList();
            return new Notification(
                    Machine.logicalId(configuration.string("Queue")),
                    value(rules, "prefix"),
                    value(rules, "suffix"));
        }

        private static String value(List<JsonObject> rules, String name) {
            return rules.stream()
                    .filter(rule -> rule.string("Name").equalsIgnoreCase(name))
                    .map(rule -> rule.string("Value"))
                    .findFirst()
                    .orElse("");
        }
    }
}
