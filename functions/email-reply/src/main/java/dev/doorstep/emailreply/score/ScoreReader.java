package dev.doorstep.emailreply.score;

import static java.util.Objects.requireNonNull;

import dev.doorstep.programme.Metric;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the score in a newly written text, or that there is none of which a person would be sure:
 * it never guesses. Looks at the first 64 KB, in time that is linear in them. Safe for use by
 * several threads.
 */
public final class ScoreReader {
    private static final int MOST_CANDIDATES = 8;

    private final Metric metric;
    private final Words words;

    public ScoreReader(Metric metric, Locale locale) {
        this.metric = requireNonNull(metric, "metric is null");
        this.words = Words.of(requireNonNull(locale, "locale is null"));
    }

    /** What the text says; the rules are those of a careful person in support. */
    public Reading read(String newText) {
        MarkedText text = new MarkedText(requireNonNull(newText, "newText is null"), words);
        Optional<Reading> stars = new Stars(text, metric).reading();
        return stars.orElseGet(() -> read(text, new Numerals(text, metric)));
    }

    private Reading read(MarkedText text, Numerals numerals) {
        List<Candidate> all = numerals.candidates();
        List<Candidate> told =
                all.stream().filter(one -> !one.isArticle() && isSmall(one)).toList();
        Judge judge = new Judge(text, numerals, metric);
        return numerals.doubt()
                .or(() -> doubt(told))
                .<Reading>map(Reading.Unclear::new)
                .or(() -> told.isEmpty() ? judge.ofLone(all) : Optional.of(judge.of(told)))
                .orElseGet(() -> nothing(numerals));
    }

    private Optional<Cause> doubt(List<Candidate> told) {
        long values = told.stream().mapToInt(Candidate::value).distinct().count();
        if (told.size() > MOST_CANDIDATES || (values > 1 && !isLowestForWantOfZero(told))) {
            return Optional.of(Cause.SEVERAL);
        }
        return told.stream().anyMatch(this::isAllowed) || told.isEmpty()
                ? Optional.empty()
                : Optional.of(Cause.OFF_SCALE);
    }

    /** "1 because there is no 0". */
    private boolean isLowestForWantOfZero(List<Candidate> told) {
        return metric.lowest() == 1
                && told.getFirst().value() == 1
                && told.stream().allMatch(one -> one.value() <= 1);
    }

    private static Reading nothing(Numerals numerals) {
        return numerals.isOfOtherScale()
                ? new Reading.Unclear(Cause.OTHER_SCALE)
                : new Reading.None();
    }

    private boolean isAllowed(Candidate candidate) {
        return metric.allows(candidate.value());
    }

    private static boolean isSmall(Candidate candidate) {
        return candidate.value() <= Metric.NPS.highest();
    }
}
