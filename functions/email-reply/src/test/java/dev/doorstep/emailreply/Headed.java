package dev.doorstep.emailreply;

import dev.doorstep.emailreply.mime.Headers;
import dev.doorstep.emailreply.mime.Message;
import dev.doorstep.emailreply.mime.MessageReader;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** Mails of which a test looks at the header alone. */
final class Headed {

    private Headed() {}

    static Message message(String... fields) {
        String mail = String.join("\r\n", fields) + "\r\n\r\n9\r\n";
        return new MessageReader()
                .read(new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
    }

    static Headers headers(String... fields) {
        return message(fields).headers();
    }
}
