package dev.doorstep.local;

import dev.doorstep.lambda.JsonObject;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a function's role allows. */
public record Role(List<Statement> statements) {

    public Role {
        statements = List.copyOf(statements);
    }

    /**
     * Leave for some actions on some resources.
     *
     * @param conditions condition keys and the value that each must have
     */
    public record Statement(
            String sid,
            List<String> actions,
            List<String> resources,
            Map<String, String> conditions) {

        public Statement {
            actions = List.copyOf(actions);
            resources = List.copyOf(resources);
            conditions = Map.copyOf(conditions);
        }

        boolean allows(Use use) {
            return actions.contains(use.action())
                    && resources.stream()
                            .map(ResourcePattern::new)
                            .anyMatch(pattern -> pattern.matches(use.resource()))
                    && use.context().entrySet().containsAll(conditions.entrySet());
        }
    }

    public boolean allows(Use use) {
        return statements.stream().anyMatch(statement -> statement.allows(use));
    }

    /** What of a call is not allowed, if anything. */
    Optional<Use> refused(AwsCall call) {
        return call.uses().stream().filter(use -> !allows(use)).findFirst();
    }

    /**
     * Reads the policies of a role in the template.
     *
     * @throws IllegalArgumentException if one says what is not known here: a wildcard but for keys
     *     in a bucket, a denial, or a condition other than that strings are equal
     */
    static Role of(JsonObject properties) {
        List<Statement> statements = new ArrayList<>();
        for (JsonObject policy : properties.objects("Policies")) {
            policy.object("PolicyDocument").objects("Statement").stream()
                    .map(Role::statement)
                    .forEach(statements::add);
        }
        return new Role(statements);
    }

    private static Statement statement(JsonObject statement) {
        String sid = statement.string("Sid");
        require(statement.string("Effect").equals("Allow"), sid);
        List<String> actions = oneOrMore(statement, "Action");
        List<String> resources = oneOrMore(statement, "Resource");
        require(actions.stream().noneMatch(action -> action.contains("*")), sid);
        require(actions.stream().allMatch(action -> areNarrow(resources, action)), sid);
        return new Statement(sid, actions, resources, conditions(statement, sid));
    }

    private static boolean areNarrow(List<String> resources, String action) {
        return resources.stream()
                .map(ResourcePattern::new)
                .allMatch(pattern -> pattern.isNarrowFor(action));
    }

    private static Map<String, String> conditions(JsonObject statement, String sid) {
        Optional<JsonObject> condition = statement.findObject("Condition");
        condition.ifPresent(c -> require(c.members().keySet().equals(Set.of("StringEquals")), sid));
        Map<String, String> conditions = new LinkedHashMap<>();
        condition
                .map(c -> c.object("StringEquals"))
                .ifPresent(
                        equals ->
                                equals.members()
                                        .forEach(
                                                (key, value) ->
                                                        conditions.put(
                                                                key, String.valueOf(value))));
        return conditions;
    }

    private static List<String> oneOrMore(JsonObject statement, String name) {
        return statement.members().get(name) instanceof List<?>
                ? statement.strings(name)
                : List.of(statement.string(name));
    }

    private static void require(boolean isKnown, String sid) {
        if (!isKnown) {
            throw new IllegalArgumentException(sid + ": this form of a policy is not known here");
        }
    }
}
