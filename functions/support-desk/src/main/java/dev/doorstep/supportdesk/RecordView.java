package dev.doorstep.supportdesk;

import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.texts.Texts;

import java.util.List;

/**
 * The form for what a customer said by phone, in a chat or on a social network.
 *
 * @param id of what was said; sending the form twice records it once
 */
public record RecordView(
        Frame frame,
        SurveyId survey,
        Metric metric,
        String id,
        Typed typed,
        List<CaseView.Mistake> mistakes) {
    static final String FORM = "record";

    static String path(SurveyId survey) {
        return "/desk/record?survey=" + DeskPaths.encoded(survey.toString());
    }

    static RecordView of(SurveyId survey, Metric metric, String id, Typed typed, Frame frame) {
        return new RecordView(
                frame,
                survey,
                metric,
                id,
                typed,
                typed.errors().entrySet().stream()
                        .map(e -> new CaseView.Mistake("#" + FORM + "-" + e.getKey(), e.getValue()))
                        .toList());
    }

    public String order() {
        return survey.order().value();
    }

    public String touchpoint() {
        return frame.text("touchpoint." + survey.touchpoint().id());
    }

    /** The question as the customer would have read it, in support's language. */
    public String question() {
        String key = survey.touchpoint().id() + ".question";
        return page().text(key, frame.shop());
    }

    public boolean isDelivery() {
        return survey.touchpoint() == Touchpoint.DELIVERY;
    }

    public String low() {
        return page().text(metric + ".low");
    }

    public String high() {
        return page().text(metric + ".high");
    }

    public List<Frame.Choice> channels() {
        return List.of("phone", "chat", "social").stream()
                .map(id -> new Frame.Choice(id, frame.text("spoken." + id)))
                .toList();
    }

    public List<Frame.Choice> wishes() {
        return frame.choices("wish", ContactChannel.values());
    }

    public List<Frame.Choice> reasons() {
        return SaidView.reasons(survey.touchpoint(), frame);
    }

    private Texts page() {
        return Texts.of("page", frame.texts().locale());
    }
}
