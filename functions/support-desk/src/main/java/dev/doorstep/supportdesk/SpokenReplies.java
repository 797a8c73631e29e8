package dev.doorstep.supportdesk;

import static java.util.Objects.requireNonNull;

import dev.doorstep.followups.FollowUps;
import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Channel;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.signin.Session;
import dev.doorstep.surveys.OrderId;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.Survey;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.surveys.Surveys;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds an order by its number, and records what its customer told support. */
final class SpokenReplies {
    private static final String NOT_RECEIVED = "not-received";

    private final Surveys surveys;
    private final FollowUps followUps;
    private final ReplyRecorder recorder;
    private final Programme programme;
    private final DeskTemplates templates;

    SpokenReplies(
            Surveys surveys,
            FollowUps followUps,
            ReplyRecorder recorder,
            Programme programme,
            DeskTemplates templates) {
        this.surveys = requireNonNull(surveys, "surveys is null");
        this.followUps = requireNonNull(followUps, "followUps is null");
        this.recorder = requireNonNull(recorder, "recorder is null");
        this.programme = requireNonNull(programme, "programme is null");
        this.templates = requireNonNull(templates, "templates is null");
    }

    HttpResponse search(HttpRequest request, Frame frame) {
        String asked = request.query().getOrDefault("order", "").strip();
        if (asked.isEmpty()) {
            return templates.search(200, SearchView.nothing("", Optional.empty(), frame));
        }
        Optional<String> notice =
                Optional.ofNullable(request.query().get("done"))
                        .filter(done -> done.equals("recorded") || done.equals("kept"))
                        .map(done -> frame.text("done." + done));
        return DeskPaths.id(asked, OrderId::new)
                .flatMap(surveys::find)
                .map(order -> templates.search(200, found(order, notice, frame)))
                .orElseGet(() -> templates.search(404, notFound(asked, frame)));
    }

    private static SearchView notFound(String asked, Frame frame) {
        return SearchView.nothing(asked, Optional.of(frame.text("search.unknown", asked)), frame);
    }

    private SearchView found(OrderSurveys order, Optional<String> notice, Frame frame) {
        return SearchView.of(
                order,
                order.surveys().values().stream()
                        .collect(
                                Collectors.toMap(
                                        survey -> survey, survey -> followUps.find(survey.id()))),
                notice,
                frame);
    }

    HttpResponse form(HttpRequest request, Frame frame) {
        return DeskPaths.id(request.query().getOrDefault("survey", ""), SurveyId::parse)
                .flatMap(this::survey)
                .map(survey -> form(200, survey, Typed.nothing(), frame))
                .orElseGet(() -> templates.message(404, "unknown", frame));
    }

    private HttpResponse form(int status, Survey survey, Typed typed, Frame frame) {
        String id = typed.value(RecordView.FORM, "id", UUID.randomUUID().toString());
        return templates.record(
                status, RecordView.of(survey.id(), survey.metric(), id, typed, frame));
    }

    HttpResponse record(HttpRequest request, Frame frame, Session session) {
        DeskForm values = DeskForm.of(request);
        return DeskPaths.id(values.typed("survey"), SurveyId::parse)
                .flatMap(this::survey)
                .map(survey -> record(survey, values, frame, session))
                .orElseGet(() -> templates.message(404, "unknown", frame));
    }

    /** The form as it was typed, for a page that offers it again. */
    Optional<HttpResponse> again(int status, DeskForm values, String why, Frame frame) {
        Typed typed = new Typed(RecordView.FORM, values, Map.of("score", frame.text(why)));
        return DeskPaths.id(values.typed("survey"), SurveyId::parse)
                .flatMap(this::survey)
                .map(survey -> form(status, survey, typed, frame));
    }

    private HttpResponse record(Survey survey, DeskForm values, Frame frame, Session session) {
        FormCheck check = new FormCheck(values);
        Optional<Answer> answer =
                check.choice("score", text -> answer(text, survey.metric(), survey.id()));
        Optional<Channel> channel =
                check.choice("channel", text -> Channel.find(text).filter(Channel::isSpoken));
        Optional<String> comment = check.findText("comment");
        if (!check.errors().isEmpty()) {
            return form(
                    400,
                    survey,
                    Typed.wrong(RecordView.FORM, values, check.errors(), frame),
                    frame);
        }
        Told told =
                new Told(
                        values.find("id").orElseGet(() -> UUID.randomUUID().toString()),
                        survey.touchpoint(),
                        answer.orElseThrow(),
                        values.all("reason"),
                        comment,
                        values.find("wish").flatMap(ContactChannel::find),
                        channel.orElseThrow());
        OrderId order = survey.id().order();
        return answer(recorder.record(order, told, session.agent()), order, frame);
    }

    private HttpResponse answer(ReplyRecorder.Result result, OrderId order, Frame frame) {
        String found = DeskPaths.search(order);
        return switch (result) {
            case ReplyRecorder.Result.Recorded _ -> templates.seeOther(found + "&done=recorded");
            case ReplyRecorder.Result.Kept _ -> templates.seeOther(found + "&done=kept");
            case ReplyRecorder.Result.Unknown _ -> templates.message(404, "unknown", frame);
        };
    }

    private static Optional<Answer> answer(String text, Metric metric, SurveyId survey) {
        boolean isDelivery = survey.touchpoint() == Touchpoint.DELIVERY;
        if (text.equals(NOT_RECEIVED) && isDelivery) {
            return Optional.of(new Answer.NotReceived());
        }
        return metric.scores().stream()
                .filter(score -> Integer.toString(score).equals(text))
                .<Answer>map(Answer.Score::new)
                .findFirst();
    }

    /** The order's survey about that touchpoint, if the programme asks about it. */
    private Optional<Survey> survey(SurveyId id) {
        return surveys.find(id.order())
                .flatMap(order -> order.survey(id.touchpoint()))
                .filter(survey -> programme.plan(survey.touchpoint()).isPresent());
    }
}
