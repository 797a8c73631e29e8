package dev.doorstep.supportdesk;

import dev.doorstep.followups.FollowUp;
import dev.doorstep.replies.Answer;
import dev.doorstep.surveys.Customer;
import dev.doorstep.texts.Texts;

/**
 * A mail to the customer, begun in their language; a person writes what there is to say, and the
 * mail adds who that was.
 */
public record DraftView(String language, String direction, String greeting, String text) {

    static DraftView of(FollowUp followUp) {
        Customer customer = followUp.customer().customer();
        Texts mail = Texts.of("mail", customer.locale());
        String greeting =
                customer.name()
                        .map(name -> mail.text("greeting.named", name))
                        .orElseGet(() -> mail.text("greeting"));
        return new DraftView(
                mail.language(),
                mail.direction(),
                greeting + "\n\n",
                greeting + "\n\n" + sorry(followUp.reply().answer(), mail));
    }

    private static String sorry(Answer answer, Texts mail) {
        return switch (answer) {
            case Answer.Score _ -> mail.text("acknowledgement.thanks") + "\n\n";
            case Answer.NotReceived _ -> mail.text("acknowledgement.missing") + "\n\n";
            case Answer.Unscored _ -> "";
        };
    }
}
