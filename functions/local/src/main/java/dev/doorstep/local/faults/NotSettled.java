package dev.doorstep.local.faults;

/** Something still moves, or nobody gets an answer, long after it should have come to rest. */
final class NotSettled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotSettled(String what) {
        super(what);
    }
}
