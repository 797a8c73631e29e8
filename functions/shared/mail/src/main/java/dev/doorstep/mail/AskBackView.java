package dev.doorstep.mail;

import dev.doorstep.texts.Texts;

/** What the templates of the mail that asks back show. */
public record AskBackView(AskBackMail mail, Texts texts, String shop, String address) {

    public String subject() {
        return texts.text("ask-back.subject");
    }

    public String greeting() {
        return Greeting.of(texts, mail.name());
    }

    public String text() {
        return texts.text("ask-back.text");
    }

    public String how() {
        return texts.text("ask-back.how", mail.metric().lowest(), mail.metric().highest());
    }

    public ScaleView scale() {
        return new ScaleView(mail.metric(), mail.link().answerUrl(), texts);
    }

    public String once() {
        return texts.text("ask-back.once");
    }

    public String why() {
        return texts.text("ask-back.why", shop);
    }
}
