package dev.doorstep.local;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * One thing that a call does, as IAM sees it: an action on a resource.
 *
 * @param action such as {@code dynamodb:PutItem}
 * @param resource its ARN
 * @param context the condition keys of the call
 */
public record Use(String action, String resource, Map<String, String> context) {

    public Use {
        requireNonNull(action, "action is null");
        requireNonNull(resource, "resource is null");
        context = Map.copyOf(context);
    }

    static Use of(String action, String resource) {
        return new Use(action, resource, Map.of());
    }
}
