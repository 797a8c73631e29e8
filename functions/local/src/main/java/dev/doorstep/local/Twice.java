package dev.doorstep.local;

/** Delivers everything twice, as any queue, stream or schedule may. */
record Twice(Lambdas lambdas) implements Lambdas {

    @Override
    public Result invoke(String functionLogicalId, byte[] event) {
        lambdas.invoke(functionLogicalId, event);
        return lambdas.invoke(functionLogicalId, event);
    }

    @Override
    public void invokeAsync(String functionLogicalId, byte[] event) {
        lambdas.invokeAsync(functionLogicalId, event);
        lambdas.invokeAsync(functionLogicalId, event);
    }
}
