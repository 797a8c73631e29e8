package dev.doorstep.local;

import java.time.Duration;
import java.util.concurrent.ExecutorService;

/** What looks again and again whether there is work. */
final class Pollers implements AutoCloseable {
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final Console console;
    private final ExecutorService threads;

    Pollers(Console console) {
        this.console = console;
        this.threads = Threads.reportingTo(console);
    }

    void add(String name, Duration pause, Runnable poll) {
        threads.execute(() -> loop(name, pause, poll));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void loop(String name, Duration pause, Runnable poll) {
        while (!threads.isShutdown()) {
            Pause.of(run(name, poll) ? pause : AFTER_FAILURE);
        }
    }

    private boolean run(String name, Runnable poll) {
        try {
            poll.run();
            return true;
        } catch (RuntimeException e) {
            if (!threads.isShutdown()) {
                console.problem(name, String.valueOf(e));
            }
            return false;
        }
    }
}
