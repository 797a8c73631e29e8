package dev.doorstep.supportdesk;

import dev.doorstep.followups.FollowUp;
import dev.doorstep.replies.Answer;
import dev.doorstep.surveys.Customer;
import dev.doorstep.texts.Texts;

/** A mail to the customer, begun in their language; a person writes what there is to say. */
public record DraftView(String language, String direction, String text) {

    static DraftView of(FollowUp followUp, Frame frame) {
        Customer customer = followUp.customer().customer();
        Texts mail = Texts.of("mail", customer.locale());
        String greeting =
                customer.name()
                        .map(name -> mail.text("greeting.named", name))
                        .orElseGet(() -> mail.text("greeting"));
        String sorry = mail.text("acknowledgement." + about(followUp.reply().answer()));
        return new DraftView(
                mail.language(),
                mail.direction(),
                "%s%n%n%s%n%n%n%n%s%n%s".formatted(greeting, sorry, frame.user(), frame.shop()));
    }

    private static String about(Answer answer) {
        return switch (answer) {
            case Answer.Score _ -> "thanks";
            case Answer.NotReceived _ -> "missing";
            case Answer.Unscored _ -> "letter";
        };
    }
}
