package dev.doorstep.emailreply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterIdTest {
    private static final String KEY = "mails/1";

    @Test
    void isTheSameForTwoCopies() {
        String first = LetterId.of(Headed.headers("Message-ID: <1@customer.example>"), KEY);
        String copy =
                LetterId.of(
                        Headed.headers("Received: x", "message-id:\r\n <1@customer.example> "),
                        "mails/2");

        assertThat(copy).isEqualTo(first).matches("[0-9a-f]{32}");
    }

    @Test
    void differsForTwoMails() {
        assertThat(LetterId.of(Headed.headers("Message-ID: <1@customer.example>"), KEY))
                .isNotEqualTo(LetterId.of(Headed.headers("Message-ID: <2@customer.example>"), KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Subject: 9", "Message-ID:", "Message-ID:  "})
    void isMadeOfTheKeyWhereTheMailHasNone(String field) {
        String id = LetterId.of(Headed.headers(field), KEY);

        assertThat(id)
                .matches("[0-9a-f]{32}")
                .isEqualTo(LetterId.of(Headed.headers(field), KEY))
                .isNotEqualTo(LetterId.of(Headed.headers(field), "mails/2"));
    }

    @Test
    void believesTheTopmostOfTwo() {
        assertThat(LetterId.of(Headed.headers("Message-ID: <1@a>", "Message-ID: <2@a>"), KEY))
                .isEqualTo(LetterId.of(Headed.headers("Message-ID: <1@a>"), KEY));
    }
}
