package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.programme.Programme;
import dev.doorstep.replies.Reply;
import dev.doorstep.scores.Counted;
import dev.doorstep.signin.Page;
import dev.doorstep.signin.Session;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the replies say, for people to look at. Safe for use by several threads. */
final class InsightsPage implements Page {
    private final Reports reports;
    private final Behind behind;
    private final Programme programme;
    private final InsightsAssets assets = new InsightsAssets();
    private final InsightsTemplates templates = new InsightsTemplates();

    InsightsPage(Reports reports, Behind behind, Programme programme) {
        this.reports = requireNonNull(reports, "reports is null");
        this.behind = requireNonNull(behind, "behind is null");
        this.programme = requireNonNull(programme, "programme is null");
    }

    @Override
    public Optional<HttpResponse> open(HttpRequest request) {
        return assets.find(request);
    }

    @Override
    public HttpResponse respond(HttpRequest request, Session session) {
        Frame frame =
                new Frame(
                        Frame.texts(request.header("accept-language")),
                        assets,
                        programme.shop(),
                        programme.zone(),
                        session);
        return switch (request.method() + " " + request.path()) {
            case "GET /insights" -> report(request.query(), frame);
            case "GET /insights/replies" ->
                    behind(BehindRequest.Kind.REPLIES, request.query(), frame);
            case "GET /insights/surveys" ->
                    behind(BehindRequest.Kind.SURVEYS, request.query(), frame);
            case "GET /insights/cases" -> behind(BehindRequest.Kind.CASES, request.query(), frame);
            default -> templates.message(404, "unknown", frame);
        };
    }

    /** Whoever does not say so wants to know what is new. */
    private HttpResponse report(Map<String, String> query, Frame frame) {
        Map<String, String> asked = new HashMap<>(query);
        asked.keySet().retainAll(ReportRequest.PARAMETERS);
        asked.putIfAbsent("compare", Compare.PREVIOUS.id());
        try {
            ReportRequest request = ReportRequest.of(asked, reports.today());
            return templates.report(
                    200,
                    new ReportPageView(
                            frame,
                            FilterView.of(request, reports.today(), programme, frame),
                            Optional.of(ReportView.of(reports.make(request), frame))));
        } catch (Rejected e) {
            return templates.report(
                    400,
                    new ReportPageView(
                            frame,
                            FilterView.refused(asked, e, reports.today(), programme, frame),
                            Optional.empty()));
        }
    }

    private HttpResponse behind(BehindRequest.Kind kind, Map<String, String> query, Frame frame) {
        try {
            BehindRequest asked = BehindRequest.of(kind, query, reports.today(), programme);
            Behind.Found found = behind.find(asked, Links.place(query));
            return templates.behind(
                    new BehindPageView(
                            frame, BehindView.of(asked, found, replies(kind, found), frame)));
        } catch (Rejected _) {
            return templates.message(400, "wrong", frame);
        }
    }

    private Map<Counted, Reply> replies(BehindRequest.Kind kind, Behind.Found found) {
        return kind == BehindRequest.Kind.REPLIES ? behind.replies(found.things()) : Map.of();
    }
}
