package dev.doorstep.emailreply.mime;

import static dev.doorstep.emailreply.mime.Mails.bodyOf;
import static dev.doorstep.emailreply.mime.Mails.multipart;
import static dev.doorstep.emailreply.mime.Mails.photograph;
import static dev.doorstep.emailreply.mime.Mails.read;
import static dev.doorstep.emailreply.mime.Mails.repeated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

class MessageReaderTest {
    private static final int MEGABYTE = 1024 * 1024;
    private static final int PHOTOGRAPH = 30 * 1024;
    private static final String PLAIN = "Content-Type: text/plain; charset=utf-8\n\n";
    private static final String HTML = "Content-Type: text/html; charset=utf-8\n\n";

    @Test
    void readsAPlainText() {
        Message message = read("From: ada@customer.example\n" + PLAIN + "9, danke für alles");

        assertThat(plain(message)).isEqualTo("9, danke für alles");
        assertThat(message.html()).isEmpty();
        assertThat(message.photographs()).isEmpty();
        assertThat(message.headers().first("from")).contains("ada@customer.example");
        assertThat(message.isReport()).isFalse();
        assertThat(message.isWhole()).isTrue();
    }

    @Test
    void readsAMailWithoutAContentTypeAsPlainText() {
        assertThat(plain(read("Subject: hello\n\n9"))).isEqualTo("9");
    }

    @Test
    void readsBothSidesOfAnAlternative() {
        Message message = read(multipart("alternative", PLAIN + "9", HTML + "<b>9</b>"));

        assertThat(plain(message)).isEqualTo("9");
        assertThat(html(message)).isEqualTo("<b>9</b>");
    }

    @Test
    void readsTextsBelowOtherParts() {
        String related =
                "Content-Type: multipart/related; boundary=r\n\n" + bodyOf("r", HTML + "<p>9");
        String alternative =
                "Content-Type: multipart/alternative; boundary=a\n\n"
                        + bodyOf("a", PLAIN + "9", related);

        Message message = read(multipart("mixed", alternative));

        assertThat(plain(message)).isEqualTo("9");
        assertThat(html(message)).isEqualTo("<p>9");
    }

    @Test
    void keepsTheFirstTextOfEachKind() {
        Message message =
                read(multipart("mixed", HTML + "first", HTML + "second", PLAIN + "plain"));

        assertThat(html(message)).isEqualTo("first");
        assertThat(plain(message)).isEqualTo("plain");
    }

    @Test
    void leavesOutTextsThatAreAttached() {
        String attached =
                "Content-Type: text/plain\nContent-Disposition: attachment; filename=notes.txt\n\n";

        Message message = read(multipart("mixed", attached + "10", PLAIN + "3"));

        assertThat(plain(message)).isEqualTo("3");
    }

    @Test
    void leavesOutWhatAnAttachedMailSays() {
        String attached =
                "Content-Type: message/rfc822\n\nFrom: someone@else.example\nX-Inner: yes\n"
                        + multipart(
                                "mixed",
                                PLAIN + "10",
                                photograph("Content-Type: image/png", PHOTOGRAPH));

        Message message =
                read(
                        "From: ada@customer.example\n"
                                + "Content-Type: multipart/mixed; boundary=outer\n\n"
                                + bodyOf("outer", attached, PLAIN + "3"));

        assertThat(plain(message)).isEqualTo("3");
        assertThat(message.photographs()).isEmpty();
        assertThat(message.headers().all("from")).containsExactly("ada@customer.example");
        assertThat(message.headers().has("x-inner")).isFalse();
    }

    @Test
    void tellsAReport() {
        Message message =
                read(
                        multipart(
                                "report; report-type=delivery-status",
                                PLAIN + "could not be delivered",
                                "Content-Type: message/delivery-status\n\nAction: failed"));

        assertThat(message.isReport()).isTrue();
    }

