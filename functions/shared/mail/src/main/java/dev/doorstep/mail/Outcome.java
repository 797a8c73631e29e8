package dev.doorstep.mail;

/** What became of a mail. */
public sealed interface Outcome {

    /** SES took it just now. */
    record Sent(String sesMessageId) implements Outcome {}

    /** It went out before. */
    record AlreadySent(String sesMessageId) implements Outcome {}

    /** SES will never take it; final. */
    record Refused(String reason) implements Outcome {}

    /**
     * It may have gone out: SES was asked and its answer did not arrive, now or before. It is not
     * sent again on a guess.
     */
    record Unsettled() implements Outcome {}
}
