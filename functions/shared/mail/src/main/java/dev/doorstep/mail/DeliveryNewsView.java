package dev.doorstep.mail;

import dev.doorstep.surveys.DeliveryDate;
import dev.doorstep.surveys.News;
import dev.doorstep.texts.Texts;

import java.util.Optional;

/** What the templates of the mail about a delivery show. */
public record DeliveryNewsView(DeliveryNewsMail mail, Texts texts, String shop, String address) {

    public String subject() {
        return texts.text(key() + ".subject", shop);
    }

    public String greeting() {
        return Greeting.of(texts, mail.name());
    }

    public String whatHappened() {
        return switch (mail.news()) {
            case News.Delayed _, News.Lost _ -> texts.text(key());
            case News.Overdue overdue -> texts.text(key(), date(overdue.promised()));
        };
    }

    public Optional<String> items() {
        return mail.items().isEmpty()
                ? Optional.empty()
                : Optional.of(texts.text("items", String.join(", ", mail.items())));
    }

    /** Before the new date, where there is one. */
    public String until() {
        return texts.text("news.until");
    }

    public Optional<String> newDate() {
        return switch (mail.news()) {
            case News.Delayed delayed -> Optional.of(date(delayed.until()));
            case News.Overdue _, News.Lost _ -> Optional.empty();
        };
    }

    /** What is not known yet, where there is no new date. */
    public Optional<String> unknown() {
        return switch (mail.news()) {
            case News.Delayed _ -> Optional.empty();
            case News.Overdue _ -> Optional.of(texts.text("news.unknown"));
            case News.Lost _ -> Optional.of(texts.text("news.lost.unknown"));
        };
    }

    /** Before the time by which a person gets in touch, where there is one. */
    public String person() {
        return texts.text("acknowledgement.promise");
    }

    public Optional<String> personBy() {
        return mail.personBy().map(at -> texts.when(at, mail.zone()));
    }

    public String reply() {
        return texts.text("news.reply");
    }

    /** The mail may be on its way while the parcel arrives. */
    public Optional<String> arrived() {
        return switch (mail.news()) {
            case News.Delayed _ -> Optional.empty();
            case News.Overdue _, News.Lost _ -> Optional.of(texts.text("news.arrived"));
        };
    }

    public String why() {
        return texts.text("news.why", shop);
    }

    private String key() {
        return switch (mail.news()) {
            case News.Delayed delayed -> delayed.isSooner() ? "news.sooner" : "news.delayed";
            case News.Overdue _ -> "news.overdue";
            case News.Lost _ -> "news.lost";
        };
    }

    private String date(DeliveryDate date) {
        return date.day().isPresent()
                ? texts.day(date.at(), mail.zone())
                : texts.when(date.at(), mail.zone());
    }
}
