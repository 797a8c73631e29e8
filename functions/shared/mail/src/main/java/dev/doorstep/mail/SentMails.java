package dev.doorstep.mail;

import dev.doorstep.dynamodb.Item;
import dev.doorstep.surveys.SurveyId;

/** What the table of mails tells to those who neither send nor settle. */
public final class SentMails {

    private SentMails() {}

    /** The survey that a mail belongs to, as the table has it. */
    public static SurveyId surveyOf(Item mail) {
        return Mails.idOf(mail).survey();
    }
}
