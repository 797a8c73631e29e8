package dev.doorstep.insights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Log;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.lambda.Unavailable;
import dev.doorstep.programme.Programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes requests for exports, and knows what became of them. Safe for use by several threads. */
final class ExportJobs {
    private final ExportsTable table;
    private final ExportsQueue queue;
    private final ExportFiles files;
    private final Programme programme;

    ExportJobs(ExportsTable table, ExportsQueue queue, ExportFiles files, Programme programme) {
        this.table = requireNonNull(table, "table is null");
        this.queue = requireNonNull(queue, "queue is null");
        this.files = requireNonNull(files, "files is null");
        this.programme = requireNonNull(programme, "programme is null");
    }

    /**
     * Asks for an export. Whoever asks again with the same key gets the same one, and puts one that
     * stands still to work again.
     *
     * @param fields of {@link ExportRequest#FIELDS}
     * @param key that the one who asks has for it; without one, each time is another
     * @return empty if they asked for something else with this key
     * @throws Rejected if a field is wrong; names it
     * @throws Unavailable if it cannot be said whether it was taken; asking again is safe
     */
    Optional<ExportJob> ask(
            Map<String, String> fields, Optional<String> key, String who, Instant now) {
        ExportRequest request =
                ExportRequest.of(fields, LocalDate.ofInstant(now, programme.zone()), programme);
        ExportJob job = kept(ExportJob.ask(id(key, who), request, fields, who, now), now);
        if (!job.given().equals(fields)) {
            return Optional.empty();
        }
        switch (job.state(now)) {
            case WAITING, FAILED -> queue.send(job.id());
            case RUNNING, DONE -> {} // its message is on the way, or was worked off
        }
        return Optional.of(job);
    }

    /** The export as it is there: it may have been asked for before, with the same key. */
    private ExportJob kept(ExportJob asked, Instant now) {
        if (!table.add(asked, now)) {
            return table.find(asked.id())
                    .orElseThrow(() -> new Unavailable("the export went a moment ago"));
        }
        Log.info(
                "export asked for",
                Map.of("exportId", asked.id(), "days", asked.request().days().length()));
        return asked;
    }

    /** The export, which may be gone by now. */
    Optional<ExportJob> find(String id) {
        return table.find(id);
    }

    /** A link to the file of an export that is done, while it is there. */
    Optional<ExportFiles.Link> link(ExportJob job, Instant now) {
        return job.isDone() && !job.isGone(now)
                ? Optional.of(files.link(job, now))
                : Optional.empty();
    }

    private static String id(Optional<String> key, String who) {
        return key.map(k -> UUID.nameUUIDFromBytes((who + "\n" + k).getBytes(UTF_8)))
                .orElseGet(UUID::randomUUID)
                .toString();
    }
}
