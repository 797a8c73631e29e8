package dev.doorstep.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.field.DefaultFieldParser;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.message.MultipartBuilder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a mail client sends when a person answers a mail: their text above the mail, quoted.
 *
 * @param photographs that they attach, as JPEG
 */
record MailAnswer(Mail mail, String recipient, String text, List<byte[]> photographs, Instant at) {
    private static final String RE = "Re: ";
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEE, MMM d, yyyy 'at' h:mm a", Locale.US)
                    .withZone(ZoneOffset.UTC);

    MailAnswer {
        requireNonNull(mail, "mail is null");
        requireNonNull(recipient, "recipient is null");
        requireNonNull(text, "text is null");
        photographs = List.copyOf(photographs);
        requireNonNull(at, "at is null");
    }

    byte[] bytes() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new DefaultMessageWriter().writeMessage(message(), bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MimeException e) {
            throw new IllegalArgumentException("the mail's addresses cannot be read", e);
        }
    }

    private Message message() throws IOException, MimeException {
        String original = "<%s@%s.amazonses.com>".formatted(mail.id(), Machine.REGION);
        Message.Builder message =
                Message.Builder.of()
                        .setFrom(mail.to())
                        .setTo(recipient)
                        .setSubject(
                                mail.subject().startsWith(RE)
                                        ? mail.subject()
                                        : RE + mail.subject())
                        .setDate(Date.from(at))
                        .generateMessageId("localhost")
                        .addField(DefaultFieldParser.parse("In-Reply-To: " + original))
                        .addField(DefaultFieldParser.parse("References: " + original));
        String body = body().replaceAll("\\R", "\r\n");
        if (photographs.isEmpty()) {
            message.setBody(body, UTF_8).setContentTransferEncoding("quoted-printable");
        } else {
            message.setBody(withPhotographs(body));
        }
        return message.build();
    }

    private Multipart withPhotographs(String body) throws IOException {
        MultipartBuilder parts = MultipartBuilder.create("mixed").addTextPart(body, UTF_8);
        for (byte[] photograph : photographs) {
            parts.addBinaryPart(photograph, "image/jpeg");
        }
        return parts.build();
    }

    private String body() {
        String quoted = mail.text().lines().map(MailAnswer::quoted).collect(Collectors.joining());
        return "%s\n\nOn %s, %s wrote:\n\n%s"
                .formatted(text, WHEN.format(mail.at()), mail.from(), quoted);
    }

    private static String quoted(String line) {
        return (line.isEmpty() ? ">" : "> " + line) + "\n";
    }
}
