package dev.doorstep.local.load;

import dev.doorstep.local.LocalRunner;
import dev.doorstep.local.story.Desk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Agents who all ask for the next case until there is none. */
final class Support {
    private static final int AGENTS = 4;

    private final LocalRunner runner;

    Support(LocalRunner runner) {
        this.runner = runner;
    }

    /** Takes all cases; gives the ids that agents were handed, as often as they were. */
    List<String> takeAll() {
        List<Callable<List<String>>> agents = new ArrayList<>();
        for (int i = 0; i < AGENTS; i++) {
            Desk desk = new Desk(runner.api("DeskApi"), runner.token("agent-" + i, "Agent " + i));
            agents.add(() -> takeAll(desk));
        }
        List<String> taken = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AGENTS)) {
            for (Future<List<String>> agent : threads.invokeAll(agents)) {
                taken.addAll(agent.get());
            }
            return taken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("an agent gets no answer", e.getCause());
        }
    }

    private static List<String> takeAll(Desk desk) {
        List<String> taken = new ArrayList<>();
        while (desk.next().map(followUp -> taken.add(followUp.string("id"))).isPresent()) {}
        return taken;
    }
}
