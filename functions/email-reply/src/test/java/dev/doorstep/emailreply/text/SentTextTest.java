package dev.doorstep.emailreply.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class SentTextTest {
    private final SentText sent =
            SentText.of(
                    List.of(
                            "Hello {0},",
                            "Your order from {0} has arrived. One press is all it takes.",
                            "It''s the customer''s ''own'' choice, '{not}' ours",
                            "{0, number, integer} points"));

    @Test
    void knowsALineOfOursWhateverStandsInItsPlaceholder() {
        assertThat(known("Your order from Acme has arrived. One press is all it takes."))
                .isEqualTo(11);
    }

    @Test
    void knowsALineThatWasWrappedAnew() {
        assertThat(known("arrived. One press is all")).isEqualTo(5);
    }

    @Test
    void knowsALineInOtherCaseWithOtherSpacesAndMarks() {
        assertThat(known("> > *ONE*\u00A0press  is — all it takes")).isEqualTo(6);
    }

    @Test
    void readsApostrophesAsMessageFormatDoes() {
        assertThat(known("It's the customer's own choice, {not} ours")).isEqualTo(9);
    }

    @Test
    void knowsNothingOfLinesThatShareAFewWordsWithOurs() {
        assertThat(known("I think your order from the other shop was much better")).isZero();
        assertThat(known("One press")).isZero();
        assertThat(known("Hello")).isZero();
    }

    @Test
    void joinsNoWordsAcrossAPlaceholder() {
        assertThat(known("order from has")).isZero();
        assertThat(known("from has arrived")).isZero();
    }

    @Test
    void takesShortTextsForLabels() {
        assertThat(sent.isLabel("Hello Jane,")).isTrue();
        assertThat(sent.isLabel("Hello, the box that you have sent was broken")).isFalse();
        assertThat(sent.isLabel("Goodbye")).isFalse();
    }

    @Test
    void knowsNothingIfNothingWasSent() {
        assertThat(SentText.none().wordsKnownIn("One press is all it takes")).isZero();
    }

    private int known(String line) {
        return sent.wordsKnownIn(line);
    }
}
