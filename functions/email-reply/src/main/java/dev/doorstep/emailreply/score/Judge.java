package dev.doorstep.emailreply.score;

import dev.doorstep.programme.Metric;

import java.util.List;
import java.util.Optional;

/** Tells whether one of the numbers that could be the score surely is it. */
final class Judge {
    private static final int MOST_LOOKED_AT = 8;

    private final Metric metric;
    private final Statement statement;
    private final Doubts doubts;
    private final Mood mood;

    Judge(MarkedText text, Numerals numerals, Metric metric) {
        this.metric = metric;
        this.statement = new Statement(text, numerals.endOfScale());
        this.doubts = new Doubts(text, numerals.endOfScale());
        this.mood = new Mood(text, metric);
    }

    /** Of several that have the same value, one that is told is enough, and one doubt too many. */
    Reading of(List<Candidate> told) {
        List<Candidate> allowed = told.stream().filter(this::isAllowed).toList();
        return allowed.stream()
                .flatMap(one -> doubt(one).stream())
                .findFirst()
                .or(() -> allowed.stream().flatMap(one -> score(one).stream()).findFirst())
                .orElseGet(() -> new Reading.Unclear(Cause.UNSAID));
    }

    /** A word that is an article too, or a number beyond all scales: only where it is all. */
    Optional<Reading> ofLone(List<Candidate> all) {
        return all.stream()
                .limit(MOST_LOOKED_AT)
                .filter(one -> statement.tier(one).isPresent())
                .findFirst()
                .map(one -> isAllowed(one) ? lone(one) : new Reading.Unclear(Cause.OFF_SCALE));
    }

    private Reading lone(Candidate one) {
        return doubt(one).orElseGet(() -> score(one, Tier.ALONE));
    }

    private Optional<Reading> doubt(Candidate told) {
        return doubts.about(told)
                .or(
                        () ->
                                mood.isOppositeOf(told)
                                        ? Optional.of(Cause.CONTRADICTED)
                                        : Optional.empty())
                .map(Reading.Unclear::new);
    }

    private Optional<Reading> score(Candidate told) {
        return statement.tier(told).map(tier -> score(told, tier));
    }

    private Reading score(Candidate told, Tier tier) {
        return new Reading.Score(told.value(), tier, mood.contradicts(told));
    }

    private boolean isAllowed(Candidate candidate) {
        return metric.allows(candidate.value());
    }
}
