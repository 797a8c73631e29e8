package dev.doorstep.supportdesk;

import static java.util.Objects.requireNonNull;

import dev.doorstep.clients.ApiAnswer;
import dev.doorstep.contacts.Contacts;
import dev.doorstep.contacts.Vouchers;
import dev.doorstep.dynamodb.DynamoDb;
import dev.doorstep.followups.Agent;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.FollowUpQueues;
import dev.doorstep.followups.FollowUpState;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.followups.Outcome;
import dev.doorstep.followups.RootCause;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.Once;
import dev.doorstep.lambda.Problem;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.playbook.Playbook;
import dev.doorstep.programme.Programme;
import dev.doorstep.replies.Attachment;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.replies.Replies;
import dev.doorstep.roles.Role;
import dev.doorstep.surveys.OrderId;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.surveys.Surveys;
import dev.doorstep.timers.Timers;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The desk's API: finds what is asked for, and says what became of it. Safe for many threads. */
public final class SupportDesk {
    private static final int PAGE = 50;

    private final FollowUps followUps;
    private final Advice advice;
    private final FollowUpDesk desk;
    private final NextFollowUp next;
    private final OrderLookup orders;
    private final EarlierReplies earlier;
    private final ReplyRecorder recorder;
    private final Coaching coaching;
    private final Photographs photographs;
    private final Surveys surveys;
    private final Programme programme;
    private final Clock clock;

    public SupportDesk(
            FollowUps followUps,
            FollowUpQueues queues,
            Timers timers,
            Surveys surveys,
            Replies replies,
            Contacts contacts,
            Vouchers vouchers,
            Photographs photographs,
            Programme programme,
            Clock clock) {
        this.followUps = requireNonNull(followUps, "followUps is null");
        this.advice =
                new Advice(
                        followUps, surveys, vouchers, new Once<>(Playbook::load), programme, clock);
        this.desk =
                new FollowUpDesk(
                        followUps, queues, timers, advice, programme.support().lease(), clock);
        this.next = new NextFollowUp(followUps, queues, desk, clock);
        this.orders = new OrderLookup(surveys, replies);
        this.earlier = new EarlierReplies(contacts, replies);
        this.recorder = new ReplyRecorder(surveys, replies, timers, programme, clock);
        this.coaching = new Coaching(followUps, clock);
        this.photographs = requireNonNull(photographs, "photographs is null");
        this.surveys = surveys;
        this.programme = programme;
        this.clock = clock;
    }

    static SupportDesk production(Environment environment) {
        DynamoDbClient dynamoDb = DynamoDb.client();
        return new SupportDesk(
                new FollowUps(dynamoDb, environment.require("FOLLOW_UPS_TABLE")),
                FollowUpQueues.production(environment),
                new Timers(dynamoDb, environment.require("TIMERS_TABLE")),
                new Surveys(dynamoDb, environment.require("SURVEYS_TABLE")),
                new Replies(dynamoDb, environment.require("REPLIES_TABLE")),
                new Contacts(dynamoDb, environment.require("CONTACTS_TABLE")),
                new Vouchers(dynamoDb, environment.require("CONTACTS_TABLE")),
                Photographs.production(environment),
                Programme.load(environment),
                Clock.systemUTC());
    }

    /** The same desk for people in a browser. */
    DeskPage page() {
        return new DeskPage(
                followUps,
                desk,
                next,
                new CasePanels(advice, earlier, programme),
                surveys,
                recorder,
                coaching,
                photographs,
                programme,
                clock);
    }

    /** Answers a request of someone who is signed in; what is wrong with it is in the answer. */
    HttpResponse respond(HttpRequest request, Set<Role> roles) {
        return ApiAnswer.of(
                () ->
                        caller(request)
                                .map(agent -> route(request, agent, roles))
                                .orElseGet(
                                        () ->
                                                problem(
                                                        401,
                                                        "Unauthorized",
                                                        "The token names nobody.")));
    }

    private static Optional<Agent> caller(HttpRequest request) {
        return Optional.ofNullable(request.claims().get("sub"))
                .map(
                        id ->
                                new Agent(
                                        id,
                                        Optional.ofNullable(request.claims().get("name")),
                                        Optional.ofNullable(request.claims().get("email"))));
    }

