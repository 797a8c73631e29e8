package dev.doorstep.mail;

import java.time.Instant;

/** What became of a mail. */
public sealed interface Outcome {

    /** SES took it just now. */
    record Sent(String sesMessageId) implements Outcome {}

    /** It went out before. */
    record AlreadySent(String sesMessageId) implements Outcome {}

    /** SES will never take it; final. */
    record Refused(String reason) implements Outcome {}

    /**
     * It may have gone out: SES was asked, now or before, and what became of it is not known yet.
     * SES's send event will tell; if none has come by {@code lookAgainAt}, it was not taken and may
     * be sent again.
     */
    record Unsettled(Instant lookAgainAt) implements Outcome {}
}
