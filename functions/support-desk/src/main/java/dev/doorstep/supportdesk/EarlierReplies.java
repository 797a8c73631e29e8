package dev.doorstep.supportdesk;

import static java.util.Objects.requireNonNull;

import dev.doorstep.contacts.ContactId;
import dev.doorstep.contacts.Contacts;
import dev.doorstep.dynamodb.Consistency;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.replies.Replies;
import dev.doorstep.replies.Reply;
import dev.doorstep.surveys.SurveyId;

import java.util.List;
import java.util.Optional;

/** Finds what a customer answered to other surveys. Safe for use by several threads. */
final class EarlierReplies {
    private final Contacts contacts;
    private final Replies replies;

    EarlierReplies(Contacts contacts, Replies replies) {
        this.contacts = requireNonNull(contacts, "contacts is null");
        this.replies = requireNonNull(replies, "replies is null");
    }

    /**
     * Those of the last half year that a person gave, but not those about the order of the case.
     */
    List<Reply> of(FollowUp followUp) {
        return followUp
                .customer()
                .contactId()
                .map(contact -> contacts.questions(new ContactId(contact)))
                .orElse(List.of())
                .stream()
                .map(SurveyId::parse)
                .filter(survey -> !survey.order().equals(followUp.id().order()))
                .map(survey -> replies.find(survey, Consistency.EVENTUAL))
                .flatMap(Optional::stream)
                .filter(Reply::counts)
                .toList();
    }
}
