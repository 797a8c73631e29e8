package dev.doorstep.emailreply;

import dev.doorstep.emailreply.mime.Message;
import dev.doorstep.emailreply.mime.MessageReader;
import dev.doorstep.emailreply.score.Reading;
import dev.doorstep.emailreply.score.ScoreReader;
import dev.doorstep.emailreply.score.Words;
import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.links.Link;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.testing.Events;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A mail of {@code events/email-reply/} and what a person makes of it.
 *
 * @param name its language and file, such as {@code en/bounce}
 */
record ReplySample(String name, Locale locale, Metric metric, Made byPerson) {
    private static final ReplyText TEXTS =
            new ReplyText(Set.of("survey.shop.example", "reply.shop.example", "shop.example"));

    /** What a mail is. */
    enum Kind {
        REPLY,
        AUTOMATIC,
        UNSUBSCRIBE
    }

    /**
     * What is made of a mail.
     *
     * @param text what was newly written; of no interest where a machine wrote it
     */
    record Made(Kind kind, Optional<String> text, Optional<Integer> score) {}

    static ReplySample read(String name) {
        JsonObject made = Json.parseObject(Events.read("email-reply/" + name + ".json"));
        Kind kind =
                made.findString("kind")
                        .map(written -> Kind.valueOf(written.toUpperCase(Locale.ROOT)))
                        .orElse(Kind.REPLY);
        return new ReplySample(
                name,
                Locale.of(name.substring(0, name.indexOf('/'))),
                Metric.valueOf(made.string("metric")),
                new Made(kind, made.findString("text"), made.findInteger("score")));
    }

    /** What the function makes of it, knowing of the customer only what the mail itself says. */
    Made byMachine() {
        Message message = new MessageReader().read(Events.stream("email-reply/" + name + ".eml"));
        Words words = Words.of(locale);
        String sender = Addresses.from(message.headers()).orElse("");
        if (AutomaticMail.is(message, sender, words.automaticSubjects())) {
            return new Made(Kind.AUTOMATIC, Optional.empty(), Optional.empty());
        }
        String text = TEXTS.newText(message, link());
        return words.isUnsubscribe(text)
                ? new Made(Kind.UNSUBSCRIBE, Optional.of(text), Optional.empty())
                : new Made(Kind.REPLY, Optional.of(text), score(text));
    }

    private Optional<Integer> score(String text) {
        return new ScoreReader(metric, locale).read(text) instanceof Reading.Score(int value, _, _)
                ? Optional.of(value)
                : Optional.empty();
    }

    private Link link() {
        return new Link(
                "",
                Instant.EPOCH,
                "A-1001~delivery",
                "",
                metric,
                Touchpoint.DELIVERY,
                locale,
                ZoneOffset.UTC,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    @Override
    public String toString() {
        return name;
    }
}
