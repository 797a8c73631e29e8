package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Log;
import dev.doorstep.lambda.Metrics;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.lambda.Unavailable;
import dev.doorstep.replies.Replies;
import dev.doorstep.replies.Reply;
import dev.doorstep.scores.Counted;
import dev.doorstep.scores.DayPart;
import dev.doorstep.scores.Scores;

import software.amazon.awssdk.core.exception.SdkException;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Writes the files of exports, in steps that can be done again: reads as many replies as fill a
 * part of the file, keeps that, notes in the export's row where it is, and so on. Another run, or
 * the same message once more, goes on from there; of two at the same time one is ahead, and the
 * other goes on from where that one is. What it holds does not grow with the replies. Safe for use
 * by several threads.
 */
final class ExportRun {
    /** Two at a time lose a part to each other only if a reply changes right then. */
    private static final int MOST_BEGINNINGS = 5;

    private final ExportsTable table;
    private final ExportsQueue queue;
    private final ExportFiles files;
    private final Scores scores;
    private final Replies replies;
    private final Size size;
    private final Clock clock;

    ExportRun(
            ExportsTable table,
            ExportsQueue queue,
            ExportFiles files,
            Scores scores,
            Replies replies,
            Size size,
            Clock clock) {
        this.table = requireNonNull(table, "table is null");
        this.queue = requireNonNull(queue, "queue is null");
        this.files = requireNonNull(files, "files is null");
        this.scores = requireNonNull(scores, "scores is null");
        this.replies = requireNonNull(replies, "replies is null");
        this.size = requireNonNull(size, "size is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * How much is done at a time.
     *
     * @param counted how many counted replies are looked at together at most
     * @param replies how many replies are read together at most
     * @param part from how many bytes on a part of a file is full; S3 takes none below 5 MiB but
     *     the last, and no more than 10,000
     */
    record Size(int counted, int replies, int part) {
        private static final int MEBIBYTE = 1024 * 1024;

        static Size production() {
            return new Size(1_000, 100, 8 * MEBIBYTE);
        }
    }

    /**
     * Goes on with an export until it is done, or the time is up: then it sends itself on. Being
     * told so again, also at the same time, does no harm.
     *
     * @throws Rejected if there is no such export
     */
    void goOn(String id, BooleanSupplier hasTime) {
        try {
            ExportJob job = require(id);
            while (!job.isDone()) {
                job = written(next(job, hasTime));
                if (!job.isDone() && !hasTime.getAsBoolean()) {
                    queue.send(id);
                    return;
                }
            }
        } catch (SdkException | Unavailable e) {
            throw e; // may be over when the queue delivers the message again
        } catch (RuntimeException e) {
            table.find(id).filter(job -> !job.isDone()).ifPresent(this::fail);
            throw e;
        }
    }

    private void fail(ExportJob job) {
        if (table.write(job.failed(clock.instant()))) {
            Log.warn("export failed", Map.of("exportId", job.id()));
        }
    }

    private ExportJob require(String id) {
        return table.find(id).orElseThrow(() -> new Rejected("/exportId", "names no export"));
    }

    /** Who loses against another run, or against their own repeated write, looks again. */
    private ExportJob written(ExportJob next) {
        if (!table.write(next)) {
            return require(next.id());
        }
        if (next.isDone()) {
            note(next);
        }
        return next;
    }

    private ExportJob next(ExportJob job, BooleanSupplier hasTime) {
        if (job.startedAt().isEmpty()) {
            return job.begun(clock.instant());
        }
        return job.progress().place().isPresent() ? filled(job, hasTime) : completed(job);
    }

    private ExportJob filled(ExportJob job, BooleanSupplier hasTime) {
        ExportBuffer buffer = new ExportBuffer(job.request().format());
        ExportProgress progress = job.progress();
        if (progress.rest().isPresent()
                && !files.readRest(job, progress.rest().orElseThrow(), buffer)) {
            return begunAnew(job);
        }
        if (progress.equals(ExportProgress.begin(job.request().days()))) {
            buffer.writeHeader();
        }
        do {
            progress = walked(job.request(), progress, buffer);
        } while (progress.place().isPresent()
                && buffer.size() < size.part()
                && hasTime.getAsBoolean());
        return kept(job, progress, buffer);
    }

    private ExportProgress walked(
            ExportRequest request, ExportProgress progress, ExportBuffer buffer) {
        ExportProgress.Place place = progress.place().orElseThrow();
        DayPart behind =
                scores.behind(request.touchpoint().id(), place.day(), place.from(), size.counted());
        List<Counted> asked =
                behind.things().stream().filter(c -> request.includes(c.tally())).toList();
        long written = 0;
        for (int from = 0; from < asked.size(); from += size.replies()) {
            int to = Math.min(from + size.replies(), asked.size());
            written += write(asked.subList(from, to), buffer);
        }
        return progress.walked(place.next(behind.next(), request.days()), written);
    }

    /** Those that are there no more are passed over. */
    private int write(List<Counted> asked, ExportBuffer buffer) {
        Map<Counted, Reply> found = CountedAnswers.find(replies, asked);
        found.forEach((counted, reply) -> buffer.write(new ExportRow(counted, reply)));
        return found.size();
    }

    private ExportJob kept(ExportJob job, ExportProgress progress, ExportBuffer buffer) {
        boolean isLast = progress.place().isEmpty();
        if (isLast && progress.upload().isEmpty()) {
            files.putWhole(job, buffer);
            return job.done(progress, clock.instant());
        }
        if (buffer.size() >= size.part() || (isLast && buffer.size() > 0)) {
            return files.putPart(job, progress.upload(), buffer)
                    .map(upload -> job.in(progress.uploaded(upload), clock.instant()))
                    .orElseGet(() -> begunAnew(job));
        }
        Optional<String> rest =
                Optional.of(buffer)
                        .filter(content -> content.size() > 0)
                        .map(content -> files.setAside(job, content));
        return job.in(progress.setAside(rest), clock.instant());
    }

    private ExportJob completed(ExportJob job) {
        ExportProgress progress = job.progress();
        return files.complete(job, progress.upload().orElseThrow())
                ? job.done(progress, clock.instant())
                : begunAnew(job);
    }

    private ExportJob begunAnew(ExportJob job) {
        if (job.beginnings() >= MOST_BEGINNINGS) {
            throw new IllegalStateException("what is kept of the export is lost again and again");
        }
        Log.warn("export begun anew", Map.of("exportId", job.id()));
        return job.begun(clock.instant());
    }

    private static void note(ExportJob job) {
        Log.info(
                "replies exported",
                Map.of("exportId", job.id(), "number", job.progress().replies()));
        Metrics.count("RepliesExported", job.progress().replies());
    }
}
