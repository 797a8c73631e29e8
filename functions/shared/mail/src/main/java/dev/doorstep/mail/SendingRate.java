package dev.doorstep.mail;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Log;
import dev.doorstep.lambda.Unavailable;

import software.amazon.awssdk.core.exception.SdkException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * Keeps this process under its share of the rate at which SES takes mails, as a token bucket that
 * holds the mails of one second. SES is asked for the rate only by a process that sends more than
 * one mail in a second: most cold starts have one to send. Safe for use by several threads.
 */
final class SendingRate {
    private static final double MAILS_A_SECOND_WITHOUT_ASKING = 1;
    private static final Duration KNOWN_FOR = Duration.ofMinutes(10);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final DoubleSupplier quota;
    private final Clock clock;
    private double rate = MAILS_A_SECOND_WITHOUT_ASKING;
    private double tokens = 1;
    private Instant filledAt;
    private Instant knownUntil = Instant.MIN;

    /**
     * @param quota asks for the mails a second that this process may send
     */
    SendingRate(DoubleSupplier quota, Clock clock) {
        this.quota = requireNonNull(quota, "quota is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.filledAt = clock.instant();
    }

    /**
     * Waits until one more mail may be sent.
     *
     * @throws Unavailable if that takes too long
     */
    void await() {
        Duration wait = take();
        if (wait.isPositive()) {
            sleep(wait);
        }
    }

    /** Takes the right to send one mail; gives how long to wait before using it. */
    synchronized Duration take() {
        Instant now = clock.instant();
        fill(now);
        if (tokens < 1 && now.isAfter(knownUntil)) {
            ask(now);
        }
        Duration wait = Duration.ofMillis((long) Math.ceil(Math.max(0, 1 - tokens) / rate * 1000));
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            throw new Unavailable("SES's sending rate is used up");
        }
        tokens--;
        return wait;
    }

    private void fill(Instant now) {
        double seconds = Math.max(0, Duration.between(filledAt, now).toMillis() / 1000.0);
        tokens = Math.min(capacity(), tokens + seconds * rate);
        filledAt = now;
    }

    /** The mails of one second; one, where less than one may be sent in that. */
    private double capacity() {
        return Math.max(1, rate);
    }

    private void ask(Instant now) {
        try {
            double before = capacity();
            rate = quota.getAsDouble();
            tokens += capacity() - before;
        } catch (SdkException e) {
            Log.failure("SES does not tell its sending rate", e, Map.of());
        }
        knownUntil = now.plus(KNOWN_FOR);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("was interrupted", e);
        }
    }
}
