package dev.doorstep.surveypage;

import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.replies.Mood;
import dev.doorstep.replies.Reasons;
import dev.doorstep.replies.Reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the page shows to whom has answered on it.
 *
 * @param comment what the customer wrote, also if it is too long to be kept
 * @param promisedAt by when a person will be in touch, as the customer's clock shows it
 * @param isOpen whether the reply can still be changed
 */
public record ThanksView(
        QuestionView question,
        Reply reply,
        String comment,
        Optional<String> promisedAt,
        boolean isOpen) {

    public String title() {
        return question.texts().text("thanks.title");
    }

    public String thanks() {
        return switch (reply.answer()) {
            case Answer.NotReceived _ -> text("thanks.missing");
            case Answer.Score _, Answer.Unscored _ ->
                    isFollowUp() ? thanksAboutFollowUp() : thanksForAnswer();
        };
    }

    private String thanksForAnswer() {
        return switch (Mood.of(reply)) {
            case UNHAPPY -> text("thanks.unhappy");
            case HAPPY, BETWEEN -> text("thanks.happy");
        };
    }

    /** Who answers in between says neither that it is right now nor that it is not. */
    private String thanksAboutFollowUp() {
        return switch (Mood.of(reply)) {
            case UNHAPPY -> text("follow-up.unhappy");
            case BETWEEN -> text("thanks.happy");
            case HAPPY -> text("follow-up.happy");
        };
    }

    private boolean isFollowUp() {
        return question.link().touchpoint() == Touchpoint.FOLLOW_UP;
    }

    public Optional<String> promise() {
        return promisedAt.map(at -> question.texts().text("thanks.promise", at));
    }

    public List<Choice> reasons() {
        return Reasons.offered(question.link().touchpoint(), reply).stream()
                .map(id -> new Choice(id, text("reason." + id), reply.reasons().contains(id)))
                .toList();
    }

    public List<Choice> contactWishes() {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", text("thanks.contact.none"), reply.contactWish().isEmpty()));
        for (ContactChannel channel : ContactChannel.values()) {
            if (channel != ContactChannel.PHONE || question.link().phoneKnown()) {
                choices.add(
                        new Choice(
                                channel.id(),
                                text("thanks.contact." + channel.id()),
                                reply.contactWish().equals(Optional.of(channel))));
            }
        }
        return choices;
    }

    public String text(String key) {
        return question.texts().text(key);
    }

    /** One of several that can be chosen. */
    public record Choice(String id, String label, boolean isChosen) {}
}
