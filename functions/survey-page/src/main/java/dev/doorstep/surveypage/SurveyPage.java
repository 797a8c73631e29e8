package dev.doorstep.surveypage;

import static java.util.Objects.requireNonNull;

import dev.doorstep.contacts.ContactId;
import dev.doorstep.contacts.Contacts;
import dev.doorstep.contacts.SuppressionReason;
import dev.doorstep.dynamodb.Consistency;
import dev.doorstep.dynamodb.DynamoDb;
import dev.doorstep.followups.Promises;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.lambda.Log;
import dev.doorstep.lambda.Metrics;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.lambda.Unavailable;
import dev.doorstep.links.Link;
import dev.doorstep.links.Links;
import dev.doorstep.links.Token;
import dev.doorstep.programme.Programme;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Replies;
import dev.doorstep.replies.Reply;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.texts.Language;
import dev.doorstep.texts.Texts;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Shows the question, records the answer when its button is pressed, and ends all questions. What
 * is shown changes nothing, however often and by whomever. Safe for use by several threads.
 */
public final class SurveyPage {
    private static final int MAX_BODY = 64 * 1024;
    private static final int ATTEMPTS = 5;
    private static final String COOKIE = "edit";
    private static final String THANKS = "thanks";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String ONE_CLICK = "List-Unsubscribe";

    /** Looked up in place of what is not a token, so that both take the same way. */
    private static final Token NOWHERE = new Token("a".repeat(26));

    private final SecureRandom random = new SecureRandom();
    private final Pages pages = new Pages();
    private final RecentLinks links;
    private final Replies replies;
    private final Contacts contacts;
    private final Programme programme;
    private final Recording recording;
    private final Clock clock;

    public SurveyPage(
            Links links, Replies replies, Contacts contacts, Programme programme, Clock clock) {
        this.links = new RecentLinks(links);
        this.replies = requireNonNull(replies, "replies is null");
        this.contacts = requireNonNull(contacts, "contacts is null");
        this.programme = requireNonNull(programme, "programme is null");
        this.recording = new Recording(programme);
        this.clock = requireNonNull(clock, "clock is null");
    }

    static SurveyPage production(Environment environment) {
        DynamoDbClient dynamoDb = DynamoDb.client();
        return new SurveyPage(
                new Links(dynamoDb, environment.require("LINKS_TABLE")),
                new Replies(dynamoDb, environment.require("REPLIES_TABLE")),
                new Contacts(dynamoDb, environment.require("CONTACTS_TABLE")),
                Programme.load(environment),
                Clock.systemUTC());
    }

    /** Answers a request; also one that is wrong, and one that cannot be answered now. */
    HttpResponse respond(HttpRequest request) {
        try {
            return request.path().startsWith("/u/") ? unsubscribe(request) : survey(request);
        } catch (Rejected e) {
            Log.info("request refused", Map.of("field", e.field(), "detail", e.detail()));
            return message(400, "bad", programme.locale());
        } catch (SdkException | Unavailable e) {
            Log.failure("request failed", e, Map.of());
            return message(503, "failed", programme.locale());
        }
    }

    /** Reads what leads nowhere, to have all that a request needs ready before the first comes. */
    void prime() {
        links.find(NOWHERE, clock.instant());
        message(404, "unknown", programme.locale());
    }

    private HttpResponse survey(HttpRequest request) {
        Token token = token(request);
        Optional<Link> link = link(request, token);
        if (link.isEmpty()) {
            return message(404, "unknown", programme.locale());
        }
        return switch (request.method()) {
            case "GET", "HEAD" -> show(request, token, link.get());
            case "POST" -> press(request, token, link.get());
            default -> message(405, "bad", programme.locale());
        };
    }

    /** In the language that was chosen, if one was. */
    private Optional<Link> link(HttpRequest request, Token token) {
        Optional<Locale> chosen = Languages.chosen(request).map(Language::locale);
        return links.find(token, clock.instant()).map(link -> chosen.map(link::in).orElse(link));
    }

