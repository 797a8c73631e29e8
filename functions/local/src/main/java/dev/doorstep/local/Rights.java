package dev.doorstep.local;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What functions may do, and what they did. Safe for use by several threads. */
public final class Rights {
    private final List<FunctionDefinition> functions;
    private final Set<Used> used;

    /**
     * @param byLambda what Lambda itself does in the functions' names
     */
    Rights(List<FunctionDefinition> functions, Set<Used> byLambda) {
        this.functions = List.copyOf(functions);
        this.used = new LinkedHashSet<>(byLambda);
    }

    /** Something that was done in a function's name. */
    public record Used(String function, String action, String resource) {}

    /** Leave for one action on one resource. */
    public record Allowed(String function, String sid, String action, String resource) {

        boolean covers(Used used) {
            return function.equals(used.function())
                    && action.equals(used.action())
                    && new ResourcePattern(resource).matches(used.resource());
        }
    }

    synchronized void note(AwsCall call) {
        call.uses()
                .forEach(use -> used.add(new Used(call.function(), use.action(), use.resource())));
    }

    /** What the template allows, in its order. */
    public List<Allowed> allowed() {
        return functions.stream().flatMap(Rights::allowed).toList();
    }

    /** What was done so far, in the order in which it was first done. */
    public synchronized Set<Used> used() {
        return Set.copyOf(used);
    }

    /** The same template's rights, with what was done here and there. */
    public Rights together(Rights other) {
        Set<Used> all = new LinkedHashSet<>(used());
        all.addAll(other.used());
        return new Rights(functions, all);
    }

    /** What was done although the template does not allow it. */
    public List<Used> missing() {
        List<Allowed> allowed = allowed();
        return used().stream()
                .filter(use -> allowed.stream().noneMatch(right -> right.covers(use)))
                .toList();
    }

    /** What the template allows and nobody did. */
    public List<Allowed> idle() {
        Set<Used> done = used();
        return allowed().stream().filter(right -> done.stream().noneMatch(right::covers)).toList();
    }

    private static Stream<Allowed> allowed(FunctionDefinition function) {
        return function.role().statements().stream()
                .flatMap(
                        statement ->
                                statement.actions().stream()
                                        .flatMap(
                                                action ->
                                                        statement.resources().stream()
                                                                .map(
                                                                        resource ->
                                                                                new Allowed(
                                                                                        function
                                                                                                .logicalId(),
                                                                                        statement
                                                                                                .sid(),
                                                                                        action,
                                                                                        resource))));
    }
}
