package dev.doorstep.local.imports;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Unavailable;
import dev.doorstep.replies.Replies;
import dev.doorstep.replies.Reply;

import java.util.Optional;

/**
 * Writes what rows say into the table of replies. Saying it again changes nothing. Safe for use by
 * several threads.
 */
final class ImportedReplies {
    private static final int ATTEMPTS = 5;

    private final Replies replies;

    ImportedReplies(Replies replies) {
        this.replies = requireNonNull(replies, "replies is null");
    }

    /**
     * Writes one version of a reply. The versions of one must come in the order of their times:
     * what is older than what is there has no place in its history any more.
     *
     * @throws Unavailable if others write the same reply all the time
     */
    Fate write(ImportedReply row) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (replies.write(row.first())) {
                return new Fate.Imported();
            }
            Optional<Reply> before = replies.find(row.survey());
            if (before.isPresent()) {
                Optional<Fate> fate = follow(row, before.get());
                if (fate.isPresent()) {
                    return fate.get();
                }
            }
        }
        throw new Unavailable("the reply is being written by others");
    }

    /** Empty if another writer came first. */
    private Optional<Fate> follow(ImportedReply row, Reply before) {
        if (!before.isImported()) {
            return refused("there is a reply to this survey that was given here");
        }
        if (row.is(before)) {
            return Optional.of(new Fate.Known());
        }
        if (row.was(before)) {
            return Optional.of(new Fate.KnownBefore());
        }
        if (row.metric() != before.metric()) {
            return refused("has another metric than the reply that is there");
        }
        if (row.changedAt().equals(before.changedAt())) {
            return refused("says something else than the reply that is there says of this moment");
        }
        if (row.changedAt().isBefore(before.changedAt())) {
            return refused("is older than the reply that is there, and was not imported before it");
        }
        return replies.change(before, row.after(before))
                ? Optional.of(new Fate.Changed())
                : Optional.empty();
    }

    private static Optional<Fate> refused(String reason) {
        return Optional.of(new Fate.Refused(reason));
    }
}
