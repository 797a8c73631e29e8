package dev.doorstep.emailreply.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlowedTest {

    @Test
    void joinsLinesThatEndInASpace() {
        assertThat(Flowed.unflow("It was \nfast.\n\n9", false)).isEqualTo("It was fast.\n\n9");
    }

    @Test
    void takesThatSpaceAwayWhereItIsNoneOfTheText() {
        assertThat(Flowed.unflow("配達は \n早い", true)).isEqualTo("配達は早い");
    }

    @Test
    void joinsLinesOfTheSameDepthOnly() {
        assertThat(Flowed.unflow("> How \n> was \n>> it \nFine", false))
                .isEqualTo("> How was \n>> it \nFine");
    }

    @Test
    void takesTheSpaceAwayThatKeepsALineFromBeingRead() {
        assertThat(Flowed.unflow(" From here\n > there", false)).isEqualTo("From here\n> there");
    }

    @Test
    void joinsNothingToTheLineAboveASignature() {
        assertThat(Flowed.unflow("9 \n-- \nJane", false)).isEqualTo("9 \n-- \nJane");
    }

    @Test
    void leavesOtherTextAsItIs() {
        assertThat(Flowed.unflow("", false)).isEmpty();
        assertThat(Flowed.unflow("a\nb\n\nc", true)).isEqualTo("a\nb\n\nc");
    }
}
