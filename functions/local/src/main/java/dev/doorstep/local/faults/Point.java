package dev.doorstep.local.faults;

import static java.util.Objects.requireNonNull;

import dev.doorstep.local.AwsCall;
import dev.doorstep.local.Fault;

/**
 * A moment at which something goes wrong: a function's n-th call of an operation of AWS.
 *
 * @param number from 1, in the part of the scenario that is under faults
 */
record Point(String function, int number, String operation, Fault fault) {

    Point {
        requireNonNull(function, "function is null");
        requireNonNull(operation, "operation is null");
        requireNonNull(fault, "fault is null");
    }

    /** What calls are counted by. */
    static String place(AwsCall call) {
        return call.function() + " " + call.operation();
    }

    boolean isAt(AwsCall call, int count) {
        return function.equals(call.function())
                && operation.equals(call.operation())
                && number == count;
    }

    @Override
    public String toString() {
        return "%s/%d/%s (%s)".formatted(function, number, fault.id(), operation);
    }
}
