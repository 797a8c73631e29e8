package dev.doorstep.local.load;

import dev.doorstep.local.LocalRunner;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Looks again and again how much waits, and keeps the most. */
final class Backlog implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(500);

    private final LocalRunner runner;
    private final Map<String, Integer> deepest = new LinkedHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    private final ScheduledFuture<?> looking;

    Backlog(LocalRunner runner) {
        this.runner = runner;
        this.looking =
                clock.scheduleWithFixedDelay(
                        this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * The most that waited at a time, by where.
     *
     * @throws IllegalStateException if the queues could not be looked at
     */
    synchronized Map<String, Integer> deepest() {
        if (looking.isDone()) {
            throw new IllegalStateException("nobody looks any more", looking.exceptionNow());
        }
        return new LinkedHashMap<>(deepest);
    }

    @Override
    public void close() {
        clock.close();
    }

    private void look() {
        Map<String, Integer> now = runner.backlog();
        synchronized (this) {
            now.forEach((where, waiting) -> deepest.merge(where, waiting, Math::max));
        }
    }
}
