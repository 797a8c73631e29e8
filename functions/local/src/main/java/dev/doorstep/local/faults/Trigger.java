package dev.doorstep.local.faults;

import dev.doorstep.local.AwsCall;
import dev.doorstep.local.CallWatch;
import dev.doorstep.local.Fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Counts the calls of each function, by operation, while it listens, lets one of them go wrong, and
 * does something else when another is about to be carried out.
 */
final class Trigger implements CallWatch {
    private final List<AwsCall> calls = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private boolean listening;
    private Optional<Point> point = Optional.empty();
    private Optional<String> fired = Optional.empty();
    private Optional<Interruption> interruption = Optional.empty();
    private Runnable meanwhile = () -> {};

    /** Starts to count anew. */
    synchronized void listen(
            Optional<Point> goesWrong, Optional<Interruption> interrupts, Runnable thenDo) {
        calls.clear();
        numbers.clear();
        seen.clear();
        point = goesWrong;
        fired = Optional.empty();
        interruption = interrupts;
        meanwhile = thenDo;
        listening = true;
    }

    synchronized void ignore() {
        listening = false;
    }

    /** The calls in their order; the clients' own repeats are not counted. */
    synchronized List<AwsCall> calls() {
        return List.copyOf(calls);
    }

    /** Whether the point was reached. */
    synchronized boolean hasFired() {
        return fired.isPresent();
    }

    /** Whether what was to happen in the middle of it has not. */
    synchronized boolean awaitsInterruption() {
        return interruption.isPresent();
    }

    @Override
    public Optional<Fault> before(AwsCall call) {
        Optional<Runnable> interrupting = interruptedBy(call);
        interrupting.ifPresent(Runnable::run);
        return fault(call);
    }

    /** Run outside the lock: what it does makes calls of its own. */
    private synchronized Optional<Runnable> interruptedBy(AwsCall call) {
        if (!listening || interruption.filter(i -> i.isBefore(call)).isEmpty()) {
            return Optional.empty();
        }
        interruption = Optional.empty();
        return Optional.of(meanwhile);
    }

    private synchronized Optional<Fault> fault(AwsCall call) {
        if (!listening) {
            return Optional.empty();
        }
        if (!seen.add(call.invocation())) {
            return fired.filter(call.invocation()::equals)
                    .flatMap(_ -> point)
                    .map(Point::fault)
                    .filter(Trigger::comesWithEachRepeat);
        }
        calls.add(call);
        int number = numbers.merge(Point.place(call), 1, Integer::sum);
        if (point.filter(p -> p.isAt(call, number)).isEmpty()) {
            return Optional.empty();
        }
        fired = Optional.of(call.invocation());
        return point.map(Point::fault);
    }

    private static boolean comesWithEachRepeat(Fault fault) {
        return switch (fault) {
            case THROTTLE, ERROR, RESET, KILL_BEFORE, KILL_AFTER, TIME_OUT -> true;
            case LOSE_ANSWER -> false;
        };
    }

    /** A moment at which something else happens: before a function's first call of an operation. */
    record Interruption(String function, String operation) {

        boolean isBefore(AwsCall call) {
            return call.function().equals(function) && call.operation().equals(operation);
        }
    }
}
