package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/**
 * Makes something when it is first asked for, and keeps it: what few calls need must not slow the
 * start of all. Safe for use by several threads.
 */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private @Nullable T made;

    Once(Supplier<T> maker) {
        this.maker = requireNonNull(maker, "maker is null");
    }

    @Override
    public synchronized T get() {
        T known = made;
        if (known == null) {
            known = maker.get();
            made = known;
        }
        return known;
    }
}
