package dev.doorstep.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.doorstep.lambda.Rejected;
import dev.doorstep.surveys.SurveyId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HexFormat;

class MailIdTest {
    private static final SurveyId SURVEY = SurveyId.parse("A-1001~delivery");

    @ParameterizedTest
    @EnumSource
    void isReadBackFromItsTag(MailId.Purpose purpose) {
        MailId first = new MailId(SURVEY, purpose);
        MailId twelfth = new MailId(SURVEY, purpose, 12);

        assertThat(MailId.ofTag(first.tag())).isEqualTo(first);
        assertThat(MailId.ofTag(twelfth.tag())).isEqualTo(twelfth);
        assertThat(twelfth.tag()).matches("[0-9a-f]+");
    }

    @Test
    void isTheFirstOfItsPurposeWhereNoNumberIsNamed() {
        MailId unnumbered = new MailId(SURVEY, MailId.Purpose.ACKNOWLEDGEMENT);

        assertThat(unnumbered).isEqualTo(new MailId(SURVEY, MailId.Purpose.ACKNOWLEDGEMENT, 1));
        assertThat(unnumbered).hasToString("A-1001~delivery~acknowledgement");
        assertThat(new MailId(SURVEY, MailId.Purpose.ACKNOWLEDGEMENT, 2))
                .hasToString("A-1001~delivery~acknowledgement~2");
    }

    @Test
    void isNotedWithItsSurveyIfItIsTheOneThatAsks() {
        assertThat(new MailId(SURVEY, MailId.Purpose.SURVEY).isNotedWithItsSurvey()).isTrue();
        assertThat(new MailId(SURVEY, MailId.Purpose.ASK_BACK).isNotedWithItsSurvey()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void countsFromOne(int number) {
        assertThatThrownBy(() -> new MailId(SURVEY, MailId.Purpose.SURVEY, number))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A-1001~delivery",
                "A-1001~delivery~newsletter",
                "A-1001~delivery~acknowledgement~0",
                "A-1001~delivery~acknowledgement~-1",
                "A-1001~delivery~acknowledgement~two",
                "A-1001~delivery~acknowledgement~",
                "A-1001~delivery~acknowledgement~2~3",
                "A-1001~birthday~survey"
            })
    void isReadFromNoOtherTag(String text) {
        String tag = HexFormat.of().formatHex(text.getBytes(US_ASCII));

        assertThatThrownBy(() -> MailId.ofTag(tag))
                .isInstanceOfAny(IllegalArgumentException.class, Rejected.class);
    }
}
