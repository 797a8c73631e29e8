package dev.doorstep.local.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.local.Console;
import dev.doorstep.testing.Events;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

class DryRunTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-12-24T12:00:00Z"), ZoneOffset.UTC);
    private static final List<String> MONTH = MadeUpMonth.of(200, 11);

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    @TempDir private Path folder;

    @Test
    void printsAChangedProgrammeBesideTodays() throws IOException {
        programme("\"delay\": \"P1D\"", "\"delay\": \"P5D\"");
        write("events.jsonl", String.join("\n", MONTH));

        assertThat(run()).isTrue();

        assertThat(told())
                .contains("%,d events of 200 orders, from 2026-10-01".formatted(MONTH.size()))
                .contains("0 came again, 0 are refused")
                .containsPattern("(?m)^surveys sent +\\d+ +\\d+ +[+-]\\d+$")
                .containsPattern("(?m)^people asked +\\d+ +\\d+ +[+-]\\d+$")
                .containsPattern("(?m)^  opted-out +\\d+ +\\d+ +\\+0$")
                .containsPattern("(?m)^  2026-10-\\d\\d +\\d+ +0 +-\\d+$");
    }

    @Test
    void readsArraysAndLinesAlikeWhateverTheFilesAreCalled() throws IOException {
        programme("P30D", "P60D");
        int half = MONTH.size() / 2;
        write("events/a.json", "[" + String.join(",\n", MONTH.subList(0, half)) + "]");
        write("events/b/c.jsonl", String.join("\n", MONTH.subList(half, MONTH.size())));
        run("events=events");
        String first = told();
        told.reset();
        Files.move(folder.resolve("events/a.json"), folder.resolve("events/z.json"));

        assertThat(run("events=events")).isTrue();

        assertThat(told()).isEqualTo(first);
        told.reset();
        write("events.jsonl", String.join("\n", MONTH.reversed()));
        assertThat(run()).isTrue();
        assertThat(told()).isEqualTo(first);
    }

    @Test
    void countsEventsThatCameAgainOnce() throws IOException {
        programme("P30D", "P60D");
        write("events.jsonl", String.join("\n", MONTH));
        run();
        String once = told();
        told.reset();
        write("events.jsonl", String.join("\n", MONTH) + "\n" + MONTH.getFirst());

        assertThat(run()).isTrue();

        assertThat(told()).isEqualTo(once.replace("; 0 came again", "; 1 came again"));
    }

    @Test
    void readsEventsAsTheyArePostedAndAsTheyAreOnTheBus() throws IOException {
        programme("P30D", "P60D");
        write("events/posted.json", sample("delivered.json"));
        write("events/bus.json", sample("on-the-bus.json"));
        write("events/batch.json", sample("batch-with-one-bad.json"));

        assertThat(run("events=events")).isTrue();

        assertThat(told()).contains("1 are refused").contains("batch.json, line ");
    }

    @Test
    void namesEventsThatAreRefusedByFileLineAndFieldAndGoesOn() throws IOException {
        programme("P30D", "P60D");
        write(
                "events.jsonl",
                String.join(
                        "\n",
                        MONTH.get(0),
                        MONTH.get(1).replace("\"orderId\"", "\"orderNumber\""),
                        "7",
                        MONTH.get(2)));

        assertThat(run()).isTrue();

        assertThat(told())
                .contains("events.jsonl, line 2, column 1: /data/orderId: is missing")
                .contains("events.jsonl, line 3, column 1: must be an object")
                .contains("2 are refused");
    }

    @Test
    void refusesAFileThatIsNoJsonAndNamesThePlace() throws IOException {
        programme("P30D", "P60D");
        write("events.jsonl", MONTH.getFirst() + "\n{\"specversion\": oops}\n");

        assertThat(run()).isFalse();

        assertThat(told()).contains("events.jsonl, line 2, column").contains("is not valid JSON");
    }

    @Test
    void refusesAWrongProgrammeAndNamesThePlace() throws IOException {
        write("events.jsonl", MONTH.getFirst());
        programme("\"anySurvey\": \"P30D\"", "\"anySurvey\": \"a month\"");
        assertThat(run()).isFalse();
        programme("\"anySurvey\": \"P30D\",", "");
        assertThat(run()).isFalse();
        programme("\"P90D\"", "P90D");
        assertThat(run()).isFalse();

        assertThat(told().lines())
                .satisfiesExactly(
                        line ->
                                assertThat(line)
                                        .contains("programme.json, line 47, column 5: ")
                                        .contains("/caps/anySurvey: must be a duration"),
                        line ->
                                assertThat(line)
                                        .contains("programme.json, line 46, column 3: ")
                                        .contains("/caps/anySurvey: is missing"),
                        line -> assertThat(line).contains("is not valid JSON (line 48, column"));
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        assertThat(run()).isFalse();
        programme("P30D", "P60D");
        assertThat(run("events=")).isFalse();
        assertThat(run("events=nowhere")).isFalse();
        Files.createDirectory(folder.resolve("empty"));
        assertThat(run("events=empty")).isFalse();

        assertThat(told().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("programme.json: does not exist"),
                        line -> assertThat(line).contains("-Devents=… is missing"),
                        line -> assertThat(line).contains("nowhere: does not exist"),
                        line -> assertThat(line).contains("empty: has no order events"));
    }

    private boolean run() {
        return run("events=events.jsonl");
    }

    private boolean run(String events) {
        return DryRun.run(
                new String[] {"programme=programme.json", events},
                folder,
                CLOCK,
                new Console(new PrintStream(told, true, StandardCharsets.UTF_8)));
    }

    private void programme(String pattern, String replacement) throws IOException {
        Files.write(folder.resolve("programme.json"), ShippedProgramme.with(pattern, replacement));
    }

    private static String sample(String name) {
        return new String(Events.read("order-events/" + name), StandardCharsets.UTF_8);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String told() {
        return told.toString(StandardCharsets.UTF_8);
    }
}
