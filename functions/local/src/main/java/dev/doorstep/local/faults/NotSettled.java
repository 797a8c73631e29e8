package dev.doorstep.local.faults;

/** Something still moves, or has not happened, long after it should have. */
final class NotSettled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotSettled(String what) {
        super(what);
    }
}
