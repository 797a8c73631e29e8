package dev.doorstep.local;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a person answers mails in their recipients' place. */
record AnswerBox(InboundMails inbound, Clock clock) {
    private static final Pattern BARE = Pattern.compile("<([^<>]+)>");

    AnswerBox {
        requireNonNull(inbound, "inbound is null");
        requireNonNull(clock, "clock is null");
    }

    /** Whether answers to this mail come to someone here. */
    boolean isOpenFor(Mail mail) {
        return recipient(mail).isPresent();
    }

    /**
     * Sends the answer.
     *
     * @return false if nobody here would get it
     */
    boolean answer(Mail mail, String text, List<byte[]> photographs) {
        Optional<String> recipient = recipient(mail);
        recipient.ifPresent(
                address ->
                        inbound.receive(
                                new Envelope("localhost", mail.to(), List.of(address)),
                                new MailAnswer(mail, address, text, photographs, clock.instant())
                                        .bytes()));
        return recipient.isPresent();
    }

    private Optional<String> recipient(Mail mail) {
        return mail.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Reply-To"))
                .map(Map.Entry::getValue)
                .map(AnswerBox::bare)
                .filter(inbound::isFor)
                .findFirst();
    }

    private static String bare(String address) {
        Matcher bare = BARE.matcher(address);
        return bare.find() ? bare.group(1) : address.strip();
    }
}
