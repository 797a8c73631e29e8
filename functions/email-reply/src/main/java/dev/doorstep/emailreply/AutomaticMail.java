package dev.doorstep.emailreply;

import dev.doorstep.emailreply.mime.Headers;
import dev.doorstep.emailreply.mime.Message;
import dev.doorstep.mail.Mailer;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells mails that a machine wrote: notices of absence, bounces, lists, and our own that came back.
 * Source: RFC 3834, section 5, and what mail programs are known to send. The field
 * X-Auto-Response-Suppress tells nothing: Exchange puts it on mails of people, too.
 */
final class AutomaticMail {
    private static final List<String> OF_MACHINES =
            List.of(
                    "X-Autoreply",
                    "X-Autorespond",
                    "X-Autoresponder",
                    "X-Auto-Reply-From",
                    "List-Id",
                    "List-Unsubscribe",
                    Mailer.LOOP_MARK);
    private static final Set<String> PRECEDENCES = Set.of("bulk", "junk", "list", "auto_reply");
    private static final Pattern BY_PERSON = Pattern.compile("no(?:[\\s;(].*)?");
    private static final List<String> SENDERS =
            List.of("mailer-daemon", "postmaster", "no-reply", "noreply", "donotreply");

    private AutomaticMail() {}

    /**
     * @param sender the address that it is from
     * @param subjects how subjects of automatic mails begin, in lower case
     */
    static boolean is(Message message, String sender, Collection<String> subjects) {
        Headers headers = message.headers();
        return message.isReport()
                || isSubmittedByMachine(headers)
                || OF_MACHINES.stream().anyMatch(headers::has)
                || value(headers, "Precedence").filter(PRECEDENCES::contains).isPresent()
                || value(headers, "Return-Path").filter("<>"::equals).isPresent()
                || SENDERS.stream().anyMatch(local(sender)::startsWith)
                || subjects.stream().anyMatch(subject(headers)::startsWith);
    }

    private static boolean isSubmittedByMachine(Headers headers) {
        return value(headers, "Auto-Submitted")
                .filter(v -> !BY_PERSON.matcher(v).matches())
                .isPresent();
    }

    private static String subject(Headers headers) {
        return headers.text("Subject").orElse("").toLowerCase(Locale.ROOT);
    }

    private static String local(String sender) {
        int at = sender.indexOf('@');
        return (at < 0 ? sender : sender.substring(0, at)).toLowerCase(Locale.ROOT);
    }

    private static Optional<String> value(Headers headers, String name) {
        return headers.first(name).map(value -> value.strip().toLowerCase(Locale.ROOT));
    }
}
