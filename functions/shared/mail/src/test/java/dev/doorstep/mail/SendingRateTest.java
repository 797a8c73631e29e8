package dev.doorstep.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.doorstep.lambda.Unavailable;
import dev.doorstep.testing.TestClock;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.exception.SdkClientException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

class SendingRateTest {
    private static final Duration NO_WAIT = Duration.ZERO;

    private final TestClock clock = new TestClock(Instant.parse("2026-11-24T12:00:00Z"));
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void sendsTheFirstMailWithoutAskingForTheRate() {
        SendingRate rate = of(4);

        assertThat(rate.take()).isEqualTo(NO_WAIT);
        assertThat(asked).hasValue(0);
    }

    @Test
    void asksForTheRateWhenASecondMailFollowsAtOnce() {
        SendingRate rate = of(4);

        assertThat(take(rate, 4)).containsOnly(NO_WAIT);
        assertThat(asked).hasValue(1);
    }

    @Test
    void asksNobodyWhileOneMailASecondIsEnough() {
        SendingRate rate = of(4);

        for (int i = 0; i < 10; i++) {
            assertThat(rate.take()).isEqualTo(NO_WAIT);
            clock.pass(Duration.ofSeconds(1));
        }

        assertThat(asked).hasValue(0);
    }

    @Test
    void waitsUntilItsTurnOnceTheMailsOfASecondAreSent() {
        SendingRate rate = of(4);
        take(rate, 4);

        assertThat(take(rate, 3))
                .containsExactly(
                        Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofMillis(750));
    }

    @Test
    void savesUpTheMailsOfOneSecondAtMost() {
        SendingRate rate = of(4);
        take(rate, 4);
        clock.pass(Duration.ofHours(1));

        assertThat(take(rate, 5))
                .containsExactly(NO_WAIT, NO_WAIT, NO_WAIT, NO_WAIT, Duration.ofMillis(250));
    }

    @Test
    void refusesWhatWouldWaitForMoreThanFiveSecondsAndTakesNothingForIt() {
        SendingRate rate = of(4);
        take(rate, 4 + 20);

        assertThatThrownBy(rate::take).isInstanceOf(Unavailable.class);
        assertThatThrownBy(rate::take).isInstanceOf(Unavailable.class);
        clock.pass(Duration.ofMillis(250));

        assertThat(rate.take()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void keepsToOneMailASecondWhenSesDoesNotTellItsRate() {
        SendingRate rate =
                new SendingRate(
                        () -> {
                            asked.incrementAndGet();
                            throw SdkClientException.create("no answer");
                        },
                        clock);

        assertThat(take(rate, 3))
                .containsExactly(NO_WAIT, Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(asked).hasValue(1);
    }

    @Test
    void asksAgainAfterTenMinutes() {
        SendingRate rate = of(2);
        take(rate, 2);
        clock.pass(Duration.ofMinutes(10));
        take(rate, 3);
        int before = asked.get();
        clock.pass(Duration.ofMillis(1));

        rate.take();

        assertThat(before).isEqualTo(1);
        assertThat(asked).hasValue(2);
    }

    @Test
    void waitsNoLongerThanTheTurnOfAShareOfLessThanOneMailASecond() {
        SendingRate rate = of(0.5);

        assertThat(take(rate, 2)).containsExactly(NO_WAIT, Duration.ofSeconds(2));
    }

    @Test
    void goesOnWhenTheClockGoesBackwards() {
        SendingRate rate = of(4);
        take(rate, 4);
        clock.pass(Duration.ofHours(-1));

        assertThat(rate.take()).isEqualTo(Duration.ofMillis(250));

        clock.pass(Duration.ofMillis(500));
        assertThat(rate.take()).isEqualTo(NO_WAIT);
    }

    @Test
    void givesEachOfManyThreadsATurnOfItsOwn() throws Exception {
        SendingRate rate = of(8);
        List<Duration> waits = new ArrayList<>();
        Callable<Duration> take = rate::take;

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Duration> wait : threads.invokeAll(Collections.nCopies(24, take))) {
                waits.add(wait.get());
            }
        }

        assertThat(waits).filteredOn(Duration::isZero).hasSize(8);
        assertThat(waits)
                .filteredOn(Duration::isPositive)
                .doesNotHaveDuplicates()
                .contains(Duration.ofMillis(125), Duration.ofMillis(2000));
    }

    @Test
    void sleepsForAsLongAsTheTurnIsAway() {
        SendingRate rate = of(8);
        take(rate, 8);
        long before = System.nanoTime();

        rate.await();

        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isGreaterThanOrEqualTo(Duration.ofMillis(125));
    }

    @Test
    void stopsWaitingWhenItsThreadIsInterrupted() {
        SendingRate rate = of(1);
        rate.take();
        Thread.currentThread().interrupt();

        assertThatThrownBy(rate::await).isInstanceOf(Unavailable.class);

        assertThat(Thread.interrupted()).isTrue();
    }

    private SendingRate of(double mailsASecond) {
        return new SendingRate(
                () -> {
                    asked.incrementAndGet();
                    return mailsASecond;
                },
                clock);
    }

    private static List<Duration> take(SendingRate rate, int mails) {
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < mails; i++) {
            waits.add(rate.take());
        }
        return waits;
    }
}
