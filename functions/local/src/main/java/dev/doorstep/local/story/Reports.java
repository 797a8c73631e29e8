package dev.doorstep.local.story;

import dev.doorstep.local.Console;
import dev.doorstep.local.LocalRunner;
import dev.doorstep.local.imports.Import;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/**
 * The replies of a shop's former tool: a report tells of days that are over, and in a story only
 * today passes.
 */
final class Reports {
    static final int PROMOTERS = 30;
    static final int LATE = 10;
    static final int NPS = 50;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final LocalRunner runner;
    private final Console console;

    Reports(LocalRunner runner, Console console) {
        this.runner = runner;
        this.console = console;
    }

    static LocalDate to() {
        return LocalDate.now(BERLIN).minusDays(1);
    }

    static String query() {
        return "?from=%s&to=%s".formatted(to().minusDays(29), to());
    }

    /** Whether all of them were taken over. */
    boolean areTakenOver() {
        try {
            Path folder = Files.createTempDirectory("former-tool");
            Path file = Files.writeString(folder.resolve("replies.csv"), csv());
            return Import.run(
                    new String[] {
                        "file=" + file,
                        "replies.table=" + LocalRunner.tableName("RepliesTable"),
                        "endpoint=" + runner.endpointOfTables()
                    },
                    folder,
                    console);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String csv() {
        StringBuilder csv =
                new StringBuilder("order_id,touchpoint,metric,score,answered_at,reasons,comment\n");
        for (int i = 0; i < PROMOTERS + LATE; i++) {
            csv.append(
                    i < LATE
                            ? row(i, 2, "late", "=SUM(1) It came a week late")
                            : row(i, 10, "fast", ""));
        }
        return csv.toString();
    }

    private static String row(int number, int score, String reason, String comment) {
        return String.format(
                Locale.ROOT,
                "F-%d,delivery,NPS,%d,%sT10:00:00Z,%s,%s%n",
                number,
                score,
                to().minusDays(number % 14),
                reason,
                comment);
    }
}
