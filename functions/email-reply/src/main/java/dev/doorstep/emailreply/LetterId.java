package dev.doorstep.emailreply;

import dev.doorstep.emailreply.mime.Headers;
import dev.doorstep.replies.Letter;

/** Names a mail by its Message-ID, so that two copies of it are one. */
final class LetterId {

    private LetterId() {}

    /** A mail without a Message-ID goes by its key in the bucket. */
    static String of(Headers headers, String key) {
        return Letter.idOf(headers.first("Message-ID").filter(id -> !id.isBlank()).orElse(key));
    }
}
