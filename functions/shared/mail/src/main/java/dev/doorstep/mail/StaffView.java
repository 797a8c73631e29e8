package dev.doorstep.mail;

import dev.doorstep.texts.Texts;

/** What the templates of a mail to support show. */
public record StaffView(StaffMail mail, Texts texts, String shop, String address) {

    public String subject() {
        return texts.text(key("subject"), order(), by());
    }

    public String text() {
        return texts.text(key("text"), by());
    }

    public String owner() {
        return mail.owner()
                .map(name -> texts.text("staff.owner", name))
                .orElseGet(() -> texts.text("staff.nobody"));
    }

    public String open() {
        return texts.text("staff.open", order());
    }

    public String caseUrl() {
        return mail.caseUrl().toString();
    }

    private String order() {
        return mail.survey().order().value();
    }

    private String by() {
        return texts.when(mail.by(), mail.zone());
    }

    private String key(String part) {
        return "staff." + mail.about().id() + "." + part;
    }
}