    @Test
    void takesAMailThatAReportIsAttachedToForNoReport() {
        String attached =
                "Content-Type: message/rfc822\n\n"
                        + "Content-Type: multipart/report; boundary=r\n\n"
                        + bodyOf("r", PLAIN + "could not be delivered");

        Message message = read(multipart("mixed", PLAIN + "Your mail bounced: 2", attached));

        assertThat(message.isReport()).isFalse();
        assertThat(plain(message)).isEqualTo("Your mail bounced: 2");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            textBlock =
                    """
                    base64, OSwgY2Fmw6k=
                    BASE64, OSwgY2Fmw6k=
                    quoted-printable, "9, caf=C3=A9"
                    Quoted-Printable, "9, caf=C3=\\n=A9"
                    8bit, "9, café"
                    binary, "9, café"
                    "", "9, café"
                    x-unheard-of, "9, café"
                    """)
    void decodesWhatItIsEncodedWith(String encoding, String body) {
        String mail =
                "Content-Type: text/plain; charset=utf-8\n"
                        + "Content-Transfer-Encoding: "
                        + encoding
                        + "\n\n"
                        + body.replace("\\n", "\n");

        assertThat(plain(read(mail))).isEqualTo("9, café");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@@9", "=ZZ=\n=", "OSwgY2Fmw6", "====", "\u0000\u0001"})
    void readsOnWhereAnEncodingIsBroken(String body) {
        for (String encoding : new String[] {"base64", "quoted-printable"}) {
            Message message =
                    read(
                            multipart(
                                    "mixed",
                                    "Content-Transfer-Encoding: " + encoding + "\n\n" + body,
                                    HTML + "below"));

            assertThat(message.plain()).isPresent();
            assertThat(html(message)).isEqualTo("below");
        }
    }

    @Test
    void tellsFlowedTexts() {
        TextPart flowed =
                read("Content-Type: text/plain; format=Flowed; DelSp=yes\n\n9 \nbecause")
                        .plain()
                        .orElseThrow();
        TextPart fixed = read(PLAIN + "9").plain().orElseThrow();

        assertThat(flowed.isFlowed()).isTrue();
        assertThat(flowed.isDelSp()).isTrue();
        assertThat(fixed.isFlowed()).isFalse();
        assertThat(fixed.isDelSp()).isFalse();
    }

    @Test
    void keepsPhotographsThatAreAttachedAndThoseInTheText() {
        Message message =
                read(
                        multipart(
                                "mixed",
                                PLAIN + "3",
                                photograph(
                                        "Content-Type: image/jpeg\n"
                                                + "Content-Disposition: attachment; filename=a.jpg",
                                        PHOTOGRAPH),
                                photograph(
                                        "Content-Type: image/png\n"
                                                + "Content-Disposition: inline\nContent-ID: <1>",
                                        PHOTOGRAPH)));

        assertThat(message.photographs())
                .extracting(Photograph::type)
                .containsExactly("image/jpeg", "image/png");
        assertThat(message.photographs())
                .allSatisfy(it -> assertThat(it.content()).hasSize(PHOTOGRAPH));
    }

    @Test
    void readsTextOnBothSidesOfAPhotograph() {
        Message message =
                read(
                        multipart(
                                "mixed",
                                PLAIN + "The box was open:",
                                photograph("Content-Type: image/jpeg", PHOTOGRAPH),
                                PLAIN + "3, alas"));

        assertThat(plain(message)).isEqualTo("The box was open:\n3, alas");
        assertThat(message.photographs()).hasSize(1);
    }

    @Test
    void readsTextThatBeginsBelowAPhotograph() {
        Message message =
                read(
                        multipart(
                                "mixed",
                                "Content-Type: text/plain\n\n",
                                photograph("Content-Type: image/jpeg", PHOTOGRAPH),
                                PLAIN + "3, hélas"));

        assertThat(plain(message).strip()).isEqualTo("3, hélas");
    }

    @Test
    void leavesOutWhatIsAddedBelowAnAlternative() {
        String alternative =
                "Content-Type: multipart/alternative; boundary=a\n\n"
                        + bodyOf("a", PLAIN + "3", HTML + "<p>3");

        Message message = read(multipart("mixed", alternative, PLAIN + "Scanned on 10 machines"));

        assertThat(plain(message)).isEqualTo("3");
    }

    @Test
    void keepsTenPhotographsAndSaysThatThereWereMore() {
        String[] parts = new String[11];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = photograph("Content-Type: image/jpeg", PHOTOGRAPH);
        }

        Message message = read(multipart("mixed", parts));

        assertThat(message.photographs()).hasSize(10);
        assertThat(message.isWhole()).isFalse();
    }

