package dev.doorstep.followups;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The promises that a case was given, the oldest first; all but the last have ended. They go by
 * their place in it, from 1.
 */
public record Ledger(List<Promise> promises) {

    public Ledger {
        promises = List.copyOf(promises);
        if (promises.isEmpty()) {
            throw new IllegalArgumentException("a case without a promise");
        }
        if (promises.subList(0, promises.size() - 1).stream().anyMatch(Promise::isOpen)) {
            throw new IllegalArgumentException("two promises bind at a time");
        }
    }

    static Ledger of(Promise first) {
        return new Ledger(List.of(first));
    }

    /** The last that was made, whether it still binds or not. */
    public Promise last() {
        return promises.getLast();
    }

    /** The number of the last. */
    public int number() {
        return promises.size();
    }

    public Optional<Promise> open() {
        return Optional.of(last()).filter(Promise::isOpen);
    }

    public Optional<Promise> find(int number) {
        return number >= 1 && number <= promises.size()
                ? Optional.of(promises.get(number - 1))
                : Optional.empty();
    }

    /** How many were broken. */
    public int broken() {
        return (int)
                promises.stream()
                        .flatMap(promise -> promise.end().stream())
                        .filter(end -> end.fate() == Promise.Fate.BROKEN)
                        .count();
    }

    Ledger ended(Promise.Fate fate, Instant at) {
        return withLast(last().ended(fate, at));
    }

    Ledger warned(Instant at) {
        return withLast(last().warned(at));
    }

    /** The next promise; if the last one still binds, it takes its place. */
    Ledger with(Promise next, Instant at) {
        List<Promise> all = new ArrayList<>(ended(Promise.Fate.MOVED, at).promises());
        all.add(next);
        return new Ledger(all);
    }

    private Ledger withLast(Promise promise) {
        List<Promise> all = new ArrayList<>(promises);
        all.set(all.size() - 1, promise);
        return new Ledger(all);
    }
}
