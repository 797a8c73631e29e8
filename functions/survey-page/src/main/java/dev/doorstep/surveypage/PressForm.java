package dev.doorstep.surveypage;

import dev.doorstep.lambda.Rejected;
import dev.doorstep.links.Link;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.replies.Reasons;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a page's form sends. */
record PressForm(Map<String, List<String>> fields) {
    static final String NOT_RECEIVED = "not-received";
    static final int MAX_COMMENT = 2_000;

    /** Whether the button was pressed: a form that a machine submits has no such field. */
    boolean hasButton() {
        return fields.containsKey("send");
    }

    String nonce() {
        return first("nonce").orElse("");
    }

    /** Whether the field was filled that no person sees. */
    boolean filledHiddenField() {
        return first("website").filter(value -> !value.isEmpty()).isPresent();
    }

    /** Whether it comes from the thanks page. */
    boolean hasDetails() {
        return fields.containsKey("details");
    }

    Optional<String> text(String name) {
        return first(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** What the customer wrote, with line ends as one character each. */
    String comment() {
        return text("comment").orElse("").replace("\r\n", "\n");
    }

    boolean isTooLong() {
        String comment = comment();
        return comment.codePointCount(0, comment.length()) > MAX_COMMENT;
    }

    /**
     * @throws Rejected if there is an answer that the survey does not have
     */
    Optional<Answer> answer(Link link) {
        Optional<String> chosen = text("answer");
        Optional<Answer> answer = chosen.flatMap(text -> answer(text, link));
        if (chosen.isPresent() && answer.isEmpty()) {
            throw new Rejected("/answer", "is not on the scale");
        }
        return answer;
    }

    /** The answer that a link or a form names, if the survey has it. */
    static Optional<Answer> answer(String text, Link link) {
        if (text.equals(NOT_RECEIVED)) {
            return link.touchpoint() == Touchpoint.DELIVERY
                    ? Optional.of(new Answer.NotReceived())
                    : Optional.empty();
        }
        return text.matches("\\d{1,2}") && link.metric().allows(Integer.parseInt(text))
                ? Optional.of(new Answer.Score(Integer.parseInt(text)))
                : Optional.empty();
    }

    /**
     * @throws Rejected if a reason or a way of contact is not one that the page offers
     */
    Press.Details details() {
        List<String> reasons =
                fields.getOrDefault("reason", List.of()).stream().distinct().toList();
        if (!reasons.stream().allMatch(Reasons::isKnown)) {
            throw new Rejected("/reason", "is not known");
        }
        return new Press.Details(
                reasons,
                Optional.of(comment()).filter(comment -> !comment.isEmpty()),
                text("contact").map(PressForm::contact));
    }

    private static ContactChannel contact(String id) {
        return ContactChannel.find(id).orElseThrow(() -> new Rejected("/contact", "is not known"));
    }

    private Optional<String> first(String name) {
        return Optional.ofNullable(fields.get(name)).map(List::getFirst);
    }
}
