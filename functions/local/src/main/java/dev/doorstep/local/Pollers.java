package dev.doorstep.local;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;

/** What looks again and again, or when told to, whether there is work. */
final class Pollers implements AutoCloseable {
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final Console console;
    private final ExecutorService threads;
    private final List<BooleanSupplier> byHand = new CopyOnWriteArrayList<>();

    Pollers(Console console) {
        this.console = console;
        this.threads = Threads.reportingTo(console);
    }

    /**
     * Looks again and again.
     *
     * @param poll says whether there was work
     */
    void add(String name, Duration pause, BooleanSupplier poll) {
        add(name, Duration.ZERO, pause, poll);
    }

    /**
     * Looks again and again.
     *
     * @param first how long to wait before the first time
     * @param poll says whether there was work
     */
    void add(String name, Duration first, Duration pause, BooleanSupplier poll) {
        threads.execute(
                () -> {
                    Pause.of(first);
                    loop(name, pause, poll);
                });
    }

    /** Looks when told to. */
    void addByHand(BooleanSupplier poll) {
        byHand.add(poll);
    }

    /** Whether any of those that are told to look found work. */
    boolean look() {
        boolean found = false;
        for (BooleanSupplier poll : byHand) {
            found |= poll.getAsBoolean();
        }
        return found;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void loop(String name, Duration pause, BooleanSupplier poll) {
        while (!threads.isShutdown()) {
            Pause.of(run(name, poll) ? pause : AFTER_FAILURE);
        }
    }

    private boolean run(String name, BooleanSupplier poll) {
        try {
            var _ = poll.getAsBoolean();
            return true;
        } catch (RuntimeException e) {
            if (!threads.isShutdown()) {
                console.problem(name, String.valueOf(e));
            }
            return false;
        }
    }
}
