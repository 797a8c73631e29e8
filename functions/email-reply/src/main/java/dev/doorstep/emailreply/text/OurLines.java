package dev.doorstep.emailreply.text;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Tells how surely a line of a reply is one that we have sent. */
final class OurLines {
    /** As many words as nobody writes by chance as we do. */
    static final int SURE = 7;

    private static final int MOST_WORDS_BESIDE_LINK = 4;

    private final SentText sent;
    private final List<String> hosts;

    OurLines(SentText sent, Collection<String> hosts) {
        this.sent = sent;
        this.hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
    }

    /** The number of words known to be ours, {@link #SURE} for our links, 0 for other lines. */
    int weight(Line line) {
        if (line.blank()) {
            return 0;
        }
        return line.linked() || isOurLink(line.text()) ? SURE : sent.wordsKnownIn(line.text());
    }

    /** Whether a line may be the greeting of our mail; it may as well be a customer's own. */
    boolean isGreeting(Line line) {
        return endsInComma(line.key()) && sent.isLabel(line.text());
    }

    /** The name in the greeting of our mail, word by word. */
    List<String> nameGreetedIn(Line line) {
        return isGreeting(line) ? sent.wordsAfterLabel(line.text()) : List.of();
    }

    private static boolean endsInComma(String key) {
        return key.endsWith(",") || key.endsWith("،");
    }

    boolean isLabel(Line line) {
        return sent.isLabel(line.text());
    }

    /** Whether a text holds one of our hosts, be it within the link of a wrapper. */
    boolean holdsHost(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return hosts.stream().anyMatch(lower::contains);
    }

    private boolean isOurLink(String text) {
        return text.contains("://")
                && holdsHost(text)
                && Spelling.words(text).size() <= MOST_WORDS_BESIDE_LINK;
    }
}
