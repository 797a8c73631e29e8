package dev.doorstep.lambda;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/** Makes something when it is first asked for, and gives the same from then on. */
public final class Once<T> implements Supplier<T> {
    private final Supplier<T> make;
    private volatile @Nullable T made;

    public Once(Supplier<T> make) {
        this.make = make;
    }

    @Override
    public T get() {
        T known = made;
        return known == null ? makeIt() : known;
    }

    private synchronized T makeIt() {
        T known = made;
        if (known == null) {
            known = make.get();
            made = known;
        }
        return known;
    }
}
