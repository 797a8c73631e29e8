package dev.doorstep.emailreply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * The work for four times the input is about four times the work; where it grew with the square it
 * would be sixteen times. The processor's time is compared, the best of a few, so that it holds on
 * a busy machine.
 */
class GrowthTest {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int SOME_TEXT = 32 * 1024;
    private static final int SOME_HEADER = 15 * 1024;
    private static final int ATTEMPTS = 4;
    private static final double BOUND = 9;
    private static final long TOO_LITTLE_TO_COMPARE = 20_000_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: ",
                "From: a@b,",
                "From: (",
                "From: ()",
                "From: <",
                "From: \"",
                "From: \\",
                "From: a:",
                "From: a:b@c;",
                "From: @",
                "From: .",
                "From: =?utf-8?q?a?= ",
                "From: =?",
                "To: r-aaaaaaaaaaaaaaaaaaaaaaaaaa@b, ",
                "To: \"a\" <",
                "Received: for ",
                "Received: for <",
                "Received: for a",
                "Subject: =?utf-8?b?YQ==?=",
                "Subject: =?utf-8?q?=E2=98=83?=\n ",
                "Subject: a: ",
                "Subject: 9 ",
                "Authentication-Results: dmarc",
                "Authentication-Results: dmarc=",
                "Authentication-Results: dmarc ",
                "Auto-Submitted: no ",
                "Content-Type: text/plain; ",
                "Content-Type: text/plain; a=b; ",
                "Content-Type: text/plain; name*0=a; ",
                "Content-Type: multipart/mixed; boundary=",
                "Content-Disposition: attachment; filename*=utf-8''%41",
                "Content-Disposition: attachment; filename=\"",
                "Content-Disposition: attachment; filename=\"=?a?",
                "From: =?a?",
                "Subject: =?a?q?",
                "Message-ID: <"
            })
    void readsALongFieldInTheTimeThatItTakesToReadIt(String field) {
        int colon = field.indexOf(':') + 1;

        assertLinear(
                times ->
                        Hostile.mail(
                                bytes(
                                        field.substring(0, colon)
                                                + repeated(
                                                        field.substring(colon), times * SOME_HEADER)
                                                + "\n\n9")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\r",
                "-",
                "--",
                "--b",
                "--b\n",
                "--b\n\n9\n",
                "--b--\n",
                "--b\nContent-Type: message/rfc822\n\n",
                "--b\nContent-Type: multipart/mixed; boundary=b\n\n",
                "=",
                "=\n",
                "=E2",
                "9 ",
                "> 9\n",
                "\u0000",
                "\u00e9"
            })
    void readsALongBodyInTheTimeThatItTakesToReadIt(String part) {
        for (String header :
                new String[] {
                    "Content-Type: multipart/mixed; boundary=b\n\n--b\n\n",
                    "Content-Transfer-Encoding: quoted-printable\n\n",
                    "Content-Type: text/html\n\n",
                    ""
                }) {
            assertLinear(
                    times ->
                            Hostile.mailWithoutItsText(
                                    bytes(header + repeated(part, times * SOME_TEXT))));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X: 9\n",
                "X:\n",
                ":\n",
                "X\n",
                "Received: for a@b\n",
                "From: a@b\n",
                "To: r-aaaaaaaaaaaaaaaaaaaaaaaaaa@b\n",
                "Content-Type: text/plain\n",
                "Subject:\n 9\n"
            })
    void readsALongHeaderInTheTimeThatItTakesToReadIt(String field) {
        assertLinear(times -> Hostile.mail(bytes(repeated(field, times * SOME_HEADER))));
    }

    private static void assertLinear(Consumer<Integer> read) {
        long once = Long.MAX_VALUE;
        long fourTimes = Long.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            once = Math.min(once, work(() -> read.accept(1)));
            fourTimes = Math.min(fourTimes, work(() -> read.accept(4)));
            if (fourTimes < Math.max(TOO_LITTLE_TO_COMPARE, once * 6)) {
                return;
            }
        }
        assertThat((double) fourTimes / once).isLessThan(BOUND);
    }

    private static long work(Runnable read) {
        long before = THREADS.getCurrentThreadCpuTime();
        read.run();
        return THREADS.getCurrentThreadCpuTime() - before;
    }

    private static String repeated(String part, int size) {
        return part.isEmpty() ? "" : part.repeat(size / part.length());
    }

    private static byte[] bytes(String mail) {
        return mail.getBytes(StandardCharsets.UTF_8);
    }
}
