package dev.doorstep.local;

import java.nio.file.Path;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/** The processes of one function: started on first use, more of them under load. */
final class FunctionPool implements AutoCloseable {
    private static final int MOST_INSTANCES = 4;

    private final FunctionDefinition function;
    private final AwsServices services;
    private final Path log;
    private final Semaphore free = new Semaphore(MOST_INSTANCES, true);
    private final Deque<FunctionInstance> idle = new ConcurrentLinkedDeque<>();
    private final Set<FunctionInstance> all = ConcurrentHashMap.newKeySet();

    FunctionPool(FunctionDefinition function, AwsServices services, Path log) {
        this.function = function;
        this.services = services;
        this.log = log;
    }

    FunctionDefinition function() {
        return function;
    }

    Lambdas.Result invoke(byte[] event) {
        free.acquireUninterruptibly();
        try {
            FunctionInstance instance = take();
            Lambdas.Result result = instance.invoke(event);
            giveBack(instance);
            return result;
        } finally {
            free.release();
        }
    }

    @Override
    public void close() {
        all.forEach(FunctionInstance::close);
    }

    private FunctionInstance take() {
        FunctionInstance instance = idle.poll();
        if (instance != null && instance.isAlive()) {
            return instance;
        }
        FunctionInstance started = new FunctionInstance(function, services, log);
        all.add(started);
        return started;
    }

    private void giveBack(FunctionInstance instance) {
        if (instance.isAlive()) {
            idle.push(instance);
        } else {
            all.remove(instance);
            instance.close();
        }
    }
}
