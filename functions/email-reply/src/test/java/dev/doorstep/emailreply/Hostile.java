package dev.doorstep.emailreply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.emailreply.mime.Headers;
import dev.doorstep.emailreply.mime.Message;
import dev.doorstep.emailreply.mime.MessageReader;
import dev.doorstep.emailreply.score.Reading;
import dev.doorstep.emailreply.score.ScoreReader;
import dev.doorstep.emailreply.score.Words;
import dev.doorstep.emailreply.text.Flowed;
import dev.doorstep.emailreply.text.NewTextReader;
import dev.doorstep.emailreply.text.SentText;
import dev.doorstep.programme.Metric;
import dev.doorstep.texts.Texts;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Does with an input all that is done with a customer's mail before anything is kept of it. */
final class Hostile {
    private static final Set<String> HOSTS = Set.of("survey.shop.example", "reply.shop.example");
    private static final MessageReader MESSAGES = new MessageReader();
    private static final ReplyText TEXTS = new ReplyText(HOSTS);
    private static final NewTextReader READER =
            new NewTextReader(SentText.of(Texts.patterns("mail")), HOSTS);
    private static final List<Locale> LANGUAGES =
            List.of("en", "de", "el", "fr", "lb", "pt", "sl", "ar").stream()
                    .map(Locale::of)
                    .toList();

    private Hostile() {}

    static void mail(byte[] mail) {
        Message message = MESSAGES.read(new ByteArrayInputStream(mail));
        Locale language = language(mail.length);
        header(message, language);
        score(TEXTS.newText(message, Samples.LINK.in(language)), language);
    }

    /** What comes before the text is looked at. */
    static void mailWithoutItsText(byte[] mail) {
        header(MESSAGES.read(new ByteArrayInputStream(mail)), Locale.ENGLISH);
    }

    static void text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Locale language = language(bytes.length);
        score(text, language);
        score(READER.readPlain(text, List.of("Ada Lovelace")).text(), language);
        score(READER.readHtml(text).text(), language);
        score(READER.readPlain(Flowed.unflow(text, bytes.length % 2 == 0)).text(), language);
    }

    private static void header(Message message, Locale language) {
        Headers headers = message.headers();
        String sender = Addresses.from(headers).orElse("");
        AutomaticMail.is(message, sender, Words.of(language).automaticSubjects());
        Addresses.withoutLabel(sender);
        assertThat(new Verdicts(headers).refusal()).isNotNull();
        assertThat(Addresses.to(headers)).doesNotContainNull();
        assertThat(LetterId.of(headers, "key")).hasSize(32);
    }

    private static void score(String text, Locale language) {
        Words words = Words.of(language);
        words.isCourtesy(text);
        words.isUnsubscribe(text);
        for (Metric metric : Metric.values()) {
            if (new ScoreReader(metric, language).read(text) instanceof Reading.Score score) {
                assertThat(metric.allows(score.value())).isTrue();
            }
        }
    }

    /** So that each language has its turn, and an input always the same. */
    private static Locale language(int number) {
        return LANGUAGES.get(number % LANGUAGES.size());
    }
}
