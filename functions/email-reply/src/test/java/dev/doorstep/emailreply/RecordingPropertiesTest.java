package dev.doorstep.emailreply;

import static dev.doorstep.emailreply.Samples.LINK;
import static dev.doorstep.emailreply.Samples.NOW;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Evidence;
import dev.doorstep.replies.Letter;
import dev.doorstep.replies.Reply;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What holds for every series of mails, in whatever order and however often they come. */
class RecordingPropertiesTest {
    private final Recording recording = new Recording(Samples.PROGRAMME);

    @Property
    void recordsEachMailOnceHoweverOftenItComes(
            @ForAll("mails") List<Received> mails, @ForAll Random random) {
        List<Received> copies = new ArrayList<>(mails);
        copies.addAll(mails);
        Collections.shuffle(copies, random);

        Optional<Reply> reply = inOrder(Optional.empty(), copies);

        assertThat(letters(reply))
                .extracting(Letter::id)
                .containsExactlyElementsOf(mails.stream().map(Received::id).toList());
        assertThat(reply.orElseThrow().version()).isEqualTo(mails.size());
        assertThat(inOrder(reply, copies)).isEqualTo(reply);
    }

    @Property
    void endsWithTheLastScoreInWhateverOrderScoresCome(
            @ForAll("scores") List<Received> mails, @ForAll Random random) {
        List<Received> shuffled = new ArrayList<>(mails);
        Collections.shuffle(shuffled, random);

        Reply reply = inOrder(Optional.empty(), shuffled).orElseThrow();

        assertThat(reply.answer())
                .isEqualTo(inOrder(Optional.empty(), mails).orElseThrow().answer());
        assertThat(reply.letters()).extracting(Letter::receivedAt).isSorted();
    }

    @Property
    void neverChangesWhatWasAnsweredOnThePage(
            @ForAll("mails") List<Received> mails, @ForAll @IntRange(max = 10) int score) {
        Reply before = Samples.answered(Evidence.CONFIRMED, new Answer.Score(score), NOW);

        Reply reply = inOrder(Optional.of(before), mails).orElseThrow();

        assertThat(reply.answer()).isEqualTo(before.answer());
        assertThat(reply.evidence()).isEqualTo(before.evidence());
        assertThat(reply.comment()).isEqualTo(before.comment());
        assertThat(letters(reply)).noneMatch(letter -> letter.kind() == Letter.Kind.UNCLEAR);
    }

    @Property
    void asksBackAtMostOnce(@ForAll("mails") List<Received> mails) {
        Reply reply = inOrder(Optional.empty(), mails).orElseThrow();

        assertThat(letters(reply).stream().filter(it -> it.kind() == Letter.Kind.UNCLEAR).count())
                .isLessThanOrEqualTo(1);
    }

    @Property
    void needsAPersonWhileThereIsALetterToRead(@ForAll("mails") List<Received> mails) {
        Reply reply = inOrder(Optional.empty(), mails).orElseThrow();

        assertThat(reply.attention().isPresent())
                .isEqualTo(reply.hasLetterToRead() || reply.isDetractor());
    }

    @Property
    void takesNothingOfWhatAMachinePressed(@ForAll("mails") List<Received> mails) {
        Reply suspect = Samples.answered(Evidence.SUSPECT, new Answer.NotReceived(), NOW);

        Reply reply = inOrder(Optional.of(suspect), mails).orElseThrow();
        Reply alone = inOrder(Optional.empty(), mails).orElseThrow();

        assertThat(reply.answer()).isEqualTo(alone.answer());
        assertThat(reply.evidence()).isEqualTo(alone.evidence());
        assertThat(reply.comment()).isEqualTo(alone.comment());
        assertThat(reply.reasons()).isEqualTo(alone.reasons());
        assertThat(reply.contactWish()).isEqualTo(alone.contactWish());
        assertThat(reply.attention()).isEqualTo(alone.attention());
        assertThat(reply.letters()).isEqualTo(alone.letters());
    }

    @Provide
    Arbitrary<List<Received>> mails() {
        return series(
                Arbitraries.integers()
                        .between(0, 14)
                        .map(
                                kind ->
                                        switch (kind) {
                                            case 11 -> Samples.unclear("", NOW);
                                            case 12 -> Samples.words("", NOW);
                                            case 13 -> Samples.thanks("", NOW);
                                            case 14 ->
                                                    Samples.withPhotograph(
                                                            Samples.score("", NOW, 9));
                                            default -> Samples.scoreWithWords("", NOW, kind);
                                        }));
    }

    @Provide
    Arbitrary<List<Received>> scores() {
        return series(
                Arbitraries.integers().between(0, 10).map(score -> Samples.score("", NOW, score)));
    }

    /** Each with an id and a second of its own. */
    private static Arbitrary<List<Received>> series(Arbitrary<Received> mail) {
        return mail.list()
                .ofMinSize(1)
                .ofMaxSize(15)
                .map(
                        mails -> {
                            List<Received> numbered = new ArrayList<>();
                            for (Received one : mails) {
                                numbered.add(numbered(one, numbered.size()));
                            }
                            return List.copyOf(numbered);
                        });
    }

    private static Received numbered(Received mail, int number) {
        return new Received(
                "" + number,
                "mails/" + number,
                NOW.plusSeconds(number),
                mail.text(),
                mail.reading(),
                mail.isCourtesy(),
                mail.photographs(),
                mail.isWhole());
    }

    private Optional<Reply> inOrder(Optional<Reply> before, List<Received> mails) {
        Optional<Reply> reply = before;
        Instant now = NOW;
        for (Received mail : mails) {
            now = now.plusSeconds(1);
            Optional<Reply> next = recording.next(reply, LINK, mail, now);
            reply = next.isPresent() ? next : reply;
        }
        return reply;
    }

    private static List<Letter> letters(Optional<Reply> reply) {
        return letters(reply.orElseThrow());
    }

    private static List<Letter> letters(Reply reply) {
        return reply.letters();
    }
}
