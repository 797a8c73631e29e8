package dev.doorstep.mail;

import dev.doorstep.texts.Texts;

import java.util.Optional;

/** What the templates of the acknowledgement show. */
public record AcknowledgementView(
        AcknowledgementMail mail, MailLink link, Texts texts, String shop, String address) {

    public String subject() {
        return texts.text("acknowledgement.subject");
    }

    public String greeting() {
        return Greeting.of(texts, mail.name());
    }

    public String thanks() {
        return texts.text("acknowledgement." + mail.about().id());
    }

    public String promise() {
        return texts.text("acknowledgement.promise");
    }

    public String promisedAt() {
        return texts.when(mail.promisedAt(), mail.zone());
    }

    public Optional<String> channel() {
        return mail.contactChannel()
                .map(channel -> texts.text("acknowledgement.channel." + channel));
    }

    public String noNeed() {
        return texts.text("acknowledgement.no-need");
    }

    /** The scale, where a score is wanted. */
    public Optional<ScaleView> scale() {
        return mail.wantedScore().map(metric -> new ScaleView(metric, link.answerUrl(), texts));
    }

    public Optional<String> wantedScore() {
        return mail.wantedScore()
                .map(
                        metric ->
                                texts.text(
                                        "acknowledgement.score",
                                        metric.lowest(),
                                        metric.highest()));
    }

    public String why() {
        return texts.text("acknowledgement.why", shop);
    }
}
