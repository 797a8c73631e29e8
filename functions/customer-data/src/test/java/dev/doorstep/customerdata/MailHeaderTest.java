package dev.doorstep.customerdata;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

class MailHeaderTest {

    @Test
    void findsEachAddressThatAMailSaysItIsFrom() {
        MailHeader header =
                read(
                        """
                        Return-Path: <bounce@customer.example>
                        FROM: "Ada, the first"
                         <ada@customer.example>,
                        \tbob@customer.example
                        To: r-x@reply.example
                        message-id:
                         <1@customer.example>

                        From: eve@customer.example
                        """
                                .replace("\n", "\r\n"));

        assertThat(header.senders())
                .containsExactly(
                        "bounce@customer.example", "ada@customer.example", "bob@customer.example");
        assertThat(header.recipients()).containsExactly("r-x@reply.example");
        assertThat(header.messageId()).contains("<1@customer.example>");
    }

    @Test
    void findsWhomAServerTookItFor() {
        MailHeader header =
                read(
                        """
                        Received: from mx.example by inbound.example with SMTP id 7
                         for <r-y@reply.example>; Tue, 24 Nov 2026 12:00:00 +0000

                        """);

        assertThat(header.recipients()).containsExactly("r-y@reply.example");
    }

    @Test
    void doesNotTakeAnIndentedBodyForItsHeader() {
        MailHeader header = read("Subject: hello\n\n  From: eve@customer.example\n");

        assertThat(header.senders()).isEmpty();
    }

    @Test
    void readsWhatIsNoMailAtAll() {
        assertThat(read("").senders()).isEmpty();
        assertThat(read("\r\n\r\n").senders()).isEmpty();
        assertThat(read("ada@customer.example").senders()).isEmpty();
        assertThat(read("Message-ID:\r\nFrom: <>\r\n\r\n").messageId()).isEmpty();
    }

    private static MailHeader read(String mail) {
        return MailHeader.read(mail.getBytes(UTF_8));
    }
}
