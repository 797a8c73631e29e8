package dev.doorstep.local;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Delivers some things twice, as any queue, stream or schedule may.
 *
 * @param share of what comes again, from 0 to 1
 */
record Twice(Lambdas lambdas, double share) implements Lambdas {

    @Override
    public Result invoke(String functionLogicalId, byte[] event) {
        Result first = lambdas.invoke(functionLogicalId, event);
        return comesAgain() ? lambdas.invoke(functionLogicalId, event) : first;
    }

    @Override
    public void invokeAsync(String functionLogicalId, byte[] event) {
        lambdas.invokeAsync(functionLogicalId, event);
        if (comesAgain()) {
            lambdas.invokeAsync(functionLogicalId, event);
        }
    }

    @Override
    public void invokeWithRetries(String functionLogicalId, byte[] event) {
        lambdas.invokeWithRetries(functionLogicalId, event);
        if (comesAgain()) {
            lambdas.invokeWithRetries(functionLogicalId, event);
        }
    }

    private boolean comesAgain() {
        return ThreadLocalRandom.current().nextDouble() < share;
    }
}
