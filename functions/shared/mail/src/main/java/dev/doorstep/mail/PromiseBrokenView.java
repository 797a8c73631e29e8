package dev.doorstep.mail;

import dev.doorstep.texts.Texts;

/** What the templates of the mail about a broken promise show. */
public record PromiseBrokenView(PromiseBrokenMail mail, Texts texts, String shop, String address) {

    public String subject() {
        return texts.text("promise-broken.subject");
    }

    public String greeting() {
        return Greeting.of(texts, mail.name());
    }

    public String sorry() {
        return texts.text("promise-broken.sorry");
    }

    public String first() {
        return texts.text("promise-broken.first");
    }

    public String promise() {
        return texts.text("acknowledgement.promise");
    }

    public String promisedAt() {
        return texts.when(mail.promisedAt(), mail.zone());
    }

    public String reply() {
        return texts.text("promise-broken.reply");
    }

    public String why() {
        return texts.text("promise-broken.why", shop);
    }
}
