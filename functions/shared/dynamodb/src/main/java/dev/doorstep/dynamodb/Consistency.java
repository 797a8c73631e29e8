package dev.doorstep.dynamodb;

/** How a read sees what was written just before it. */
public enum Consistency {
    /**
     * May miss what was written in the last moments, at half the price: for a guess that a
     * conditional write then proves or refutes.
     */
    EVENTUAL,
    STRONG;

    public boolean isStrong() {
        return this == STRONG;
    }

    /** The first attempt at a conditional write guesses; those after it look closely. */
    public static Consistency ofAttempt(int attempt) {
        return attempt == 0 ? EVENTUAL : STRONG;
    }
}
