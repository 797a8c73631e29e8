package dev.doorstep.emailreply.mime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Mails as they come over the wire, written down in tests with "\n" for the end of a line. */
final class Mails {
    private static final MessageReader READER = new MessageReader();

    private Mails() {}

    static Message read(String mail) {
        return read(mail, StandardCharsets.UTF_8);
    }

    static Message read(String mail, Charset charset) {
        return read(mail.replace("\n", "\r\n").getBytes(charset));
    }

    static Message read(byte[] mail) {
        return READER.read(new ByteArrayInputStream(mail));
    }

    /** A multipart with the boundary "b"; each part with its own header. */
    static String multipart(String subtype, String... parts) {
        return "Content-Type: multipart/" + subtype + "; boundary=b\n\n" + bodyOf("b", parts);
    }

    static String bodyOf(String boundary, String... parts) {
        StringBuilder body = new StringBuilder();
        for (String part : parts) {
            body.append("--").append(boundary).append('\n').append(part).append('\n');
        }
        return body.append("--").append(boundary).append("--\n").toString();
    }

    static String photograph(String fields, int bytes) {
        return fields
                + "\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(new byte[bytes])
                + "\n";
    }

    static byte[] repeated(String part, int times) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] once = part.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < times; i++) {
            bytes.writeBytes(once);
        }
        return bytes.toByteArray();
    }
}