    @Test
    void readsFiftyPartsAndNoMore() {
        String[] parts = new String[52];
        Arrays.fill(parts, "Content-Type: application/pdf\n\nx");
        parts[0] = PLAIN + "9";
        parts[49] = HTML + "the fiftieth";

        Message fifty = read(multipart("mixed", Arrays.copyOf(parts, 50)));
        Message more = read(multipart("mixed", parts));

        assertThat(html(fifty)).isEqualTo("the fiftieth");
        assertThat(fifty.isWhole()).isTrue();
        assertThat(plain(more)).isEqualTo("9");
        assertThat(html(more)).isEqualTo("the fiftieth");
        assertThat(more.isWhole()).isFalse();
    }

    @Test
    void descendsTwentyLevelsAndNoMore() {
        Message twenty = read(nested(20));
        Message more = read(nested(21));

        assertThat(plain(twenty)).isEqualTo("above");
        assertThat(html(twenty)).isEqualTo("below");
        assertThat(twenty.isWhole()).isTrue();
        assertThat(plain(more)).isEqualTo("above");
        assertThat(more.html()).isEmpty();
        assertThat(more.isWhole()).isFalse();
    }

    @Test
    void descendsNoDeeperIntoMailsThatHoldMailsThatHoldMails() {
        Message message = read(repeated("Content-Type: message/rfc822\r\n\r\n", 100_000));

        assertThat(message.isWhole()).isFalse();
        assertThat(message.headers().first("content-type")).contains("message/rfc822");
    }

    @Test
    void keepsWhatItReadOfAMailThatIsTooLong() {
        String photograph = "Content-Type: image/jpeg\nContent-Transfer-Encoding: 8bit\n\n";
        byte[] beginning =
                ("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
                                + PLAIN
                                + "9\r\n--b\r\n"
                                + photograph
                                + "whole\r\n--b\r\n"
                                + photograph)
                        .getBytes(StandardCharsets.UTF_8);
        InputStream mail =
                new SequenceInputStream(
                        new ByteArrayInputStream(beginning),
                        new ByteArrayInputStream(new byte[10 * MEGABYTE]));

        Message message = new MessageReader().read(mail);

        assertThat(plain(message)).isEqualTo("9");
        assertThat(message.photographs())
                .as("half a photograph is none")
                .extracting(it -> new String(it.content(), StandardCharsets.UTF_8))
                .containsExactly("whole");
        assertThat(message.isWhole()).isFalse();
    }

    @Test
    void readsAMailThatIsJustNotTooLong() {
        byte[] mail = new byte[10 * MEGABYTE];
        byte[] beginning = "Content-Type: image/jpeg\r\n\r\n".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(beginning, 0, mail, 0, beginning.length);

        Message message = read(mail);

        assertThat(message.isWhole()).isTrue();
        assertThat(message.photographs())
                .singleElement()
                .satisfies(it -> assertThat(it.content()).hasSize(mail.length - beginning.length));
    }

