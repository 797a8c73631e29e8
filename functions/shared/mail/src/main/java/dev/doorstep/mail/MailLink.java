package dev.doorstep.mail;

import static java.util.Objects.requireNonNull;

import java.net.URI;

/**
 * What one mail leads to.
 *
 * @param answerUrl of the page; a slash and a score after it preselect that score
 * @param unsubscribeUrl of the page that ends all questions
 * @param replyTo the address to answer at
 */
public record MailLink(URI answerUrl, URI unsubscribeUrl, String replyTo) {

    public MailLink {
        requireNonNull(answerUrl, "answerUrl is null");
        requireNonNull(unsubscribeUrl, "unsubscribeUrl is null");
        requireNonNull(replyTo, "replyTo is null");
    }
}
