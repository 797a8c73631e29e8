package dev.doorstep.testing;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.exception.SdkClientException;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;

/** Lets one call to AWS go wrong: it is never made, or it is made and its answer is lost. */
public final class Faults {
    private int calls;
    private int failing;
    private boolean isMade;

    /** How a call can go wrong. */
    public enum Fault {
        NEVER_MADE,
        ANSWER_LOST
    }

    /**
     * @param number of the call that fails, from 1, counted from now on
     */
    public synchronized void fail(int number, Fault fault) {
        calls = 0;
        failing = number;
        isMade = fault == Fault.ANSWER_LOST;
    }

    /** Nothing fails any more. */
    public synchronized void rest() {
        failing = 0;
    }

    /** Whether the call that was to fail was reached. */
    public synchronized boolean hasFired() {
        return failing > 0 && calls >= failing;
    }

    /** A client that fails when it is told to. */
    public <T> T around(Class<T> type, T client) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) -> call(client, method, arguments)));
    }

    private @Nullable Object call(
            Object client, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        boolean fails = isFailing();
        if (fails && !isMade) {
            throw SdkClientException.create("the call was not made");
        }
        @Nullable Object answer = invoke(client, method, arguments);
        if (fails) {
            throw SdkClientException.create("the answer was lost");
        }
        return answer;
    }

    private synchronized boolean isFailing() {
        calls++;
        return calls == failing;
    }

    private static @Nullable Object invoke(
            Object client, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }
}
