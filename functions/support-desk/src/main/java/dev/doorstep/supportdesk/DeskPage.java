package dev.doorstep.supportdesk;

import static java.util.Objects.requireNonNull;

import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.FollowUpState;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.lambda.Log;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.lambda.Unavailable;
import dev.doorstep.programme.Programme;
import dev.doorstep.roles.Role;
import dev.doorstep.signin.Page;
import dev.doorstep.signin.Session;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.surveys.Surveys;

import software.amazon.awssdk.core.exception.SdkException;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The desk as support sees it in a browser. Each page is whole without a script; scripts only spare
 * waiting. Safe for use by several threads.
 */
final class DeskPage implements Page {
    private static final int PAGE = 50;

    private final DeskAssets assets = new DeskAssets();
    private final DeskTemplates templates = new DeskTemplates();
    private final FollowUps followUps;
    private final NextFollowUp next;
    private final CaseActions actions;
    private final CasePanels panels;
    private final SpokenReplies spoken;
    private final Coaching coaching;
    private final Photographs photographs;
    private final Programme programme;
    private final Clock clock;

    DeskPage(
            FollowUps followUps,
            FollowUpDesk desk,
            NextFollowUp next,
            CasePanels panels,
            Surveys surveys,
            ReplyRecorder recorder,
            Coaching coaching,
            Photographs photographs,
            Programme programme,
            Clock clock) {
        this.followUps = requireNonNull(followUps, "followUps is null");
        this.next = requireNonNull(next, "next is null");
        this.actions = new CaseActions(desk, programme.support().zone(), clock);
        this.panels = requireNonNull(panels, "panels is null");
        this.spoken = new SpokenReplies(surveys, followUps, recorder, programme, templates);
        this.coaching = requireNonNull(coaching, "coaching is null");
        this.photographs = requireNonNull(photographs, "photographs is null");
        this.programme = requireNonNull(programme, "programme is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** Styles and scripts, which everyone may see; empty if it is none of these. */
    @Override
    public Optional<HttpResponse> open(HttpRequest request) {
        return assets.find(request);
    }

    /** Answers someone who is signed in; also what is wrong, and what cannot be answered now. */
    @Override
    public HttpResponse respond(HttpRequest request, Session session) {
        Frame frame = frame(request, Optional.of(session));
        try {
            return open(request).orElseGet(() -> route(request, session, frame));
        } catch (Rejected e) {
            Log.info("request refused", Map.of("field", e.field(), "detail", e.detail()));
            return templates.message(400, "bad", frame);
        } catch (SdkException | Unavailable e) {
            Log.failure("request failed", e, Map.of());
            return failed(request, frame);
        }
    }

    /**
     * Offers again what was sent too late, when the sign-in that its form was made for had ended.
     *
     * @param session of who is signed in by now; empty if nobody is
     * @param signIn the path that signs in
     */
    @Override
    public HttpResponse sendAgain(HttpRequest request, Optional<Session> session, String signIn) {
        Frame frame = frame(request, session);
        DeskForm values = DeskForm.of(request);
        if (session.isEmpty()) {
            return copyable(401, "signed-out", values, signIn, frame);
        }
        try {
            return again(request, values, frame)
                    .orElseGet(() -> openCases(403, "error.again", frame));
        } catch (SdkException | Unavailable e) {
            Log.failure("request failed", e, Map.of());
            return failed(request, frame);
        }
    }

    private Frame frame(HttpRequest request, Optional<Session> session) {
        return new Frame(
                Frame.texts(request.header("accept-language")),
                assets,
                programme.shop(),
                programme.support().zone(),
                clock.instant(),
                session);
    }

    private HttpResponse route(HttpRequest request, Session session, Frame frame) {
        List<String> path = DeskPaths.parts(request.path());
        return switch (request.method()) {
            case "GET", "HEAD" -> show(path, request, frame);
            case "POST" ->
                    session.may(Role.AGENT)
                            ? act(path, request, session, frame)
                            : templates.message(403, "forbidden", frame);
            default -> templates.message(405, "bad", frame);
        };
    }

    private HttpResponse show(List<String> path, HttpRequest request, Frame frame) {
        String page = path.isEmpty() ? "" : path.getFirst();
        return switch (page + path.size()) {
            case "0" -> list(request, frame);
            case "agents1" -> agents(frame);
            case "help1" -> templates.help(frame);
            case "search1" -> spoken.search(request, frame);
            case "record1" ->
                    frame.mayAct()
                            ? spoken.form(request, frame)
                            : templates.message(403, "forbidden", frame);
            case "cases2" -> showCase(path.get(1), request, frame);
            case "cases3" -> showChanges(path, request, frame);
            case "cases6" -> showPhotograph(path, frame);
            default -> templates.message(404, "unknown", frame);
        };
    }

    private HttpResponse act(List<String> path, HttpRequest request, Session session, Frame frame) {
        String page = path.isEmpty() ? "" : path.getFirst();
        return switch (page + path.size()) {
            case "next1" -> takeNext(session, frame);
            case "agents2" -> pick(path.get(1), session, frame);
            case "record1" -> spoken.record(request, frame, session);
            case "cases3" -> actOnCase(path.get(1), path.get(2), request, session, frame);
            default -> templates.message(404, "unknown", frame);
        };
    }

    // ---- the list

    private HttpResponse list(HttpRequest request, Frame frame) {
        Filters filters = Filters.of(request.query());
        Optional<FollowUps.Cursor> from =
                Optional.ofNullable(request.query().get("cursor")).map(DeskCursor::decode);
        FollowUps.Page page = followUps.list(filters.state(), from, PAGE);
        return templates.list(200, ListView.of(page, filters, from, Optional.empty(), frame));
    }

    private HttpResponse takeNext(Session session, Frame frame) {
        return next.take(session.agent())
                .map(followUp -> templates.seeOther(DeskPaths.of(followUp.id()) + "?done=claim"))
                .orElseGet(() -> openCases(200, "next.none", frame));
    }

    private HttpResponse openCases(int status, String notice, Frame frame) {
        Filters open = new Filters(FollowUpState.OPEN, "", "", "", "");
        FollowUps.Page page = followUps.list(open.state(), Optional.empty(), PAGE);
        Optional<String> text = Optional.of(frame.text(notice));
        return templates.list(status, ListView.of(page, open, Optional.empty(), text, frame));
    }

    // ---- how agents fare

    private HttpResponse agents(Frame frame) {
        return frame.session()
                .filter(session -> session.may(Role.AGENT))
                .map(session -> coaching.report(session.agent(), session.may(Role.LEAD)))
                .map(report -> templates.agents(AgentsView.of(report, frame)))
                .orElseGet(() -> templates.message(403, "forbidden", frame));
    }

    private HttpResponse pick(String id, Session session, Frame frame) {
        if (!session.may(Role.LEAD)) {
            return templates.message(403, "forbidden", frame);
        }
        return surveyId(id)
                .flatMap(survey -> coaching.pick(survey, session.agent()))
                .map(_ -> templates.seeOther(DeskPaths.AGENTS))
                .orElseGet(() -> templates.message(404, "unknown", frame));
    }

    // ---- a case

    private HttpResponse showCase(String id, HttpRequest request, Frame frame) {
        Optional<CaseView.Notice> notice =
                Optional.ofNullable(request.query().get("done"))
                        .filter(CaseActions.FORMS::contains)
                        .map(form -> notice(form, frame.text("done." + form), true));
        return found(id)
                .map(followUp -> followUp(200, followUp, Typed.nothing(), notice, frame))
                .orElseGet(() -> templates.message(404, "unknown", frame));
    }

    /** Nothing (204) while it looks as the page that asks shows it. */
    private HttpResponse showChanges(List<String> path, HttpRequest request, Frame frame) {
        Optional<FollowUp> followUp =
                Optional.of(path.get(2)).filter("changes"::equals).flatMap(_ -> found(path.get(1)));
        if (followUp.isEmpty()) {
            return templates.message(404, "unknown", frame);
        }
        String shown = request.query().getOrDefault("now", "");
        return shown.equals(ChangesView.mark(followUp.get(), frame))
                ? new HttpResponse(204, Map.of("cache-control", "no-store"), List.of(), "")
                : templates.changes(ChangesView.of(followUp.get(), seen(request), frame));
    }

    private static int seen(HttpRequest request) {
        return Optional.ofNullable(request.query().get("seen"))
                .filter(seen -> seen.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .orElse(Integer.MAX_VALUE);
    }

    private HttpResponse showPhotograph(List<String> path, Frame frame) {
        return found(path.get(1))
                .flatMap(followUp -> Photographs.find(followUp, path.get(3), path.get(5)))
                .map(photographs::link)
                .map(link -> templates.seeOther(link.url().toString()))
                .orElseGet(() -> templates.message(404, "unknown", frame));
    }

    private HttpResponse actOnCase(
            String id, String form, HttpRequest request, Session session, Frame frame) {
        DeskForm values = DeskForm.of(request);
        return surveyId(id)
                .flatMap(survey -> actions.act(form, survey, session.agent(), values))
                .map(answer -> answer(answer, id, form, values, frame))
                .orElseGet(() -> templates.message(404, "unknown", frame));
    }

    private HttpResponse answer(
            CaseActions.Answer answer, String id, String form, DeskForm values, Frame frame) {
        return switch (answer) {
            case CaseActions.Answer.Asked asked ->
                    switch (asked.result()) {
                        case FollowUpDesk.Result.Done done -> done(done.followUp(), form);
                        case FollowUpDesk.Result.Refused refused ->
                                refused(refused.followUp(), form, values, frame);
                        case FollowUpDesk.Result.Unknown _ ->
                                templates.message(404, "unknown", frame);
                    };
            case CaseActions.Answer.Wrong wrong ->
                    found(id)
                            .map(f -> wrong(f, form, values, wrong.errors(), frame))
                            .orElseGet(() -> templates.message(404, "unknown", frame));
        };
    }

    private HttpResponse done(FollowUp followUp, String form) {
        return templates.seeOther(DeskPaths.of(followUp.id()) + "?done=" + form);
    }

    private HttpResponse refused(FollowUp followUp, String form, DeskForm values, Frame frame) {
        String why = Refusal.of(followUp, form, values, frame);
        return followUp(
                409,
                followUp,
                new Typed(form, values, Map.of()),
                Optional.of(notice(form, why, false)),
                frame);
    }

    private HttpResponse wrong(
            FollowUp followUp,
            String form,
            DeskForm values,
            Map<String, String> errors,
            Frame frame) {
        Typed typed = Typed.wrong(form, values, errors, frame);
        return followUp(400, followUp, typed, Optional.empty(), frame);
    }

    private HttpResponse followUp(
            int status,
            FollowUp followUp,
            Typed typed,
            Optional<CaseView.Notice> notice,
            Frame frame) {
        return templates.followUp(status, CaseView.of(followUp, panels, typed, notice, frame));
    }

    private static CaseView.Notice notice(String form, String text, boolean isDone) {
        return new CaseView.Notice(form, text, isDone);
    }

    // ---- what did not go through

    private HttpResponse failed(HttpRequest request, Frame frame) {
        return request.method().equals("POST")
                ? copyable(503, "failed", DeskForm.of(request), "", frame)
                : templates.message(503, "failed", frame);
    }

    /** The page that the form belongs to, filled as it was, if it is one with texts. */
    private Optional<HttpResponse> again(HttpRequest request, DeskForm values, Frame frame) {
        List<String> path = DeskPaths.parts(request.path());
        if (path.equals(List.of("record"))) {
            return spoken.again(403, values, "error.again", frame);
        }
        boolean isOfCase =
                path.size() == 3
                        && path.getFirst().equals("cases")
                        && CaseActions.FORMS.contains(path.get(2));
        return isOfCase
                ? found(path.get(1)).map(f -> again(f, path.get(2), values, frame))
                : Optional.empty();
    }

    private HttpResponse again(FollowUp followUp, String form, DeskForm values, Frame frame) {
        return followUp(
                403,
                followUp,
                new Typed(form, values, Map.of()),
                Optional.of(notice(form, frame.text("error.again"), false)),
                frame);
    }

    private HttpResponse copyable(
            int status, String about, DeskForm values, String signIn, Frame frame) {
        return templates.message(
                status,
                new MessageView(
                        frame,
                        about,
                        new Typed("form", values, Map.of()).texts(),
                        Optional.of(signIn).filter(path -> !path.isEmpty())));
    }

    private Optional<FollowUp> found(String id) {
        return surveyId(id).flatMap(followUps::find);
    }

    private static Optional<SurveyId> surveyId(String id) {
        return DeskPaths.id(id, SurveyId::parse);
    }
}
