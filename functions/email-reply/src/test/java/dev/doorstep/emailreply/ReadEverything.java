package dev.doorstep.emailreply;

import static dev.doorstep.emailreply.Inbox.NOW;

import dev.doorstep.testing.Events;

import java.time.Instant;
import java.util.List;

/** Reads every sample in a process of its own, so that all that it prints can be looked at. */
final class ReadEverything {
    static final List<String> MAILS =
            List.of(
                    "reply-nine",
                    "reply-three",
                    "unclear",
                    "unclear-again",
                    "words",
                    "no-words",
                    "contradiction",
                    "photograph",
                    "unsubscribe",
                    "unknown-address",
                    "expired",
                    "virus",
                    "spam",
                    "forged",
                    "from-someone-else",
                    "from-someone-in-disguise",
                    "from-two",
                    "with-label",
                    "blind-copy",
                    "out-of-office");

    private ReadEverything() {}

    public static void main(String[] args) {
        try (Inbox inbox = new Inbox()) {
            inbox.knowOrder();
            inbox.ses.fail(429, "TooManyRequestsException");
            inbox.receive("unclear");
            inbox.ses.fail(400, "MessageRejected");
            Instant now = NOW;
            for (String mail : MAILS) {
                now = now.plusSeconds(1);
                inbox.receive(mail, now);
                inbox.receive(mail, now);
            }
            inbox.handle(Events.stream("email-reply/bad-among-good.json"), now);
            inbox.s3.close();
            inbox.handle(Events.stream("email-reply/mail-arrived.json"), now);
        }
        System.exit(0);
    }
}
