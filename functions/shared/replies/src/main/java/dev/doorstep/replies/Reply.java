package dev.doorstep.replies;

import static java.util.Objects.requireNonNull;

import dev.doorstep.programme.Metric;
import dev.doorstep.surveys.SurveyId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A customer's answer to one survey.
 *
 * @param reasons by their ids, as the page offers them
 * @param recordedAt when the survey was first answered
 * @param version from 1; grows with each change
 * @param attention whether a person must get in touch
 * @param editKeyHash hash of the key that the page which recorded it holds; who has it may change
 *     the reply
 * @param pressHash hash of what the last press carried, so that a press that comes twice is one
 * @param earlier what it was before, the oldest first
 * @param signals how many posts came later that looked automated, and changed nothing
 * @param letters the mails that the customer wrote, the oldest first
 * @param locale the language that the customer chose on the page, if they did
 * @param recordedBy the id of who at the desk wrote it down, if someone did
 * @param startedAt when its first version was recorded, which may have been no answer yet: never
 *     changes
 */
public record Reply(
        SurveyId survey,
        Metric metric,
        Answer answer,
        List<String> reasons,
        Optional<String> comment,
        Optional<ContactChannel> contactWish,
        Channel channel,
        Evidence evidence,
        Instant recordedAt,
        Instant changedAt,
        int version,
        Optional<Attention> attention,
        Optional<String> editKeyHash,
        Optional<String> pressHash,
        List<Earlier> earlier,
        int signals,
        List<Letter> letters,
        Optional<Locale> locale,
        Optional<String> recordedBy,
        Instant startedAt) {
    private static final int MOST_EARLIER = 50;

    public Reply {
        requireNonNull(survey, "survey is null");
        requireNonNull(metric, "metric is null");
        requireNonNull(answer, "answer is null");
        reasons = List.copyOf(reasons);
        requireNonNull(comment, "comment is null");
        requireNonNull(contactWish, "contactWish is null");
        requireNonNull(channel, "channel is null");
        requireNonNull(evidence, "evidence is null");
        requireNonNull(recordedAt, "recordedAt is null");
        requireNonNull(changedAt, "changedAt is null");
        requireNonNull(attention, "attention is null");
        requireNonNull(editKeyHash, "editKeyHash is null");
        requireNonNull(pressHash, "pressHash is null");
        earlier = List.copyOf(earlier);
        letters = List.copyOf(letters);
        requireNonNull(locale, "locale is null");
        requireNonNull(recordedBy, "recordedBy is null");
        requireNonNull(startedAt, "startedAt is null");
        if (answer instanceof Answer.Score score && !metric.allows(score.value())) {
            throw new IllegalArgumentException("score is not on the scale");
        }
        if (version < 1) {
            throw new IllegalArgumentException("version is not positive");
        }
    }

    /** One that was an answer from the start. */
    public Reply(
            SurveyId survey,
            Metric metric,
            Answer answer,
            List<String> reasons,
            Optional<String> comment,
            Optional<ContactChannel> contactWish,
            Channel channel,
            Evidence evidence,
            Instant recordedAt,
            Instant changedAt,
            int version,
            Optional<Attention> attention,
            Optional<String> editKeyHash,
            Optional<String> pressHash,
            List<Earlier> earlier,
            int signals,
            List<Letter> letters,
            Optional<Locale> locale,
            Optional<String> recordedBy) {
        this(
                survey,
                metric,
                answer,
                reasons,
                comment,
                contactWish,
                channel,
                evidence,
                recordedAt,
                changedAt,
                version,
                attention,
                editKeyHash,
                pressHash,
                earlier,
                signals,
                letters,
                locale,
                recordedBy,
                recordedAt);
    }

    /** An answer that the customer gave themselves. */
    public Reply(
            SurveyId survey,
            Metric metric,
            Answer answer,
            List<String> reasons,
            Optional<String> comment,
            Optional<ContactChannel> contactWish,
            Channel channel,
            Evidence evidence,
            Instant recordedAt,
            Instant changedAt,
            int version,
            Optional<Attention> attention,
            Optional<String> editKeyHash,
            Optional<String> pressHash,
            List<Earlier> earlier,
            int signals,
            List<Letter> letters,
            Optional<Locale> locale) {
        this(
                survey,
                metric,
                answer,
                reasons,
                comment,
                contactWish,
                channel,
                evidence,
                recordedAt,
                changedAt,
                version,
                attention,
                editKeyHash,
                pressHash,
                earlier,
                signals,
                letters,
                locale,
                Optional.empty());
    }

    /** Whether it counts: suspect replies do not. */
    public boolean counts() {
        return evidence != Evidence.SUSPECT;
    }

    /**
     * Whether it was taken over from another system: it counts, but nobody waits for us to answer
     * it.
     */
    public boolean isImported() {
        return evidence == Evidence.IMPORT;
    }

    /** Whether what a person presses on the page takes its place. */
    public boolean givesWayToPage() {
        return evidence == Evidence.SUSPECT || evidence == Evidence.MAIL;
    }

    /**
     * Whether what a customer says to support takes its place. What they answered themselves stays,
     * unless a mail says no score.
     */
    public boolean givesWayToDesk() {
        return switch (evidence) {
            case SUSPECT, AGENT -> true;
            case MAIL -> answer instanceof Answer.Unscored;
            case CONFIRMED, IMPORT -> false;
        };
    }

    /** Whether it counts and scores in the lowest part of its scale. */
    public boolean isDetractor() {
        return counts()
                && answer instanceof Answer.Score score
                && metric.isDetractor(score.value());
    }

    /** What the reply that takes its place was before: the latest of all that it ever was. */
    public List<Earlier> earlierWithThis() {
        List<Earlier> all = new ArrayList<>(earlier);
        all.add(new Earlier(version, answer, evidence, changedAt));
        return all.subList(Math.max(0, all.size() - MOST_EARLIER), all.size());
    }

    /**
     * The same without what the customer wrote, and without a need that nobody could meet any more.
     * It is the same version, and counts as it did; no page can change it.
     */
    public Reply erased() {
        return new Reply(
                survey,
                metric,
                answer,
                reasons,
                Optional.empty(),
                Optional.empty(),
                channel,
                evidence,
                recordedAt,
                changedAt,
                version,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                earlier,
                signals,
                List.of(),
                locale,
                recordedBy,
                startedAt);
    }

    /** Whether nothing is in it that {@link #erased} would take out. */
    public boolean isErased() {
        return equals(erased());
    }

    /** Whether all of it happened before a moment: the last change, and each letter. */
    public boolean endedBefore(Instant moment) {
        return Stream.concat(Stream.of(changedAt), letters.stream().map(Letter::receivedAt))
                .allMatch(moment::isAfter);
    }

    /** Whether there is a letter that a person must read. */
    public boolean hasLetterToRead() {
        return lettersToRead().findAny().isPresent();
    }

    /** What it needs, since the last of the reasons for that: each letter is one of its own. */
    public Optional<Attention> lastNeed() {
        return attention.map(
                need ->
                        lettersToRead()
                                .map(Letter::receivedAt)
                                .max(Comparator.naturalOrder())
                                .filter(need.since()::isBefore)
                                .map(since -> new Attention(need.severity(), since))
                                .orElse(need));
    }

    private Stream<Letter> lettersToRead() {
        return letters.stream().filter(letter -> letter.kind() == Letter.Kind.TO_READ);
    }

    /** What a reply was before it was changed. */
    public record Earlier(int version, Answer answer, Evidence evidence, Instant at) {

        public Earlier {
            requireNonNull(answer, "answer is null");
            requireNonNull(evidence, "evidence is null");
            requireNonNull(at, "at is null");
        }
    }
}
