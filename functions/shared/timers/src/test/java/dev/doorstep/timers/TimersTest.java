package dev.doorstep.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.doorstep.lambda.Rejected;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Tables;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

class TimersTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final Timers timers = new Timers(DynamoDbLocal.client(), Tables.create("TimersTable"));

    @Test
    void findsWhatIsDueAndNothingElse() {
        Timer due = new Timer(TimerKind.SURVEY, "A-1~delivery", NOW);
        timers.set(due);
        timers.set(new Timer(TimerKind.REMINDER, "A-1~delivery", NOW.plusMillis(1)));

        assertThat(due(NOW)).containsExactly(due);
    }

    @Test
    void holdsATimerOnceHoweverOftenItIsSet() {
        Timer timer = new Timer(TimerKind.LEASE, "A-1~delivery", NOW);

        timers.set(timer);
        timers.set(timer);

        assertThat(due(NOW)).containsExactly(timer);
    }

    @Test
    void listsTheEarliestOfAShardFirst() {
        for (int i = 0; i < 200; i++) {
            timers.set(new Timer(TimerKind.SURVEY, "A-" + i, NOW.minusSeconds(i * 7919L % 200)));
        }

        for (int shard = 0; shard < Timers.SHARDS; shard++) {
            assertThat(timers.due(shard, NOW, 100))
                    .isSortedAccordingTo(Comparator.comparing(Timer::dueAt));
        }
        assertThat(due(NOW)).hasSize(200);
    }

    @Test
    void clearsWhatWasHandedOn() {
        Timer handedOn = new Timer(TimerKind.SURVEY, "A-1~delivery", NOW);
        Timer left = new Timer(TimerKind.SURVEY, "A-2~delivery", NOW);
        timers.set(handedOn);
        timers.set(left);

        timers.deleteAll(List.of(handedOn));
        timers.deleteAll(List.of());

        assertThat(due(NOW)).containsExactly(left);
    }

    @Test
    void readsItsOwnMessage() {
        Timer timer = new Timer(TimerKind.URGENT_LEASE, "A#1~delivery", NOW.plusNanos(999));

        assertThat(Timer.parse(timer.body())).isEqualTo(timer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"kind\":\"party\",\"reference\":\"A\",\"dueAt\":\"2026-11-24T12:00:00Z\"}",
                "{\"kind\":\"survey\",\"reference\":\"A\",\"dueAt\":\"soon\"}",
            })
    void refusesOtherMessages(String body) {
        assertThatThrownBy(() -> Timer.parse(body)).isInstanceOf(Rejected.class);
    }

    private List<Timer> due(Instant now) {
        List<Timer> due = new ArrayList<>();
        for (int shard = 0; shard < Timers.SHARDS; shard++) {
            due.addAll(timers.due(shard, now, 100));
        }
        return due;
    }
}