    private HttpResponse show(HttpRequest request, Token token, Link link) {
        Optional<Reply> reply = reply(request, link);
        Link shown =
                Languages.chosen(request).isPresent()
                        ? link
                        : reply.flatMap(Reply::locale).map(link::in).orElse(link);
        Optional<Answer> chosen =
                Optional.ofNullable(request.pathParameters().get("score"))
                        .flatMap(score -> PressForm.answer(score, link));
        if (reply.filter(r -> holdsKey(r, request)).isPresent()) {
            return thanks(
                    200, request, token, shown, reply.get(), Optional.empty(), Optional.empty());
        }
        return reply.stream().allMatch(Reply::givesWayToPage)
                ? question(200, request, token, shown, chosen, Optional.empty())
                : message(200, "answered", shown.locale());
    }

    /** Who brings a key has just answered: a reply that does not show it yet is looked at again. */
    private Optional<Reply> reply(HttpRequest request, Link link) {
        SurveyId survey = SurveyId.parse(link.surveyId());
        Optional<Reply> seen = replies.find(survey, Consistency.EVENTUAL);
        boolean isStale = bringsKey(request) && seen.filter(r -> holdsKey(r, request)).isEmpty();
        return isStale ? replies.find(survey) : seen;
    }

    private HttpResponse press(HttpRequest request, Token token, Link link) {
        if (!request.contentType().equals(FORM)) {
            return message(415, "bad", link.locale());
        }
        if (request.body().length > MAX_BODY) {
            return message(413, "bad", link.locale());
        }
        PressForm form = new PressForm(request.form());
        Optional<Answer> answer = form.answer(link);
        Optional<Nonce> nonce = Nonce.parse(token, form.nonce(), clock.instant());
        if (!form.hasButton() || nonce.isEmpty()) {
            return question(200, request, token, link, answer, Optional.of("question.again"));
        }
        if (answer.isEmpty()) {
            return question(400, request, token, link, answer, Optional.of("question.choose"));
        }
        if (form.hasDetails() && form.isTooLong()) {
            return tooLong(request, token, link, form);
        }
        return record(request, token, link, press(request, token, form, nonce.get(), answer.get()));
    }

    private static Press press(
            HttpRequest request, Token token, PressForm form, Nonce nonce, Answer answer) {
        return new Press(
                nonce,
                TokenMac.hash(nonce.editKey(token)),
                Optional.ofNullable(request.cookies().get(COOKIE)).map(TokenMac::hash),
                form.filledHiddenField(),
                answer,
                form.hasDetails() ? Optional.of(form.details()) : Optional.empty(),
                Languages.chosen(request).map(Language::locale));
    }

    private HttpResponse record(HttpRequest request, Token token, Link link, Press press) {
        Reply reply = write(link, press);
        HttpResponse response = pages.seeOther(path(request, token, "/" + THANKS));
        boolean newKey = reply.editKeyHash().equals(Optional.of(press.newKeyHash()));
        return newKey && !holdsKey(reply, request)
                ? response.withCookie(cookie(token, press.nonce().editKey(token)))
                : response;
    }

