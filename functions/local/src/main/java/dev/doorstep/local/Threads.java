package dev.doorstep.local;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads for work that nobody waits for. */
final class Threads {
    private Threads() {}

    /** What fails is printed, unless it fails because the runner stops. */
    static ExecutorService reportingTo(Console console) {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual()
                        .uncaughtExceptionHandler((_, failure) -> report(failure, console))
                        .factory());
    }

    private static void report(Throwable failure, Console console) {
        if (!(failure instanceof Stopped)) {
            console.problem("runner", String.valueOf(failure));
        }
    }
}
