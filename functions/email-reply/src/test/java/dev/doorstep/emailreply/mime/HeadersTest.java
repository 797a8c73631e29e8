package dev.doorstep.emailreply.mime;

import static dev.doorstep.emailreply.mime.Mails.multipart;
import static dev.doorstep.emailreply.mime.Mails.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadersTest {

    @Test
    void findsTheTopmostFirst() {
        Headers headers = read("X-Verdict: above\nSubject: 9\nX-Verdict: below\n\n").headers();

        assertThat(headers.first("X-Verdict")).contains("above");
        assertThat(headers.all("X-Verdict")).containsExactly("above", "below");
    }

    @Test
    void findsFieldsHoweverTheirNamesAreWritten() {
        Headers headers = read("SUBJECT : 9\nx-mailer:some\n\n").headers();

        assertThat(headers.first("Subject")).contains("9");
        assertThat(headers.first("X-Mailer")).contains("some");
        assertThat(headers.has("x-MAILER")).isTrue();
        assertThat(headers.has("from")).isFalse();
        assertThat(headers.first("from")).isEmpty();
        assertThat(headers.all("from")).isEmpty();
    }

    @Test
    void joinsLinesThatBelongTogether() {
        Headers headers = read("Subject: 9,\n because it was quick\n\n").headers();

        assertThat(headers.first("Subject")).contains("9, because it was quick");
    }

    @Test
    void findsNoFieldsOfParts() {
        Headers headers =
                read("Subject: outer\n" + multipart("mixed", "X-Part: yes\nSubject: inner\n\n9"))
                        .headers();

        assertThat(headers.has("X-Part")).isFalse();
        assertThat(headers.all("Subject")).containsExactly("outer");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            textBlock =
                    """
                    =?utf-8?q?caf=C3=A9_9?=, café 9
                    =?UTF-8?B?Y2Fmw6kgOQ==?=, café 9
                    =?iso-8859-1?q?caf=E9?= 9, café 9
                    =?utf-8?q?caf=C3=A9?= =?utf-8?q?_9?=, café 9
                    =?utf-8*fr?q?caf=C3=A9_9?=, café 9
                    =?unheard-of?q?9?=, 9
                    =?utf-8?q?9, =?utf-8?q?9
                    =?utf-8?b?%%%?=, ""
                    café 9, café 9
                    """)
    void decodesATextWhereItCan(String written, String text) {
        assertThat(read("Subject: " + written + "\n\n").headers().text("Subject")).contains(text);
    }

    @Test
    void leavesATextEncodedThatIsTooLongToBeWrittenByAPerson() {
        String written = "=?utf-8?q?9?= " + "=?a?q?".repeat(1000);

        assertThat(read("Subject: " + written + "\n\n").headers().text("Subject"))
                .contains(written);
    }

    @Test
    void leavesEncodedWordsAloneWhereTheyCouldPassForAddresses() {
        String from = "=?utf-8?q?ada=40customer.example=2C?= <someone@else.example>";

        Headers headers = read("From: " + from + "\n\n").headers();

        assertThat(headers.first("From")).contains(from);
    }

    @Test
    void cannotBeChangedFromOutside() {
        Headers headers = read("Subject: 9\n\n").headers();

        assertThat(headers.byName()).isUnmodifiable();
        assertThat(headers.all("Subject")).isUnmodifiable();
    }
}
