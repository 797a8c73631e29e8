package dev.doorstep.local.faults;

import static java.util.Objects.requireNonNull;

import dev.doorstep.local.Fault;

/**
 * A moment at which something goes wrong: a function's n-th call to AWS.
 *
 * @param number from 1, in the part of the scenario that is under faults
 * @param operation what the call is when nothing goes wrong
 */
record Point(String function, int number, String operation, Fault fault) {

    Point {
        requireNonNull(function, "function is null");
        requireNonNull(operation, "operation is null");
        requireNonNull(fault, "fault is null");
    }

    @Override
    public String toString() {
        return "%s/%d/%s (%s)".formatted(function, number, fault.id(), operation);
    }
}
