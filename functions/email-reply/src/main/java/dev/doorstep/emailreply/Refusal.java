package dev.doorstep.emailreply;

import dev.doorstep.lambda.Ids;

/** Why a mail is not read as a customer's reply. */
enum Refusal {
    VIRUS,
    SPAM,
    /** Whoever sent it is not whom it names (DMARC). */
    FORGED,
    /** It is not addressed to a survey, or to one that is long over. */
    UNKNOWN_ADDRESS,
    /** The address of a survey wandered: someone else wrote to it. */
    OTHER_SENDER;

    /** The name in logs. */
    String id() {
        return Ids.of(this);
    }
}
