package dev.doorstep.emailreply;

import dev.doorstep.emailreply.mime.Headers;
import dev.doorstep.emailreply.mime.Message;
import dev.doorstep.emailreply.mime.TextPart;
import dev.doorstep.emailreply.text.Flowed;
import dev.doorstep.emailreply.text.NewText;
import dev.doorstep.emailreply.text.NewTextReader;
import dev.doorstep.emailreply.text.SentText;
import dev.doorstep.lambda.Environment;
import dev.doorstep.links.Link;
import dev.doorstep.texts.Texts;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes what a customer newly wrote out of their mail. Safe for use by several threads. */
final class ReplyText {
    private static final int FEWEST_LETTERS = 3;

    /** "Re:", "AW:", "\u03a3\u03c7\u03b5\u03c4:": what mail programs put before our subject. */
    private static final Pattern ANSWERED = Pattern.compile("\\p{L}{1,8}\\.?\\h?[:\uff1a].*");

    private final NewTextReader reader;

    /**
     * @param ourHosts the hosts that our mails link to and are sent from
     */
    ReplyText(Collection<String> ourHosts) {
        this.reader = new NewTextReader(SentText.of(Texts.patterns("mail")), ourHosts);
    }

    static ReplyText production(Environment environment) {
        return new ReplyText(
                Set.of(
                        URI.create(environment.require("SURVEY_URL")).getHost(),
                        environment.require("REPLY_DOMAIN"),
                        environment.require("MAIL_DOMAIN")));
    }

    /** Empty if nothing was written; the subject, if all that was written is there. */
    String newText(Message message, Link link) {
        List<String> names =
                Stream.concat(
                                Addresses.nameOfSender(message.headers()).stream(),
                                link.name().stream())
                        .toList();
        String body = body(message, link.locale(), names).map(NewText::text).orElse("");
        return body.isBlank() ? subject(message.headers()) : body;
    }

    private Optional<NewText> body(Message message, Locale locale, List<String> names) {
        Optional<String> plain = message.plain().map(part -> plain(part, locale));
        Optional<String> html = message.html().map(part -> part.text(locale));
        return plain.filter(text -> html.isEmpty() || saysSomething(text))
                .map(text -> reader.readPlain(text, names))
                .or(() -> html.map(text -> reader.readHtml(text, names)));
    }

    private String subject(Headers headers) {
        return headers.text("Subject")
                .filter(subject -> !ANSWERED.matcher(subject).matches())
                .map(subject -> reader.readPlain(subject).text())
                .orElse("");
    }

    private static String plain(TextPart part, Locale locale) {
        String text = part.text(locale);
        return part.isFlowed() ? Flowed.unflow(text, part.isDelSp()) : text;
    }

    /** Some programs put a plain text beside the HTML that only says that there is none. */
    private static boolean saysSomething(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit).limit(FEWEST_LETTERS).count()
                == FEWEST_LETTERS;
    }
}
