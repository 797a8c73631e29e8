package dev.doorstep.local.imports;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Rejected;
import dev.doorstep.lambda.Unavailable;
import dev.doorstep.surveys.SurveyId;

import software.amazon.awssdk.core.exception.SdkException;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Imports a file, row by row, some rows at a time. A reply that the file tells several versions of
 * is kept back to the end, so that they are written in the order of their times, wherever they
 * stand in the file.
 */
final class Importer {
    private static final int ROWS_AT_A_TIME = 256;
    private static final int WRITERS = 16;

    private final ImportedReplies replies;
    private final Consumer<Refusal> refusals;
    private final Tally tally = new Tally();

    /**
     * @param refusals is told of each row that is not imported
     */
    Importer(ImportedReplies replies, Consumer<Refusal> refusals) {
        this.replies = requireNonNull(replies, "replies is null");
        this.refusals = requireNonNull(refusals, "refusals is null");
    }

    /**
     * Imports what can be. What was imported stays if this fails, and importing again completes it.
     *
     * @throws Rejected if the file as a whole cannot be read
     * @throws Unavailable if the table cannot be reached
     */
    Tally run(Source source) throws IOException {
        Set<SurveyId> repeated = repeated(source);
        Map<SurveyId, List<Read>> kept = new LinkedHashMap<>();
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
                CsvFile file = source.open()) {
            List<List<Read>> next = new ArrayList<>();
            for (Optional<Line> line = file.next(); line.isPresent(); line = file.next()) {
                Optional<Read> read = read(line.get(), source.form());
                if (read.isPresent()) {
                    SurveyId survey = read.get().reply().survey();
                    if (repeated.contains(survey)) {
                        kept.computeIfAbsent(survey, _ -> new ArrayList<>()).add(read.get());
                    } else {
                        next.add(List.of(read.get()));
                    }
                }
                if (next.size() == ROWS_AT_A_TIME) {
                    write(writers, next);
                    next.clear();
                }
            }
            kept.values().forEach(versions -> versions.sort(Read.BY_TIME));
            next.addAll(kept.values());
            write(writers, next);
        }
        return tally;
    }

    /** The surveys that the file has more than one row of. */
    private static Set<SurveyId> repeated(Source source) throws IOException {
        Set<SurveyId> seen = new HashSet<>();
        Set<SurveyId> repeated = new HashSet<>();
        try (CsvFile file = source.open()) {
            for (Optional<Line> line = file.next(); line.isPresent(); line = file.next()) {
                if (line.get() instanceof Line.Row row) {
                    survey(row, source.form()).filter(id -> !seen.add(id)).ifPresent(repeated::add);
                }
            }
        }
        return repeated;
    }

    private static Optional<SurveyId> survey(Line.Row row, Form form) {
        try {
            return Optional.of(form.read(row).survey());
        } catch (Rejected _) {
            return Optional.empty();
        }
    }

    private Optional<Read> read(Line line, Form form) {
        return switch (line) {
            case Line.Unreadable unreadable -> {
                refuse(unreadable.number(), unreadable.reason());
                yield Optional.empty();
            }
            case Line.Row row -> {
                try {
                    yield Optional.of(new Read(row.number(), form.read(row)));
                } catch (Rejected e) {
                    refuse(row.number(), reason(e));
                    yield Optional.empty();
                }
            }
        };
    }

    /** By the column's name, which is its pointer without the slash. */
    private static String reason(Rejected e) {
        return e.field().isEmpty() ? e.detail() : e.field().substring(1) + " " + e.detail();
    }

    private void write(ExecutorService writers, List<List<Read>> replies) {
        List<Callable<List<Fate>>> tasks = new ArrayList<>();
        for (List<Read> versions : replies) {
            tasks.add(() -> write(versions));
        }
        try {
            List<Future<List<Fate>>> done = writers.invokeAll(tasks);
            for (int i = 0; i < done.size(); i++) {
                note(replies.get(i), done.get(i).get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SdkException aws) {
                throw new Unavailable(String.valueOf(aws.getMessage()), e);
            }
            if (e.getCause() instanceof Unavailable others) {
                throw others;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private List<Fate> write(List<Read> versions) {
        return versions.stream().map(read -> replies.write(read.reply())).toList();
    }

    /** Of a reply's versions only the last counts. */
    private void note(List<Read> versions, List<Fate> fates) {
        Optional<ImportedReply> current = Optional.empty();
        for (int i = 0; i < fates.size(); i++) {
            Read read = versions.get(i);
            Fate fate = fates.get(i);
            if (fate instanceof Fate.Refused refused) {
                refuse(read.line(), refused.reason());
            } else {
                tally.count(fate);
            }
            if (fate.isCurrent()) {
                current = Optional.of(read.reply());
            }
        }
        current.ifPresent(reply -> tally.figures().count(reply.metric(), reply.score()));
    }

    private void refuse(long line, String reason) {
        tally.count(new Fate.Refused(reason));
        refusals.accept(new Refusal(line, reason));
    }

    /** What a line says. */
    private record Read(long line, ImportedReply reply) {
        private static final Comparator<Read> BY_TIME =
                Comparator.<Read, Instant>comparing(read -> read.reply().changedAt())
                        .thenComparingLong(Read::line);
    }

    /** A row that is not imported, and why. */
    record Refusal(long line, String reason) {

        @Override
        public String toString() {
            return "line %d: %s".formatted(line, reason);
        }
    }
}