    /**
     * The reply as it is after the press, which may be as it was. Most presses are the first: who
     * brings no key is taken for one, until the write says otherwise.
     */
    private Reply write(Link link, Press press) {
        SurveyId survey = SurveyId.parse(link.surveyId());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            boolean isFirst = attempt == 0 && press.heldKeyHash().isEmpty();
            Optional<Reply> before = isFirst ? Optional.empty() : replies.find(survey);
            Optional<Reply> next = recording.next(before, link, press, clock.instant());
            if (next.isEmpty()) {
                return before.orElseThrow();
            }
            if (replies.write(before, next.get())) {
                return noted(next.get());
            }
        }
        throw new Unavailable("the reply is being written by others");
    }

    private static Reply noted(Reply reply) {
        Log.info(
                "reply recorded",
                Map.of(
                        "surveyId", reply.survey().toString(),
                        "version", reply.version(),
                        "evidence", reply.evidence().id(),
                        "signals", reply.signals()));
        Metrics.count(reply.counts() ? "RepliesConfirmed" : "RepliesSuspect");
        return reply;
    }

    private HttpResponse tooLong(HttpRequest request, Token token, Link link, PressForm form) {
        Optional<Reply> reply =
                replies.find(SurveyId.parse(link.surveyId())).filter(r -> holdsKey(r, request));
        return reply.isPresent()
                ? thanks(
                        400,
                        request,
                        token,
                        link,
                        reply.get(),
                        Optional.of("thanks.comment.long"),
                        Optional.of(form.comment()))
                : question(
                        200,
                        request,
                        token,
                        link,
                        form.answer(link),
                        Optional.of("question.again"));
    }

    private HttpResponse question(
            int status,
            HttpRequest request,
            Token token,
            Link link,
            Optional<Answer> chosen,
            Optional<String> notice) {
        return pages.question(status, questionView(request, token, link, chosen, notice));
    }

    private QuestionView questionView(
            HttpRequest request,
            Token token,
            Link link,
            Optional<Answer> chosen,
            Optional<String> notice) {
        Texts texts = texts(link.locale());
        return new QuestionView(
                texts,
                programme.shop(),
                link,
                new Languages(request.path(), texts),
                path(request, token, ""),
                Nonce.issue(token, clock.instant(), random).value(),
                chosen,
                notice.map(texts::text));
    }

    private HttpResponse thanks(
            int status,
            HttpRequest request,
            Token token,
            Link link,
            Reply reply,
            Optional<String> notice,
            Optional<String> unsaved) {
        Optional<String> promisedAt =
                reply.lastNeed()
                        .map(need -> Promises.promise(need, programme.support(), reply.changedAt()))
                        .map(promise -> texts(link.locale()).when(promise.by(), link.zone()));
        return pages.thanks(
                status,
                new ThanksView(
                        questionView(request, token, link, Optional.of(reply.answer()), notice),
                        reply,
                        unsaved.orElse(reply.comment().orElse("")),
                        promisedAt,
                        recording.isOpen(reply, clock.instant())));
    }

    private HttpResponse unsubscribe(HttpRequest request) {
        Token token = token(request);
        Optional<Link> link = link(request, token);
        if (link.isEmpty()) {
            return message(404, "unknown", programme.locale());
        }
        boolean pressed = request.method().equals("POST") && asksToUnsubscribe(request);
        if (pressed) {
            contacts.suppress(
                    new ContactId(link.get().contactId()),
                    SuppressionReason.UNSUBSCRIBED,
                    clock.instant());
            Metrics.count("Unsubscribed");
        }
        Texts texts = texts(link.get().locale());
        return pages.unsubscribe(
                new UnsubscribeView(
                        texts,
                        programme.shop(),
                        new Languages(request.path(), texts),
                        Languages.kept(request, "/u/" + token.value()),
                        pressed));
    }

    /** RFC 8058 lets mail programs post it as a form of either kind; our button posts the same. */
    private static boolean asksToUnsubscribe(HttpRequest request) {
        byte[] body = request.body();
        String text = new String(body, 0, Math.min(body.length, MAX_BODY), StandardCharsets.UTF_8);
        return text.contains(ONE_CLICK) && text.contains("One-Click");
    }

    private HttpResponse message(int status, String about, Locale locale) {
        return pages.message(status, new MessageView(texts(locale), programme.shop(), about));
    }

    private String cookie(Token token, String editKey) {
        return "%s=%s; Path=/s/%s; Max-Age=%d; HttpOnly; Secure; SameSite=Strict"
                .formatted(COOKIE, editKey, token.value(), programme.editWindow().toSeconds());
    }

    private static boolean bringsKey(HttpRequest request) {
        return request.cookies().containsKey(COOKIE);
    }

    private static boolean holdsKey(Reply reply, HttpRequest request) {
        Optional<String> held =
                Optional.ofNullable(request.cookies().get(COOKIE)).map(TokenMac::hash);
        return held.isPresent() && held.equals(reply.editKeyHash());
    }

    private static String path(HttpRequest request, Token token, String page) {
        return Languages.kept(request, "/s/" + token.value() + page);
    }

    private static Token token(HttpRequest request) {
        return Optional.ofNullable(request.pathParameters().get("token"))
                .flatMap(Token::parse)
                .orElse(NOWHERE);
    }

    private static Texts texts(Locale locale) {
        return Texts.of("page", locale);
    }
}