    private HttpResponse route(HttpRequest request, Agent agent, Set<Role> roles) {
        List<String> path = List.of(request.path().split("/", -1));
        String thing = path.size() > 2 ? path.get(2) : "";
        String last = path.getLast();
        if (request.method().equals("POST")) {
            return DeskBody.problem(request)
                    .orElseGet(
                            () ->
                                    switch (last.equals("next") ? last : thing) {
                                        case "next" -> takeNext(agent);
                                        case "coaching" -> pick(request, agent);
                                        default -> act(last, request, agent);
                                    });
        }
        return switch (thing + path.size()) {
            case "coaching3" -> report(agent, roles);
            case "follow-ups3" -> list(request);
            case "follow-ups4" -> show(request);
            case "follow-ups8" -> showPhotograph(request);
            case "orders4" -> showOrder(request);
            default -> notFound();
        };
    }

    private HttpResponse report(Agent agent, Set<Role> roles) {
        return HttpResponse.json(
                200, CoachingJson.of(coaching.report(agent, roles.contains(Role.LEAD))));
    }

    private HttpResponse pick(HttpRequest request, Agent lead) {
        return followUpId(request)
                .flatMap(id -> coaching.pick(id, lead))
                .map(followUp -> HttpResponse.json(200, FollowUpJson.of(followUp)))
                .orElseGet(SupportDesk::notFound);
    }

    private HttpResponse takeNext(Agent agent) {
        return next.take(agent)
                .map(followUp -> HttpResponse.json(200, FollowUpJson.of(followUp)))
                .orElseGet(() -> new HttpResponse(204, Map.of(), List.of(), ""));
    }

    private HttpResponse act(String action, HttpRequest request, Agent agent) {
        DeskBody body = DeskBody.of(request);
        return switch (action) {
            case "claim" -> onFollowUp(request, id -> desk.claim(id, agent, body.ifVersion()));
            case "release" -> onFollowUp(request, id -> release(id, agent, body));
            case "contacted" -> onFollowUp(request, id -> contacted(id, agent, body));
            case "messages" -> onFollowUp(request, id -> write(id, agent, body));
            case "promise" -> onFollowUp(request, id -> promise(id, agent, body));
            case "notes" -> onFollowUp(request, id -> note(id, agent, body));
            case "resolve" -> onFollowUp(request, id -> resolve(id, agent, body));
            case "replies" -> recordReply(request, agent, body);
            default -> notFound();
        };
    }

    private FollowUpDesk.Result release(SurveyId id, Agent agent, DeskBody body) {
        return desk.release(id, agent, body.ifVersion(), body.findText("note"));
    }

    private FollowUpDesk.Result contacted(SurveyId id, Agent agent, DeskBody body) {
        ContactChannel channel = body.choice("channel", ContactChannel::find);
        return desk.contacted(id, agent, body.ifVersion(), channel, body.text("text"));
    }

    private FollowUpDesk.Result write(SurveyId id, Agent agent, DeskBody body) {
        return desk.write(id, agent, body.ifVersion(), body.text("text"));
    }

    private FollowUpDesk.Result promise(SurveyId id, Agent agent, DeskBody body) {
        return desk.promise(
                id,
                agent,
                body.ifVersion(),
                body.instant("by"),
                body.findChoice("channel", ContactChannel::find),
                body.text("text"));
    }

    private FollowUpDesk.Result note(SurveyId id, Agent agent, DeskBody body) {
        return desk.note(id, agent, body.ifVersion(), body.text("text"));
    }

    private FollowUpDesk.Result resolve(SurveyId id, Agent agent, DeskBody body) {
        Outcome outcome = body.choice("outcome", Outcome::find);
        RootCause rootCause = body.choice("rootCause", RootCause::find);
        return desk.resolve(
                id,
                agent,
                body.ifVersion(),
                outcome,
                rootCause,
                Advice.requireKnown(body.json().strings("done")),
                body.findText("note"));
    }

    private HttpResponse onFollowUp(
            HttpRequest request, Function<SurveyId, FollowUpDesk.Result> action) {
        return followUpId(request)
                .map(action)
                .map(SupportDesk::answer)
                .orElseGet(SupportDesk::notFound);
    }