    @Test
    void readsAMegabyteOfATextAndCutsNoLetterInTwo() {
        byte[] text = repeated("xέ", 500_000);
        byte[] mail = concat(PLAIN.getBytes(StandardCharsets.UTF_8), text);

        Message message = read(mail);

        assertThat(message.plain().orElseThrow().content().length)
                .isBetween(MEGABYTE - 3, MEGABYTE);
        assertThat(message.plain().orElseThrow().text(Locale.of("el")))
                .startsWith("xέxέ")
                .doesNotContain("Ξ");
        assertThat(message.isWhole()).isFalse();
    }

    @Test
    void keepsWhatItReadAboveAPartThatIsNamedAtLength() {
        String named = "Content-Type: image/jpeg; name=\"" + "=?a?".repeat(2000) + "\"";

        Message message = read(multipart("mixed", PLAIN + "9", photograph(named, PHOTOGRAPH)));

        assertThat(plain(message)).isEqualTo("9");
        assertThat(message.photographs()).isEmpty();
        assertThat(message.isWhole()).isFalse();
    }

    @Test
    void findsNoHeaderInAMailWhoseHeaderIsTooLong() {
        Message message = read("Subject: " + "x".repeat(100_000) + "\n\n9");

        assertThat(message.headers().byName()).isEmpty();
        assertThat(message.isWhole()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "no header at all",
                ":",
                ": x\n\n9",
                "Content-Type: ;;;\n\n9",
                "Content-Type: multipart/mixed\n\n--b\n\n9",
                "Content-Type: multipart/mixed; boundary=\"\"\n\n--\n\n9\n----",
                "Content-Type: multipart/mixed; boundary=b\n\n9",
                "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n9",
                "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type",
                "Content-Type: message/rfc822\n\n",
                "Content-Type: text/plain; charset=\"\n\n9",
                "Content-Type: text/plain; charset=\u0000\n\n9",
                "Content-Type: /\n\n9",
                "Content-Type: text/plain; name*=''%\n\n9",
                "Content-Disposition: attachment; filename*=utf-8''%E\n\n9",
                "Content-Disposition: attachment; filename*99999999999=x\n\n9",
                "Content-Transfer-Encoding: base64\nContent-Transfer-Encoding: 8bit\n\n9",
                "Subject: =?utf-8?b?====?= =?x?q?=ZZ?= =?\n\n9",
                "\u0000\u0000\n\n\u0000"
            })
    void readsBrokenMails(String mail) {
        Message message = read(mail);

        assertThat(message.photographs()).isEmpty();
        assertThat(message.plain().map(part -> part.text(Locale.ENGLISH)).orElse(""))
                .hasSizeLessThanOrEqualTo(mail.length() + mail.length());
    }

    @Test
    void readsAMailThatEndsTooSoon() {
        Message message =
                read(
                        "Content-Type: multipart/mixed; boundary=b\n\n--b\n"
                                + PLAIN
                                + "9, because of the cou");

        assertThat(plain(message)).isEqualTo("9, because of the cou");
    }

    @Test
    void saysSoWhenTheMailCannotBeHad() throws IOException {
        InputStream mail = InputStream.nullInputStream();
        mail.close();

        assertThatThrownBy(() -> new MessageReader().read(mail))
                .isInstanceOf(UncheckedIOException.class);
    }

    private static String nested(int levels) {
        String inner = HTML + "below";
        for (int level = levels; level > 1; level--) {
            inner =
                    "Content-Type: multipart/mixed; boundary=b%d\n\n".formatted(level)
                            + bodyOf("b" + level, inner);
        }
        return multipart("mixed", PLAIN + "above", inner);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static String plain(Message message) {
        return text(message.plain());
    }

    private static String html(Message message) {
        return text(message.html());
    }

    /** Without the line's end that belongs to the boundary below. */
    private static String text(Optional<TextPart> part) {
        return part.orElseThrow().text(Locale.ENGLISH).replace("\r\n", "\n").stripTrailing();
    }
}
