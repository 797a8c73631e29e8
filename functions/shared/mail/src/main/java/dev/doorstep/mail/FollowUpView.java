package dev.doorstep.mail;

import dev.doorstep.texts.Texts;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the templates of a mail that support wrote show. */
public record FollowUpView(FollowUpMail mail, Texts texts, String shop, String address) {
    private static final Pattern PARAGRAPHS = Pattern.compile("\\R{2,}");

    public String subject() {
        return texts.text("follow-up-mail.subject", shop);
    }

    public String text() {
        return mail.text();
    }

    /** The lines of each paragraph. */
    public List<List<String>> paragraphs() {
        return Arrays.stream(PARAGRAPHS.split(mail.text().strip()))
                .map(paragraph -> paragraph.lines().toList())
                .toList();
    }

    public String promise() {
        return texts.text("follow-up-mail.promise");
    }

    public Optional<String> promisedAt() {
        return mail.promisedAt().map(at -> texts.when(at, mail.zone()));
    }

    /** Who wrote it. */
    public String sender() {
        return mail.agent().map(name -> name + ", " + shop).orElse(shop);
    }

    public String reply() {
        return texts.text("follow-up-mail.reply");
    }

    public String why() {
        return texts.text("follow-up-mail.why", shop);
    }
}
