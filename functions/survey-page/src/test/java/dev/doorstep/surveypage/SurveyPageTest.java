package dev.doorstep.surveypage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.doorstep.contacts.ContactId;
import dev.doorstep.contacts.Contacts;
import dev.doorstep.contacts.SuppressionReason;
import dev.doorstep.dynamodb.Consistency;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.lambda.Json;
import dev.doorstep.links.Link;
import dev.doorstep.links.Links;
import dev.doorstep.links.Token;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Attachment;
import dev.doorstep.replies.Attention;
import dev.doorstep.replies.Channel;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.replies.Evidence;
import dev.doorstep.replies.Letter;
import dev.doorstep.replies.Replies;
import dev.doorstep.replies.Reply;
import dev.doorstep.replies.Severity;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.testing.Browser;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Events;
import dev.doorstep.testing.LongTexts;
import dev.doorstep.testing.Tables;
import dev.doorstep.texts.Language;
import dev.doorstep.texts.Texts;

import org.crac.Core;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Leaves each kind of page in target/previews, to be looked at. */
class SurveyPageTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final SurveyId SURVEY = SurveyId.parse("A-1001~delivery");
    private static final ContactId CONTACT = new ContactId("ab".repeat(32));
    private static final Pattern NONCE = Pattern.compile("name=\"nonce\" value=\"([^\"]+)\"");
    private static final String UNSEEN = "\\.other \\{[^}]*}";
    private static final Letter LETTER =
            new Letter(
                    "0f",
                    Letter.Kind.TO_READ,
                    "mails/0f",
                    NOW,
                    "The box was wet and nobody rang.",
                    List.of(new Attachment("photographs/0f/1", "image/jpeg", 7)));
    private static final int PHONE = 360;
    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    private final DynamoDbClient dynamoDb = DynamoDbLocal.client();
    private final Programme programme = Programme.load(new Environment(Map.of()));
    private final Links links = new Links(dynamoDb, Tables.create("LinksTable"));
    private final String repliesTable = Tables.create("RepliesTable");
    private final Replies replies = new Replies(dynamoDb, repliesTable);
    private final Contacts contacts = new Contacts(dynamoDb, Tables.create("ContactsTable"));
    private final Token token = Token.random(new SecureRandom());

    @BeforeEach
    void send() {
        links.put(link(token, Metric.NPS, "delivery", Locale.UK));
    }

    @Test
    void showsTheScaleWithTheScoreOfTheLinkChosen() {
        HttpResponse page = at(NOW, sample("score-shown", token));

        preview("question-nps", page);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("value=\"0\"", "value=\"10\"", "value=\"9\" checked", "Send my answer: 9")
                .doesNotContain("<script", "value=\"8\" checked");
    }

    @Test
    void keepsThePageToItself() {
        assertThat(at(NOW, sample("shown", token)).headers())
                .containsEntry("cache-control", "no-store")
                .containsEntry("referrer-policy", "no-referrer")
                .containsEntry("x-robots-tag", "noindex, nofollow")
                .hasEntrySatisfying(
                        "content-security-policy",
                        policy ->
                                assertThat(policy)
                                        .startsWith("default-src 'none'; style-src 'sha256-")
                                        .doesNotContain("unsafe", "http", "*"));
    }

    @Test
    void changesNothingWhenAScannerOpensAllLinksAndSendsTheFormWithoutItsButton() {
        for (int score = 0; score <= 10; score++) {
            show(NOW, token, Integer.toString(score));
        }
        at(NOW, sample("scanned", token));
        at(NOW, sample("unsubscribe-shown", token));
        HttpResponse form =
                post(NOW.plus(A_MOMENT), Map.of("nonce", nonce(NOW), "answer", "3"), "");

        assertThat(form.status()).isEqualTo(200);
        assertThat(form.body()).contains("press the button once more");
        assertThat(replies.find(SURVEY)).isEmpty();
        assertThat(contacts.load(CONTACT, Consistency.STRONG).isSuppressed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "made-up",
                "1795521600000.0123456789abcdef.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void recordsNothingWithoutANonceOfOurs(String nonce) {
        HttpResponse page = post(NOW, Map.of("nonce", nonce, "answer", "9", "send", "1"), "");

        assertThat(page.body()).contains("press the button once more", "value=\"9\" checked");
        assertThat(replies.find(SURVEY)).isEmpty();
    }

    @Test
    void takesNoNonceOfAnotherLinkNorOfYesterday() {
        String other =
                Nonce.issue(Token.random(new SecureRandom()), NOW, new SecureRandom()).value();
        String old =
                Nonce.issue(token, NOW.minus(Duration.ofHours(25)), new SecureRandom()).value();

        post(NOW, Map.of("nonce", other, "answer", "9", "send", "1"), "");
        post(NOW, Map.of("nonce", old, "answer", "9", "send", "1"), "");

        assertThat(replies.find(SURVEY)).isEmpty();
    }

    @Test
    void recordsAnAnswerWhenItsButtonIsPressed() {
        HttpResponse response = press(NOW.plus(A_MOMENT), nonce(NOW), "9", "");

        assertThat(response.status()).isEqualTo(303);
        assertThat(response.headers()).containsEntry("location", "/s/" + token.value() + "/thanks");
        assertThat(response.cookies().getFirst())
                .contains("Path=/s/" + token.value(), "HttpOnly", "Secure", "SameSite=Strict");
        Reply reply = reply();
        assertThat(reply.answer()).isEqualTo(new Answer.Score(9));
        assertThat(reply.evidence()).isEqualTo(Evidence.CONFIRMED);
        assertThat(reply.attention()).isEmpty();
    }

    @Test
    void recordsAPressOnceThoughItArrivesTwice() {
        String nonce = nonce(NOW);

        HttpResponse first = press(NOW.plus(A_MOMENT), nonce, "9", "");
        HttpResponse second = press(NOW.plus(A_MOMENT), nonce, "9", "");

        assertThat(second).isEqualTo(first);
        assertThat(reply().version()).isEqualTo(1);
        assertThat(reply().signals()).isZero();
    }

    @Test
    void recordsAPressOnceThoughItArrivesManyTimesAtOnce() throws Exception {
        String nonce = nonce(NOW);
        Callable<HttpResponse> press = () -> press(NOW.plus(A_MOMENT), nonce, "9", "");

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<HttpResponse> response :
                    threads.invokeAll(List.of(press, press, press, press))) {
                assertThat(response.get().status()).isEqualTo(303);
            }
        }

        assertThat(reply().version()).isEqualTo(1);
    }

    @Test
    void suspectsWhatIsPressedSoonerThanAPersonCan() {
        press(NOW.plusMillis(200), nonce(NOW), "0", "");

        assertThat(reply().evidence()).isEqualTo(Evidence.SUSPECT);
        assertThat(reply().attention()).isEmpty();
    }

    @Test
    void suspectsWhoFillsTheFieldThatNobodySees() {
        Map<String, String> fields =
                Map.of("nonce", nonce(NOW), "answer", "9", "send", "1", "website", "http://x");

        post(NOW.plus(A_MOMENT), fields, "");

        assertThat(reply().evidence()).isEqualTo(Evidence.SUSPECT);
    }

    @Test
    void suspectsSeveralScoresWithinSeconds() {
        press(NOW.plusSeconds(3), nonce(NOW), "0", "");
        press(NOW.plusSeconds(5), nonce(NOW), "1", "");
        press(NOW.plusSeconds(7), nonce(NOW), "2", "");

        assertThat(reply().evidence()).isEqualTo(Evidence.SUSPECT);
        assertThat(reply().attention()).isEmpty();
        assertThat(reply().signals()).isEqualTo(2);
    }

    @Test
    void letsAPersonReplaceWhatAMachineAnswered() {
        press(NOW.plusMillis(200), nonce(NOW), "0", "");
        Instant later = NOW.plus(Duration.ofHours(2));

        HttpResponse page = at(later, sample("shown", token));
        press(later.plus(A_MOMENT), nonce(later), "10", "");

        assertThat(page.body()).contains("name=\"answer\"");
        assertThat(reply().answer()).isEqualTo(new Answer.Score(10));
        assertThat(reply().evidence()).isEqualTo(Evidence.CONFIRMED);
        assertThat(reply().earlier())
                .extracting(Reply.Earlier::evidence)
                .containsExactly(Evidence.SUSPECT);
    }

    @Test
    void asksOnThePageWhoseMailWasAnswered() {
        mailed(new Answer.Unscored(), LETTER.as(Letter.Kind.UNCLEAR));
        HttpResponse unclear = at(NOW, sample("score-shown", token));

        assertThat(unclear.body())
                .contains("value=\"9\" checked")
                .doesNotContain("has reached us", LETTER.text());
    }

    @Test
    void takesWhatIsPressedInThePlaceOfWhatAMailSaid() {
        mailed(new Answer.Score(3), LETTER.as(Letter.Kind.SCORED));
        Instant later = NOW.plus(Duration.ofHours(2));

        press(later.plus(A_MOMENT), nonce(later), "9", "");

        assertThat(reply().answer()).isEqualTo(new Answer.Score(9));
        assertThat(reply().evidence()).isEqualTo(Evidence.CONFIRMED);
        assertThat(reply().channel()).isEqualTo(Channel.PAGE);
        assertThat(reply().attention()).isEmpty();
        assertThat(reply().letters()).containsExactly(LETTER.as(Letter.Kind.SCORED));
        assertThat(reply().earlier())
                .containsExactly(new Reply.Earlier(1, new Answer.Score(3), Evidence.MAIL, NOW));
    }

    @Test
    void keepsALetterForThePersonWhoMustReadItWhateverIsPressed() {
        mailed(new Answer.Unscored(), LETTER);
        Instant later = NOW.plus(Duration.ofHours(2));

        String key = key(press(later.plus(A_MOMENT), nonce(later), "10", ""));
        press(later.plusSeconds(60), nonce(later), "9", key);

        assertThat(reply().answer()).isEqualTo(new Answer.Score(9));
        assertThat(reply().letters()).containsExactly(LETTER);
        assertThat(reply().attention().orElseThrow().severity()).isEqualTo(Severity.NORMAL);
    }

    /** Whoever else has the link may press too. */
    @Test
    void showsNoLetterToWhoeverPresses() {
        mailed(new Answer.Score(3), LETTER);
        Instant later = NOW.plus(Duration.ofHours(2));

        String key = key(press(later.plus(A_MOMENT), nonce(later), "9", ""));
        HttpResponse thanks = show(later.plusSeconds(6), token, "thanks", key);

        assertThat(thanks.body()).contains("name=\"comment\"").doesNotContain(LETTER.text());
        assertThat(reply().comment()).isEmpty();
    }

    /** A mail takes its time on the way: who sent one may be on the page when it arrives. */
    @Test
    void takesAPressForAPersonsThoughAMailThatSaysOtherwiseCameSecondsBefore() {
        mailed(new Answer.Score(3), LETTER.as(Letter.Kind.SCORED));

        press(NOW.plusSeconds(3), nonce(NOW), "9", "");

        assertThat(reply().answer()).isEqualTo(new Answer.Score(9));
        assertThat(reply().evidence()).isEqualTo(Evidence.CONFIRMED);
        assertThat(reply().signals()).isZero();
    }

    @Test
    void leavesWhatAMailSaidWhenAMachinePresses() {
        mailed(new Answer.Score(3), LETTER);
        Instant later = NOW.plus(Duration.ofHours(2));

        press(later.plusMillis(200), nonce(later), "9", "");

        assertThat(reply().answer()).isEqualTo(new Answer.Score(3));
        assertThat(reply().evidence()).isEqualTo(Evidence.MAIL);
        assertThat(reply().signals()).isEqualTo(1);
    }

    @Test
    void suspectsSeveralScoresWithinSecondsAlsoAfterAMail() {
        mailed(new Answer.Score(3), LETTER);
        Instant later = NOW.plus(Duration.ofHours(2));

        press(later.plusSeconds(3), nonce(later), "0", "");
        press(later.plusSeconds(5), nonce(later), "1", "");

        assertThat(reply().evidence()).isEqualTo(Evidence.SUSPECT);
        assertThat(reply().letters()).containsExactly(LETTER);
    }

    @Test
    void leavesWhatSupportWroteDownWhenSomethingElseIsPressedSecondsLater() {
        record(Channel.PHONE, Evidence.AGENT, new Answer.Score(3), List.of());

        press(NOW.plusSeconds(3), nonce(NOW), "9", "");

        assertThat(reply().answer()).isEqualTo(new Answer.Score(3));
        assertThat(reply().evidence()).isEqualTo(Evidence.AGENT);
        assertThat(reply().attention()).isPresent();
        assertThat(reply().signals()).isEqualTo(1);
    }

    @Test
    void leavesWhatWasImportedWhateverIsPressed() {
        record(Channel.PAGE, Evidence.IMPORT, new Answer.Score(3), List.of());

        press(NOW.plusSeconds(3), nonce(NOW), "9", "");
        Instant later = NOW.plus(Duration.ofHours(2));
        press(later, nonce(later.minus(A_MOMENT)), "10", "");

        assertThat(reply().answer()).isEqualTo(new Answer.Score(3));
        assertThat(reply().evidence()).isEqualTo(Evidence.IMPORT);
        assertThat(reply().earlier()).isEmpty();
        assertThat(reply().signals()).isEqualTo(2);
    }

    @Test
    void changesAConfirmedReplyOnlyFromThePageThatRecordedIt() {
        String key = key(press(NOW.plus(A_MOMENT), nonce(NOW), "9", ""));
        Instant later = NOW.plus(Duration.ofHours(1));

        press(later, nonce(later.minus(A_MOMENT)), "0", "");
        Reply untouched = reply();
        press(later, nonce(later.minus(A_MOMENT)), "7", key);

        assertThat(untouched.answer()).isEqualTo(new Answer.Score(9));
        assertThat(untouched.signals()).isEqualTo(1);
        assertThat(reply().answer()).isEqualTo(new Answer.Score(7));
    }

    @Test
    void closesAReplyAfterTwoWeeks() {
        String key = key(press(NOW.plus(A_MOMENT), nonce(NOW), "9", ""));
        Instant later = NOW.plus(Duration.ofDays(15));

        press(later, nonce(later.minus(A_MOMENT)), "0", key);

        assertThat(reply().answer()).isEqualTo(new Answer.Score(9));
        assertThat(show(later, token, "thanks", key).body()).contains("can no longer be changed");
    }

    @Test
    void tellsAnUnhappyCustomerByWhenAPersonWillBeInTouch() {
        String key = key(press(NOW.plus(A_MOMENT), nonce(NOW), "3", ""));

        HttpResponse thanks = show(NOW.plusSeconds(6), token, "thanks", key);

        preview("thanks-unhappy", thanks);
        assertThat(reply().attention().orElseThrow().severity()).isEqualTo(Severity.NORMAL);
        assertThat(thanks.body())
                .contains(
                        "get in touch with you by Wednesday, 25 November, 12:00",
                        "It took too long");
    }

    @Test
    void takesAParcelThatHasNotComeAsAnAnswerOfItsOwn() {
        HttpResponse page = show(NOW, token, "not-received");
        String key = key(press(NOW.plus(A_MOMENT), nonce(NOW), "not-received", ""));

        assertThat(page.body()).contains("value=\"not-received\" checked");
        assertThat(reply().answer()).isEqualTo(new Answer.NotReceived());
        assertThat(reply().attention().orElseThrow().severity()).isEqualTo(Severity.URGENT);
        assertThat(show(NOW.plusSeconds(6), token, "thanks", key).body())
                .contains("we are looking for it");
    }

    @Test
    void addsReasonsCommentAndContactToTheSameReply() {
        String key = key(press(NOW.plus(A_MOMENT), nonce(NOW), "3", ""));
        Instant later = NOW.plusSeconds(60);
        String body =
                "nonce=%s&answer=3&details=1&reason=late&reason=damaged&comment=%s&contact=phone&send=1"
                        .formatted(nonce(NOW.plusSeconds(30)), encode("Broken.\r\n<b>Sad</b> 😢"));

        post(later, body, key);

        Reply reply = reply();
        assertThat(reply.reasons()).containsExactly("late", "damaged");
        assertThat(reply.comment()).contains("Broken.\n<b>Sad</b> 😢");
        assertThat(reply.contactWish()).contains(ContactChannel.PHONE);
        assertThat(reply.attention().orElseThrow().since()).isEqualTo(NOW.plus(A_MOMENT));
        assertThat(show(later, token, "thanks", key).body())
                .contains("&lt;b&gt;Sad&lt;/b&gt;", "value=\"phone\" checked")
                .doesNotContain("<b>Sad");
    }

    @Test
    void losesNoReasonThatWasOfferedBefore() {
        String key = key(press(NOW.plus(A_MOMENT), nonce(NOW), "3", ""));
        String body =
                "nonce=%s&answer=3&details=1&reason=packaging&reason=courier&send=1"
                        .formatted(nonce(NOW.plusSeconds(30)));

        post(NOW.plusSeconds(60), body, key);

        assertThat(reply().reasons()).containsExactly("packaging", "courier");
        assertThat(show(NOW.plusSeconds(61), token, "thanks", key).body())
                .contains("value=\"packaging\" checked", "value=\"courier\" checked")
                .doesNotContain("value=\"effort\"", "value=\"late\" checked");
    }

    @Test
    void offersOtherReasonsForAnotherAnswer() {
        String unhappy = thanksFor("delivery", Metric.NPS, "3", Language.EN).body();
        String between = thanksFor("delivery", Metric.NPS, "7", Language.EN).body();
        String cancelled = thanksFor("cancellation", Metric.CES, "6", Language.EN).body();

        assertThat(unhappy).contains("value=\"damaged\"").doesNotContain("value=\"price\"");
        assertThat(between).contains("value=\"price\"").doesNotContain("value=\"damaged\"");
        assertThat(cancelled)
                .contains("value=\"payment-methods\"")
                .doesNotContain("value=\"carrier\"");
    }

    @ParameterizedTest
    @EnumSource
    void asksWhetherItWasPutRight(Language language) {
        Token asked = Token.random(new SecureRandom());
        links.put(link(asked, Metric.CSAT, "follow-up", language.locale()));
        Texts texts = Texts.of("page", language.locale());

        HttpResponse question = show(NOW, asked, "2");

        preview("question-follow-up-" + language.id(), question);
        assertThat(question.body())
                .contains(escaped(texts.text("follow-up.question", programme.shop())))
                .contains("value=\"2\" checked", "value=\"5\"")
                .doesNotContain("value=\"6\"", "not-received");
    }

    @ParameterizedTest
    @EnumSource
    void thanksWhoSaysWhetherItWasPutRight(Language language) {
        Texts texts = Texts.of("page", language.locale());

        HttpResponse unhappy = thanksFor("follow-up", Metric.CSAT, "2", language);
        HttpResponse between = thanksFor("follow-up", Metric.CSAT, "3", language);
        HttpResponse happy = thanksFor("follow-up", Metric.CSAT, "4", language);

        preview("thanks-follow-up-unhappy-" + language.id(), unhappy);
        preview("thanks-follow-up-happy-" + language.id(), happy);
        assertThat(unhappy.body())
                .contains(escaped(texts.text("follow-up.unhappy")), "class=\"promise\"");
        assertThat(between.body())
                .contains(escaped(texts.text("thanks.happy")))
                .doesNotContain("class=\"promise\"");
        assertThat(happy.body())
                .contains(escaped(texts.text("follow-up.happy")))
                .doesNotContain("class=\"promise\"");
    }

    @Test
    void keepsACommentThatIsTooLongOnThePage() {
        String key = key(press(NOW.plus(A_MOMENT), nonce(NOW), "3", ""));
        String fits = "😢".repeat(2_000);
        String tooLong = fits + "!";

        HttpResponse page = comment(NOW.plusSeconds(60), tooLong, key);
        Optional<String> before = reply().comment();
        comment(NOW.plusSeconds(90), fits, key);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("more than 2,000 characters", tooLong);
        assertThat(before).isEmpty();
        assertThat(reply().comment()).contains(fits);
    }

    @Test
    void showsNoAnswerToWhoeverElseHasTheLink() {
        press(NOW.plus(A_MOMENT), nonce(NOW), "3", "");

        HttpResponse page = at(NOW.plus(Duration.ofHours(1)), sample("shown", token));

        preview("answered", page);
        assertThat(page.body()).contains("has reached us").doesNotContain("<form", "sorry");
    }

    @Test
    void givesTheSamePageForUnknownExpiredAndMalformedTokens() {
        HttpResponse unknown = at(NOW, sample("shown", Token.random(new SecureRandom())));
        HttpResponse expired = at(NOW.plus(Duration.ofDays(46)), sample("shown", token));
        HttpResponse malformed = at(NOW, request("GET", "/s/x", Map.of("token", "../x"), "", ""));

        preview("unknown", unknown);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(List.of(expired, malformed)).containsOnly(unknown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"11", "-1", "abc", "99999999999", "<script>"})
    void refusesAScoreThatIsNotOnTheScale(String score) {
        HttpResponse page = press(NOW.plus(A_MOMENT), nonce(NOW), score, "");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).doesNotContain("Exception", score + "<");
        assertThat(replies.find(SURVEY)).isEmpty();
        assertThat(show(NOW, token, score).body()).doesNotContain("\" checked");
    }

    @Test
    void refusesBrokenFormsLargeBodiesAndOtherTypes() {
        assertThat(post(NOW, "answer=%zz", "").status()).isEqualTo(400);
        assertThat(post(NOW, "x".repeat(1_000_000), "").status()).isEqualTo(413);
        HttpRequest json =
                HttpRequest.of(
                        Json.parseObject(
                                Json.write(
                                        event(
                                                "POST",
                                                "/s/" + token.value(),
                                                Map.of("token", token.value()),
                                                "{}",
                                                "",
                                                "application/json"))));
        assertThat(at(NOW, json).status()).isEqualTo(415);
    }

    @Test
    void asksForAnAnswerWhenNoneIsChosen() {
        HttpResponse page = post(NOW, Map.of("nonce", nonce(NOW), "send", "1"), "");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("choose an answer first");
    }

    @Test
    void suppressesAtOnceByOneClickHoweverOften() {
        HttpResponse shown = at(NOW, sample("unsubscribe-shown", token));
        at(NOW, sample("one-click", token));
        HttpResponse again = at(NOW, sample("one-click", token));

        preview("unsubscribe", shown);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).contains("We will not ask you any more");
        assertThat(contacts.load(CONTACT, Consistency.STRONG).suppression())
                .contains(SuppressionReason.UNSUBSCRIBED);
    }

    @Test
    void speaksTheLanguageOfTheCustomerAndEscapesWhatShopsWrite() {
        Token german = Token.random(new SecureRandom());
        links.put(link(german, Metric.CES, "return", Locale.GERMANY));

        HttpResponse page = at(NOW, sample("shown", german));

        preview("question-ces-de", page);
        assertThat(page.body())
                .contains("lang=\"de\"", "zurückzuschicken", "value=\"7\"", "&lt;Lampe&gt;")
                .doesNotContain("value=\"0\"", "not-received", "<Lampe>");
    }

    @Test
    void saysSoWhenTheTablesCannotBeReached() {
        SurveyPage broken =
                new SurveyPage(
                        new Links(dynamoDb, "no-such-table"),
                        replies,
                        contacts,
                        programme,
                        Clock.fixed(NOW, ZoneOffset.UTC));

        HttpResponse page = broken.respond(sample("shown", token));

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.body()).contains("try again").doesNotContain("Exception");
    }

    @Test
    void isPrimedForASnapshotWithoutAnError() {
        SurveyPage page =
                new SurveyPage(
                        links, replies, contacts, programme, Clock.fixed(NOW, ZoneOffset.UTC));

        assertThatCode(() -> new SurveyPageHandler(page).beforeCheckpoint(Core.getGlobalContext()))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource
    void speaksTheLanguageThatTheCustomerChooses(Language language) {
        HttpResponse page = at(NOW, in(language.id(), sample("score-shown", token)));

        preview("question-" + language.id(), page);
        assertThat(page.body())
                .contains("<html lang=\"" + language.id() + "\"")
                .contains("action=\"/s/" + token.value() + "?lang=" + language.id() + "\"")
                .contains(">" + language.autonym() + "</span>");
        assertThat(replies.find(SURVEY)).isEmpty();
    }

    @Test
    void offersEachOtherLanguageForTheSamePage() {
        HttpResponse page = at(NOW, sample("score-shown", token));

        for (Language other : Language.values()) {
            String link = "href=\"/s/" + token.value() + "/9?lang=" + other.id() + "\"";
            assertThat(page.body().contains(link)).isEqualTo(other != Language.EN);
        }
    }

    @Test
    void keepsToTheLanguageThatWasChosen() {
        String body = "nonce=" + encode(nonce(NOW)) + "&answer=3&send=1";
        HttpRequest press =
                request("POST", "/s/" + token.value(), Map.of("token", token.value()), body, "");

        HttpResponse pressed = at(NOW.plus(A_MOMENT), in("fr", press));
        HttpResponse later = show(NOW.plus(A_MOMENT), token, "thanks", key(pressed));

        preview("thanks-fr", later);
        assertThat(pressed.headers().get("location")).endsWith("/thanks?lang=fr");
        assertThat(reply().locale()).contains(Locale.FRENCH);
        assertThat(later.body()).contains("<html lang=\"fr\"");
    }

    @Test
    void turnsThePageWithTheText() {
        HttpResponse page = at(NOW, in("ar", sample("shown", token)));

        assertThat(page.body()).contains("<html lang=\"ar\" dir=\"rtl\">");
    }

    @ParameterizedTest
    @EnumSource
    void leavesRoomForALanguageWhoseTextsAreLonger(Language language) {
        Token longer = Token.random(new SecureRandom());
        Locale locale = LongTexts.of(language.id());
        Texts texts = Texts.of("page", locale);
        links.put(link(longer, Metric.NPS, "delivery", locale));

        HttpResponse question = show(NOW, longer, "9");
        HttpResponse pressed = pressOf(longer, "3");
        HttpResponse thanks = show(NOW.plus(A_MOMENT), longer, "thanks", key(pressed));

        preview("question-long-" + language.id(), question);
        preview("thanks-long-" + language.id(), thanks);
        assertThat(question.body())
                .contains(escaped(texts.text("question.press")))
                .contains(escaped(texts.text("NPS.high")));
        assertThat(thanks.body()).contains(escaped(texts.text("thanks.comment.hint")));
        assertThat(question.body().replaceFirst(UNSEEN, ""))
                .doesNotContain("overflow: hidden", "nowrap", "ellipsis", "max-height");
    }

    /** Where there is no Chromium, that nothing is cut off has to do. */
    @Test
    void fitsOnAPhoneInLanguagesWhoseTextsAreLonger() {
        Map<String, String> pages = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            Locale locale = LongTexts.of(language.id());
            Token longer = Token.random(new SecureRandom());
            links.put(link(longer, Metric.NPS, "delivery", locale));
            pages.put("question " + locale, show(NOW, longer, "9").body());
            pages.put("unsubscribe " + locale, at(NOW, sample("unsubscribe-shown", longer)).body());
        }

        Browser.find().ifPresent(browser -> assertThat(browser.tooWide(pages, PHONE)).isEmpty());
    }

    @Test
    void passesOverALanguageThatItDoesNotSpeak() {
        HttpResponse page = at(NOW, in("\"><script>", sample("shown", token)));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("<html lang=\"en\"").doesNotContain("<script>");
    }

    private static HttpRequest in(String language, HttpRequest request) {
        return new HttpRequest(
                request.method(),
                request.path(),
                request.headers(),
                request.pathParameters(),
                Map.of("lang", language),
                request.cookies(),
                request.claims(),
                request.body());
    }

    private HttpResponse at(Instant now, HttpRequest request) {
        return new SurveyPage(links, replies, contacts, programme, Clock.fixed(now, ZoneOffset.UTC))
                .respond(request);
    }

    private HttpResponse show(Instant now, Token of, String score) {
        return show(now, of, score, "");
    }

    private HttpResponse show(Instant now, Token of, String score, String key) {
        String path = "/s/" + of.value() + "/" + score;
        return at(now, request("GET", path, Map.of("token", of.value(), "score", score), "", key));
    }

    private HttpResponse press(Instant now, String nonce, String answer, String key) {
        return post(now, Map.of("nonce", nonce, "answer", answer, "send", "1"), key);
    }

    private HttpResponse pressOf(Token of, String answer) {
        String nonce = Nonce.issue(of, NOW, new SecureRandom()).value();
        String body = "nonce=" + encode(nonce) + "&answer=" + answer + "&send=1";
        String path = "/s/" + of.value();
        return at(NOW.plus(A_MOMENT), request("POST", path, Map.of("token", of.value()), body, ""));
    }

    private HttpResponse thanksFor(
            String touchpoint, Metric metric, String answer, Language language) {
        Token asked = Token.random(new SecureRandom());
        String order = "B-" + answer + language.id();
        links.put(link(asked, metric, order + "~" + touchpoint, touchpoint, language.locale()));
        return show(NOW.plusSeconds(6), asked, "thanks", key(pressOf(asked, answer)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void mailed(Answer answer, Letter letter) {
        record(Channel.MAIL, Evidence.MAIL, answer, List.of(letter));
    }

    private void record(Channel channel, Evidence evidence, Answer answer, List<Letter> letters) {
        boolean needsSomeone =
                answer.isUnhappy(Metric.NPS)
                        || letters.stream().anyMatch(l -> l.kind() == Letter.Kind.TO_READ);
        Reply reply =
                new Reply(
                        SURVEY,
                        Metric.NPS,
                        answer,
                        List.of(),
                        letters.stream().map(Letter::text).findFirst(),
                        Optional.empty(),
                        channel,
                        evidence,
                        NOW,
                        NOW,
                        1,
                        Optional.of(new Attention(Severity.NORMAL, NOW)).filter(_ -> needsSomeone),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        0,
                        letters,
                        Optional.empty());
        assertThat(replies.write(reply)).isTrue();
    }

    private HttpResponse comment(Instant now, String comment, String key) {
        return post(
                now,
                Map.of(
                        "nonce", nonce(now.minusSeconds(10)),
                        "answer", "3",
                        "details", "1",
                        "comment", comment,
                        "send", "1"),
                key);
    }

    private HttpResponse post(Instant now, Map<String, String> fields, String key) {
        List<String> pairs = new ArrayList<>();
        fields.forEach((name, value) -> pairs.add(name + "=" + encode(value)));
        return post(now, String.join("&", pairs), key);
    }

    private HttpResponse post(Instant now, String body, String key) {
        String path = "/s/" + token.value();
        return at(now, request("POST", path, Map.of("token", token.value()), body, key));
    }

    /** The nonce of a page that is shown at this moment. */
    private String nonce(Instant shownAt) {
        return replies.find(SURVEY).isEmpty()
                ? found(NONCE, at(shownAt, sample("shown", token)).body())
                : Nonce.issue(token, shownAt, new SecureRandom()).value();
    }

    private Reply reply() {
        return replies.find(SURVEY).orElseThrow();
    }

    private static String key(HttpResponse response) {
        return found(Pattern.compile("edit=([^;]+);"), response.cookies().getFirst());
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    /** A sample with another token in the place of its own. */
    private static HttpRequest sample(String name, Token token) {
        String json =
                new String(Events.read("survey-page/" + name + ".json"), StandardCharsets.UTF_8);
        return HttpRequest.of(
                Json.parseObject(json.replace("abcdefghijklmnopqrstuvwxyz", token.value())));
    }

    private static HttpRequest request(
            String method, String path, Map<String, String> parameters, String body, String key) {
        Map<String, Object> event =
                event(method, path, parameters, body, key, "application/x-www-form-urlencoded");
        return HttpRequest.of(Json.parseObject(Json.write(event)));
    }

    private static Map<String, Object> event(
            String method,
            String path,
            Map<String, String> parameters,
            String body,
            String key,
            String contentType) {
        Map<String, Object> event =
                new LinkedHashMap<>(
                        Json.parseObject(Events.read("survey-page/shown.json")).members());
        event.put("rawPath", path);
        event.put("pathParameters", parameters);
        event.put("headers", Map.of("content-type", contentType));
        event.put("requestContext", Map.of("http", Map.of("method", method)));
        event.put("cookies", key.isEmpty() ? List.of() : List.of("edit=" + key));
        event.put("body", body);
        return event;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void preview(String name, HttpResponse page) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "previews"));
            Files.writeString(folder.resolve(name + ".html"), page.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Link link(Token token, Metric metric, String touchpoint, Locale locale) {
        return link(token, metric, "A-1001~" + touchpoint, touchpoint, locale);
    }

    private static Link link(
            Token token, Metric metric, String surveyId, String touchpoint, Locale locale) {
        return new Link(
                token.hash(),
                NOW.plus(Duration.ofDays(45)),
                surveyId,
                CONTACT.value(),
                metric,
                Touchpoint.of(touchpoint),
                locale,
                ZoneId.of("Europe/Berlin"),
                Optional.of("Ada"),
                List.of("<Lampe>", "Socks"),
                Optional.of(new BigDecimal("79.90")),
                Optional.of("EUR"),
                true);
    }
}
