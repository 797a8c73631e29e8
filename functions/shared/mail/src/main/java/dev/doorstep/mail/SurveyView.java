package dev.doorstep.mail;

import dev.doorstep.programme.Touchpoint;
import dev.doorstep.texts.Texts;

import java.util.Optional;

/** What the templates of the survey mail show. */
public record SurveyView(SurveyMail mail, Texts texts, String shop, String address) {

    public String subject() {
        String subject = texts.text(touchpoint() + ".subject", shop);
        return mail.reminder() ? texts.text("reminder.subject", subject) : subject;
    }

    public String greeting() {
        return Greeting.of(texts, mail.name());
    }

    public String intro() {
        return mail.reminder()
                ? texts.text("reminder.intro")
                : texts.text(touchpoint() + ".intro", shop);
    }

    public Optional<String> late() {
        return isDelivery() ? lateness().map(texts::text) : Optional.empty();
    }

    private Optional<String> lateness() {
        return switch (mail.late()) {
            case NONE -> Optional.empty();
            case LATE -> Optional.of("delivery.late");
            case DAYS -> Optional.of("news.came-days-late");
            case LOST_FIRST -> Optional.of("news.came-after-all");
        };
    }

    public String question() {
        return texts.text(touchpoint() + ".question", shop);
    }

    public Optional<String> items() {
        return mail.items().isEmpty()
                ? Optional.empty()
                : Optional.of(texts.text("items", String.join(", ", mail.items())));
    }

    public Optional<String> carrier() {
        return mail.carrier().filter(_ -> isDelivery()).map(c -> texts.text("carrier", c));
    }

    public ScaleView scale() {
        return new ScaleView(mail.metric(), mail.link().answerUrl(), texts);
    }

    public String replyToMail() {
        return texts.text("reply-to-mail", mail.metric().lowest(), mail.metric().highest());
    }

    public boolean isDelivery() {
        return mail.survey().touchpoint() == Touchpoint.DELIVERY;
    }

    public String missing() {
        return texts.text("missing");
    }

    public String missingUrl() {
        return mail.link().answerUrl() + "/not-received";
    }

    public String confirm() {
        return texts.text("confirm");
    }

    public String why() {
        boolean isFollowUp = mail.survey().touchpoint() == Touchpoint.FOLLOW_UP;
        return texts.text(isFollowUp ? "follow-up.why" : "why", shop);
    }

    public String unsubscribe() {
        return texts.text("unsubscribe");
    }

    public String unsubscribeUrl() {
        return mail.link().unsubscribeUrl().toString();
    }

    private String touchpoint() {
        return mail.survey().touchpoint().id();
    }
}
