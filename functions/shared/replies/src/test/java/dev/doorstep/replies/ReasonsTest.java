package dev.doorstep.replies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.programme.Touchpoint;
import dev.doorstep.texts.Language;
import dev.doorstep.texts.Texts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

class ReasonsTest {
    private static final int MOST = 9;
    private static final Set<ReplyReason> EARLIER =
            EnumSet.range(ReplyReason.WRONG, ReplyReason.REFUND);

    @Test
    void offersEachReasonSomewhereAndNoneThatWasGivenUp() {
        Set<ReplyReason> offered = EnumSet.noneOf(ReplyReason.class);
        selections().forEach(offered::addAll);

        assertThat(offered).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(EARLIER)));
    }

    @Test
    void offersAFewReasonsOnceEachAndSomethingElseLast() {
        assertThat(selections())
                .hasSize(15)
                .allSatisfy(
                        reasons -> {
                            assertThat(reasons).doesNotHaveDuplicates().hasSizeBetween(4, MOST);
                            assertThat(reasons.getLast()).isEqualTo(ReplyReason.OTHER);
                        });
    }

    @Test
    void blamesNothingOnWhomAHappyCustomerPraises() {
        assertThat(Stream.of(Touchpoint.values()).map(t -> Reasons.fitting(t, Mood.HAPPY)))
                .allSatisfy(
                        reasons ->
                                assertThat(reasons)
                                        .doesNotContain(ReplyReason.DAMAGED, ReplyReason.MISSING));
    }

    @ParameterizedTest
    @EnumSource
    void hasWordsForEachReasonInEachLanguage(Language language) {
        Texts texts = Texts.of("page", language.locale());

        assertThat(Arrays.stream(ReplyReason.values()).map(r -> texts.text("reason." + r.id())))
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
    }

    private static List<List<ReplyReason>> selections() {
        return Arrays.stream(Touchpoint.values())
                .flatMap(t -> Arrays.stream(Mood.values()).map(mood -> Reasons.fitting(t, mood)))
                .toList();
    }
}
