package dev.doorstep.testing;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.exception.SdkClientException;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Lets calls to AWS go wrong: one is never made, or it is made and its answer is lost. Either a
 * certain one does, or each does the first time; so one run is enough to see all of them fail.
 */
public final class Faults {
    private final Set<String> failed = new HashSet<>();
    private int calls;
    private int failing;
    private boolean isEach;
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

    /** Each call fails from now on, but not again when it is repeated. */
    public synchronized void failEachOnce(Fault fault) {
        failed.clear();
        isEach = true;
        isMade = fault == Fault.ANSWER_LOST;
    }

    /** Nothing fails any more. */
    public synchronized void rest() {
        failing = 0;
        isEach = false;
    }

    /** How many different calls failed once. */
    public synchronized int failures() {
        return failed.size();
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
                        (proxy, method, arguments) ->
                                isShorthand(method, arguments)
                                        ? InvocationHandler.invokeDefault(proxy, method, arguments)
                                        : call(client, method, arguments)));
    }

    /** One that makes other calls of the client, which fail by themselves. */
    private static boolean isShorthand(Method method, @Nullable Object @Nullable [] arguments) {
        return method.getName().endsWith("Paginator")
                || (arguments != null
                        && arguments.length > 0
                        && arguments[0] instanceof Consumer<?>);
    }

    private @Nullable Object call(
            Object client, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        boolean fails = isFailing(method, arguments);
        if (fails && !isMade) {
            throw SdkClientException.create("the call was not made");
        }
        @Nullable Object answer = invoke(client, method, arguments);
        if (fails) {
            throw SdkClientException.create("the answer was lost");
        }
        return answer;
    }

    private synchronized boolean isFailing(Method method, @Nullable Object @Nullable [] arguments) {
        calls++;
        return isEach ? failed.add(name(method, arguments)) : calls == failing;
    }

    /** The same for each repetition; what else is given than the request may be new each time. */
    private static String name(Method method, @Nullable Object @Nullable [] arguments) {
        return method.getName() + (arguments == null ? "" : " " + arguments[0]);
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
