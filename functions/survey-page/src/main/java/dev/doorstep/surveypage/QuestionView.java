package dev.doorstep.surveypage;

import dev.doorstep.links.Link;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Answer;
import dev.doorstep.texts.Texts;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the page with the question shows.
 *
 * @param notice why it is shown again; empty if it is not
 */
public record QuestionView(
        Texts texts,
        String shop,
        Link link,
        Languages languages,
        String path,
        String nonce,
        Optional<Answer> chosen,
        Optional<String> notice) {

    public String question() {
        return texts.text(link.touchpoint().id() + ".question", shop);
    }

    public Optional<String> items() {
        return link.items().isEmpty()
                ? Optional.empty()
                : Optional.of(texts.text("question.items", String.join(", ", link.items())));
    }

    public List<Integer> scores() {
        return IntStream.rangeClosed(link.metric().lowest(), link.metric().highest())
                .boxed()
                .toList();
    }

    public boolean isChosen(int score) {
        return chosen.equals(Optional.of(new Answer.Score(score)));
    }

    public boolean isMissing() {
        return chosen.equals(Optional.of(new Answer.NotReceived()));
    }

    public boolean isDelivery() {
        return link.touchpoint() == Touchpoint.DELIVERY;
    }

    public String low() {
        return texts.text(link.metric() + ".low");
    }

    public String high() {
        return texts.text(link.metric() + ".high");
    }

    public String send() {
        return chosen.filter(Answer.Score.class::isInstance)
                .map(Answer.Score.class::cast)
                .map(score -> texts.text("question.send.score", score.value()))
                .orElse(texts.text("question.send"));
    }
}