    private static HttpResponse answer(FollowUpDesk.Result result) {
        return switch (result) {
            case FollowUpDesk.Result.Done done ->
                    HttpResponse.json(200, FollowUpJson.of(done.followUp()));
            case FollowUpDesk.Result.Refused refused ->
                    conflict(refused.why(), "followUp", FollowUpJson.of(refused.followUp()));
            case FollowUpDesk.Result.Unknown _ -> notFound();
        };
    }

    /** The problem carries what is there as it is, so that the desk need not ask again. */
    private static HttpResponse conflict(String why, String name, Map<String, Object> there) {
        Problem problem = Problem.of(409, "Conflict", why);
        Map<String, Object> members = new LinkedHashMap<>(problem.members());
        members.put(name, there);
        HttpResponse plain = HttpResponse.problem(problem);
        return new HttpResponse(409, plain.headers(), List.of(), Json.write(members));
    }

    private HttpResponse list(HttpRequest request) {
        FollowUpState state =
                Optional.ofNullable(request.query().get("state"))
                        .map(SupportDesk::state)
                        .orElse(FollowUpState.OPEN);
        FollowUps.Page page =
                followUps.list(
                        state,
                        Optional.ofNullable(request.query().get("cursor")).map(DeskCursor::decode),
                        PAGE);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("followUps", page.followUps().stream().map(FollowUpJson::of).toList());
        page.next().ifPresent(cursor -> body.put("cursor", DeskCursor.encode(cursor)));
        return HttpResponse.json(200, body);
    }

    private static FollowUpState state(String id) {
        return FollowUpState.find(id).orElseThrow(() -> new Rejected("/state", "is unknown"));
    }

    private HttpResponse show(HttpRequest request) {
        return followUpId(request)
                .flatMap(followUps::find)
                .map(followUp -> HttpResponse.json(200, FollowUpJson.of(followUp)))
                .orElseGet(SupportDesk::notFound);
    }

    private HttpResponse showPhotograph(HttpRequest request) {
        return followUpId(request)
                .flatMap(followUps::find)
                .flatMap(followUp -> photograph(request, followUp))
                .map(photographs::link)
                .map(link -> HttpResponse.json(200, link.members()))
                .orElseGet(SupportDesk::notFound);
    }

    private static Optional<Attachment> photograph(HttpRequest request, FollowUp followUp) {
        Map<String, String> asked = request.pathParameters();
        return Photographs.find(
                followUp, asked.getOrDefault("letterId", ""), asked.getOrDefault("number", ""));
    }

    private HttpResponse showOrder(HttpRequest request) {
        return parameter(request, "orderId", OrderId::new)
                .flatMap(orders::find)
                .map(order -> HttpResponse.json(200, order))
                .orElseGet(SupportDesk::notFound);
    }

    private HttpResponse recordReply(HttpRequest request, Agent agent, DeskBody body) {
        Told told = Told.of(body, request.header("idempotency-key"));
        return parameter(request, "orderId", OrderId::new)
                .map(order -> recorder.record(order, told, agent))
                .map(result -> answer(request, result))
                .orElseGet(SupportDesk::notFound);
    }

    private HttpResponse answer(HttpRequest request, ReplyRecorder.Result result) {
        return switch (result) {
            case ReplyRecorder.Result.Recorded _ -> showOrder(request);
            case ReplyRecorder.Result.Kept kept ->
                    conflict(
                            "The customer has answered themselves.",
                            "reply",
                            OrderLookup.reply(kept.reply()));
            case ReplyRecorder.Result.Unknown _ -> notFound();
        };
    }

    private static Optional<SurveyId> followUpId(HttpRequest request) {
        return parameter(request, "id", SurveyId::parse);
    }

    private static <T> Optional<T> parameter(
            HttpRequest request, String name, Function<String, T> parse) {
        return Optional.ofNullable(request.pathParameters().get(name))
                .flatMap(id -> DeskPaths.id(id, parse));
    }

    private static HttpResponse notFound() {
        return problem(404, "Not Found", "There is nothing here.");
    }

    private static HttpResponse problem(int status, String title, String detail) {
        return HttpResponse.problem(Problem.of(status, title, detail));
    }
}
