package dev.doorstep.emailreply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.Optional;

class AddressesTest {
    private static final String ADA = "ada@customer.example";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@customer.example",
                "<ada@customer.example>",
                "Ada Lovelace <ada@customer.example>",
                "\"Lovelace, Ada\" <ada@customer.example>",
                "\"someone@else.example\" <ada@customer.example>",
                "=?utf-8?q?Ada_L=C3=B6velace?= <ada@customer.example>",
                "=?utf-8?q?someone=40else.example=2C?= <ada@customer.example>",
                "=?utf-8?b?PHNvbWVvbmVAZWxzZS5leGFtcGxlPg==?= <ada@customer.example>",
                "Ada (at home) <ada@customer.example> (really)",
                "Ada\r\n <ada@customer.example>",
                "Ada <ada@customer.example>, Ada <ada@customer.example>",
                "People: Ada <ada@customer.example>;"
            })
    void findsTheOneSender(String from) {
        assertThat(Addresses.from(Headed.headers("From: " + from))).contains(ADA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@customer.example, someone@else.example",
                "someone@else.example, ada@customer.example",
                "<ada@customer.example> <someone@else.example>",
                "People: ada@customer.example, someone@else.example;",
                "Nobody:;",
                "",
                ",",
                "Ada"
            })
    void believesNoFromThatNamesSeveralOrNone(String from) {
        assertThat(Addresses.from(Headed.headers("From: " + from))).isNotEqualTo(Optional.of(ADA));
    }

    @Test
    void believesNoSenderOfAMailThatNamesTwo() {
        assertThat(Addresses.from(Headed.headers("From: " + ADA, "From: someone@else.example")))
                .isEmpty();
        assertThat(Addresses.from(Headed.headers("Sender: " + ADA, "Reply-To: " + ADA))).isEmpty();
    }

    @Test
    void believesNoSenderOfAFieldThatIsTooLongToTellWhoElseIsInIt() {
        String from = "From: " + ADA + ", \"" + "=?a?".repeat(3000) + "\" <someone@else.example>";

        assertThat(Addresses.from(Headed.headers(from))).isEmpty();
    }

    @Test
    void looksAtAFewFieldsAlone() {
        String[] fields = new String[900];
        Arrays.fill(fields, "To: a@reply.example");

        assertThat(Addresses.to(Headed.headers(fields))).hasSizeLessThan(10);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            textBlock =
                    """
                    Ada Lovelace <ada@customer.example>, Ada Lovelace
                    '"Lovelace, Ada" <ada@customer.example>', 'Lovelace, Ada'
                    =?utf-8?q?Ada_L=C3=B6velace?= <ada@customer.example>, Ada Lövelace
                    """)
    void knowsWhatTheSenderIsCalled(String from, String name) {
        assertThat(Addresses.nameOfSender(Headed.headers("From: " + from))).contains(name);
    }

    @Test
    void knowsNoNameOfASenderWhoGivesNone() {
        assertThat(Addresses.nameOfSender(Headed.headers("From: " + ADA))).isEmpty();
    }

    @Test
    void findsWhomTheMailWasSentTo() {
        assertThat(
                        Addresses.to(
                                Headed.headers(
                                        "Delivered-To: d@reply.example",
                                        "To: Shop <a@reply.example>, \"b\" <b@reply.example>",
                                        "Cc: Friends: c@reply.example, x@reply.example;",
                                        "Bcc: hidden@reply.example")))
                .containsExactly(
                        "a@reply.example",
                        "b@reply.example",
                        "c@reply.example",
                        "x@reply.example",
                        "d@reply.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from m (m [192.0.2.1]) by inbound with SMTP id x\r\n for a@reply.example; Wed",
                "from m by inbound with SMTP id x for <a@reply.example>; Wed",
                "from m by inbound with SMTP for a@reply.example"
            })
    void findsFirstWhomSesTookItFor(String received) {
        assertThat(
                        Addresses.to(
                                Headed.headers(
                                        "Received: " + received,
                                        "Received: from x by y for <z@reply.example>; Tue",
                                        "To: undisclosed-recipients:;",
                                        "Cc: c@reply.example")))
                .containsExactly("a@reply.example", "c@reply.example");
    }

    @Test
    void findsNobodyInAMailThatNamesNobody() {
        assertThat(Addresses.to(Headed.headers("Subject: 9"))).isEmpty();
        assertThat(Addresses.to(Headed.headers("To: ;;,<>@", "Received: for"))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "ada+shop@customer.example, ada@customer.example",
        "ada+a+b@customer.example, ada@customer.example",
        "ada@customer.example, ada@customer.example",
        "+ada@customer.example, +ada@customer.example",
        "ada@customer+x.example, ada@customer+x.example",
        "ada+shop, ada+shop",
        "'', ''"
    })
    void leavesOutALabel(String address, String without) {
        assertThat(Addresses.withoutLabel(address)).isEqualTo(without);
    }
}
