package dev.doorstep.local;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import org.apache.james.mime4j.dom.Header;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.dom.field.MailboxListField;
import org.apache.james.mime4j.dom.field.UnstructuredField;
import org.apache.james.mime4j.message.DefaultMessageBuilder;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * A mail as SES stores it: with what it found out in headers above the mail's own. Source: Amazon
 * SES Developer Guide, "Receiving email" on authentication and scanning, and mails that it stored.
 *
 * @param id that SES gives it
 */
record Receipt(String id, Envelope envelope, Instant at, byte[] mail) {
    private static final String ADDRESS = "127.0.0.1";

    Receipt {
        requireNonNull(id, "id is null");
        requireNonNull(envelope, "envelope is null");
        requireNonNull(at, "at is null");
        mail = mail.clone();
    }

    @Override
    public byte[] mail() {
        return mail.clone();
    }

    byte[] stored() {
        byte[] headers = headers().replace("\n", "\r\n").getBytes(UTF_8);
        ByteArrayOutputStream stored = new ByteArrayOutputStream(headers.length + mail.length);
        stored.writeBytes(headers);
        stored.writeBytes(mail);
        return stored.toByteArray();
    }

    private String headers() {
        Header header = header();
        Verdicts verdicts = Verdicts.of(subject(header));
        String result = verdicts.authentication();
        String spf =
                "%s (spfCheck: domain of %s %s %s as permitted sender) client-ip=%s; envelope-from=%s; helo=%s;"
                        .formatted(
                                result,
                                senderDomain(),
                                verdicts.isAuthentic() ? "designates" : "does not designate",
                                ADDRESS,
                                ADDRESS,
                                envelope.sender(),
                                envelope.client());
        String from = fromDomain(header);
        return """
        Return-Path: <%s>
        Received: from %s (%s [%s])
         by inbound-smtp.%s.amazonaws.com with SMTP id %s
         for %s;
         %s
        X-SES-Spam-Verdict: %s
        X-SES-Virus-Verdict: %s
        Received-SPF: %s
        Authentication-Results: amazonses.com;
         spf=%s
         dkim=%s header.i=@%s;
         dmarc=%s header.from=%s;
        """
                .formatted(
                        envelope.sender(),
                        envelope.client(),
                        envelope.client(),
                        ADDRESS,
                        Machine.REGION,
                        id,
                        String.join(", ", envelope.recipients()),
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)),
                        verdicts.spam(),
                        verdicts.virus(),
                        spf,
                        spf,
                        result,
                        from,
                        result,
                        from);
    }

    private Header header() {
        try {
            return new DefaultMessageBuilder().parseHeader(new ByteArrayInputStream(mail));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String subject(Header header) {
        return header.getField("Subject") instanceof UnstructuredField subject
                ? subject.getValue()
                : "";
    }

    private String fromDomain(Header header) {
        return header.getField("From") instanceof MailboxListField from
                ? domain(from).orElse(senderDomain())
                : senderDomain();
    }

    private static Optional<String> domain(MailboxListField from) {
        return Optional.ofNullable(from.getMailboxList())
                .flatMap(mailboxes -> List.copyOf(mailboxes).stream().findFirst())
                .map(Mailbox::getDomain)
                .filter(domain -> US_ASCII.newEncoder().canEncode(domain));
    }

    private String senderDomain() {
        int at = envelope.sender().lastIndexOf('@');
        return at < 0 ? envelope.client() : envelope.sender().substring(at + 1);
    }
}
