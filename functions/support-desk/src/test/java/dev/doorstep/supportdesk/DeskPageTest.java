package dev.doorstep.supportdesk;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.doorstep.contacts.ContactId;
import dev.doorstep.followups.Advised;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.FollowUpState;
import dev.doorstep.followups.Promise;
import dev.doorstep.followups.Resolution;
import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Channel;
import dev.doorstep.replies.Reply;
import dev.doorstep.signin.Session;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URLEncoder;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

class DeskPageTest {
    private static final String CASE = "/desk/cases/A-1001~delivery";

    private final DeskHouse house = new DeskHouse();

    @Test
    void listsUrgentCasesFirstAndThenByPromise() {
        house.open("A-1").left(Duration.ofHours(3)).write();
        house.open("A-2").left(Duration.ofHours(1)).write();
        house.open("A-3").left(Duration.ofHours(5)).urgent().write();

        String html = get("/desk").body();

        assertThat(html).containsSubsequence(">A-3<", ">A-2<", ">A-1<");
        assertThat(html).contains("Urgent", "1 h 0 min left");
    }

    @Test
    void saysWhatIsLeftInWordsAndByASign() {
        house.open("A-1").left(Duration.ofMinutes(-90)).write();
        house.open("A-2").left(Duration.ofDays(3)).write();

        String html = get("/desk").body();

        assertThat(html).contains("1 h 30 min overdue", "line broken", "3 d 0 h left", "line fine");
    }

    @Test
    void saysThatMostOfTheTimeHasPassed() {
        house.open("A-1001").left(Duration.ofHours(4)).write();
        house.time.set(DeskHouse.NOW.plus(Duration.ofMinutes(200)));

        assertThat(get(CASE).body()).contains("head soon", "40 min left");
    }

    @ParameterizedTest
    @CsvSource({
        "reason, late, true",
        "reason, refund, false",
        "language, en, true",
        "language, ar, false",
        "touchpoint, delivery, true",
        "touchpoint, return, false",
        "owner, nobody, true",
        "owner, mine, false",
        "owner, '', true"
    })
    void filtersWhatTheIndexGives(String filter, String value, boolean isShown) {
        house.open("A-1001").write();

        assertThat(get("/desk", Map.of(filter, value)).body().contains(">A-1001<"))
                .isEqualTo(isShown);
    }

    @Test
    void saysWhenAPageIsFilteredThin() {
        for (int i = 0; i < 51; i++) {
            house.open("A-" + i).left(Duration.ofHours(1 + i)).locale(i == 7 ? "ar" : "en").write();
        }

        String html = get("/desk", Map.of("language", "ar")).body();

        assertThat(html)
                .contains("Of the 50 cases on this page, 1 fit the filters", "Next page", ">A-7<");
    }

    @Test
    void goesThroughPagesByTheirCursor() {
        for (int i = 0; i < 51; i++) {
            house.open("A-" + i).left(Duration.ofHours(1 + i)).write();
        }
        String first = get("/desk").body();
        String cursor = first.replaceAll("(?s).*[?&;]cursor=([^\"&]+)\".*", "$1");

        String second = get("/desk", Map.of("cursor", cursor)).body();

        assertThat(second).contains(">A-50<", "First page").doesNotContain(">A-49<");
    }

    @Test
    void listsAnUrgentCaseFirstHoweverManyWaitLonger() {
        for (int i = 0; i < 51; i++) {
            house.open("A-" + i).left(Duration.ofHours(1 + i)).write();
        }
        house.open("A-1001").left(Duration.ofHours(99)).urgent().write();

        assertThat(get("/desk").body()).containsSubsequence(">A-1001<", ">A-0<", ">A-48<");
    }

    @Test
    void asksForTheSamePartOfTheListAgain() {
        house.open("A-1001").write();

        String html = get("/desk", Map.of("language", "en")).body();
        String path = html.replaceAll("(?s).*id=\"list\" hx-get=\"([^\"]+)\".*", "$1");

        assertThat(path.replace("&amp;", "&")).isEqualTo("/desk?state=open&language=en");
    }

    @Test
    void refusesACursorThatIsNone() {
        assertThat(get("/desk", Map.of("cursor", "nonsense")).status()).isEqualTo(400);
    }

    @Test
    void takesTheNextCase() {
        house.open("A-1001").write();

        HttpResponse response = post("/desk/next", Map.of());

        assertThat(response.status()).isEqualTo(303);
        assertThat(response.headers().get("location")).startsWith(CASE);
        assertThat(house.find("A-1001").isOwnedBy(DeskHouse.ROBIN.agent())).isTrue();
    }

    @Test
    void saysThatNoCaseIsLeft() {
        assertThat(post("/desk/next", Map.of()).body()).contains("There is no case left to take");
    }

    @Test
    void showsACaseInTheWordsOfTheCustomer() {
        house.deliver("A-1001");
        house.open("A-1001")
                .locale("ar")
                .name("ليلى")
                .comment("الطرد مكسور")
                .letter("انظروا إلى الصورة")
                .write();

        String html = get(CASE).body();

        assertThat(html)
                .contains(
                        "<bdi>ليلى</bdi>",
                        "lang=\"ar\" dir=\"auto\">الطرد مكسور<",
                        "انظروا إلى الصورة",
                        "/letters/0f3c/photographs/1",
                        "NPS, 0 to 10",
                        "It took too long",
                        "mailto:ada@customer.example",
                        "tel:+442079460018",
                        "Delivered",
                        "Promised for",
                        "Reading lamp");
    }

    @Test
    void showsWhatElseTheCustomerAnswered() {
        ContactId ada = new ContactId("ab".repeat(32));
        house.answerHappily(ada, "A-900", DeskHouse.NOW.minus(Duration.ofDays(100)));
        house.answerHappily(
                new ContactId("cd".repeat(32)), "A-800", DeskHouse.NOW.minus(Duration.ofDays(50)));
        house.open("A-1001").by(ada).write();

        assertThat(get(CASE).body())
                .contains("/desk/search?order=A-900", "Delivery: 9 (NPS, 0 to 10)")
                .doesNotContain("A-800");
    }

    @Test
    void tellsWhichVouchersAreLeft() {
        ContactId ada = new ContactId("ab".repeat(32));
        house.open("A-998").by(ada).write();
        house.open("A-999").by(ada).write();
        house.open("A-1001").by(ada).write();

        assertThat(get(CASE).body()).contains("Vouchers left for this customer this month: ");
    }

    @Test
    void offersWhatWasNotSuggestedButNoVoucher() {
        mine();

        assertThat(get(CASE).body())
                .contains("Done besides", "value=\"pass-to-product-team\"")
                .doesNotContain("value=\"voucher\"");
    }

    @Test
    void tellsTimesBySupportsClockAndByTheCustomers() {
        house.open("A-1001").left(Duration.ofHours(3)).write();

        assertThat(get(CASE).body()).contains("Tue 24 Nov, 16:00", "(customer: 15:00)");
    }

    @Test
    void beginsAMailInTheLanguageOfTheCustomer() {
        house.open("A-1001").locale("fr-FR").answer(new Answer.NotReceived()).write();
        post(CASE + "/claim", Map.of());

        assertThat(get(CASE).body()).contains("lang=\"fr\"", ">\nBonjour Ada Lovelace,\n\nMerci ");
    }

    @Test
    void showsNoButtonsToWhoMayOnlyLook() {
        house.open("A-1001").write();

        String list = respond("GET", "/desk", Map.of(), Map.of(), DeskHouse.VIEWER).body();
        String shown = respond("GET", CASE, Map.of(), Map.of(), DeskHouse.VIEWER).body();
        HttpResponse acted = respond("POST", CASE + "/claim", Map.of(), Map.of(), DeskHouse.VIEWER);

        assertThat(list + shown).doesNotContain("/desk/next", "/claim\"");
        assertThat(acted.status()).isEqualTo(403);
        assertThat(house.find("A-1001").state()).isEqualTo(FollowUpState.OPEN);
    }

    @Test
    void writesDownThatTheCustomerWasContacted() {
        mine();

        HttpResponse done =
                post(CASE + "/contacted", Map.of("channel", "phone", "text", "Said\r\nsorry."));

        assertThat(done.headers().get("location")).isEqualTo(CASE + "?done=contacted");
        assertThat(house.find("A-1001").history().entries().getLast().text())
                .contains("Said\nsorry.");
        assertThat(get(CASE, Map.of("done", "contacted")).body())
                .contains("the customer was contacted", "Promise kept", "Said\nsorry.");
    }

    @Test
    void sendsAMail() {
        mine();

        post(CASE + "/message", Map.of("text", "Hello Ada", "version", version()));

        assertThat(house.find("A-1001").mails()).isEqualTo(1);
    }

    @Test
    void promisesATimeByTheClockOfSupport() {
        mine();

        post(
                CASE + "/promise",
                Map.of(
                        "by", "2026-11-25T10:00",
                        "told", "phone",
                        "text", "Tomorrow.",
                        "version", version()));

        Promise promise = house.find("A-1001").ledger().last();
        assertThat(promise.by()).isEqualTo("2026-11-25T09:00:00Z");
        assertThat(get(CASE).body()).contains("Wed 25 Nov, 10:00", "Moved");
    }

    @Test
    void endsACaseWithWhatWasDoneOfTheSuggested() {
        mine();
        post(CASE + "/contacted", Map.of("channel", "chat", "text", "Sorry."));

        post(
                CASE + "/resolve",
                Map.of(
                        "outcome", "replaced",
                        "cause", "carrier-damaged",
                        "done", "apologise",
                        "text", "New one sent.",
                        "version", version()));

        assertThat(house.find("A-1001").state()).isEqualTo(FollowUpState.RESOLVED);
        assertThat(get(CASE).body())
                .contains(
                        "Resolved: Replaced (Carrier damaged it)",
                        "Apologise, in your own words.",
                        "New one sent.");
    }

    @Test
    void givesACaseBack() {
        mine();

        post(CASE + "/release", Map.of("text", "Lunch"));

        assertThat(house.find("A-1001").state()).isEqualTo(FollowUpState.OPEN);
    }

    @ParameterizedTest
    @CsvSource({
        "contacted, channel=phone, contacted-text",
        "contacted, text=Hello, contacted-channel",
        "contacted, channel=pigeon&text=Hello, contacted-channel",
        "message, text=+, message-text",
        "promise, by=2026-11-24T12:00&text=Later, promise-by",
        "promise, by=soon&text=Later, promise-by",
        "note, a=b, note-text",
        "resolve, outcome=replaced, resolve-cause",
        "resolve, cause=lost, resolve-outcome"
    })
    void namesEachFieldAtFaultAndKeepsWhatWasTyped(String form, String body, String field) {
        mine();

        HttpResponse response = postRaw(CASE + "/" + form, body, DeskHouse.ROBIN);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body())
                .contains(
                        "Please check what you typed", "href=\"#" + field + "\"", field + "-error");
        if (body.contains("text=Hello")) {
            assertThat(response.body()).contains(">\nHello</textarea>");
        }
    }

    @Test
    void refusesATextThatIsTooLongAndGivesItBack() {
        mine();
        String text = "😀".repeat(2_001);

        HttpResponse response = post(CASE + "/note", Map.of("text", text));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body()).contains("2,000 characters", text);
    }

    @Test
    void saysWhoHasACaseAndKeepsWhatWasTyped() {
        mine();
        house.time.set(DeskHouse.NOW.plus(Duration.ofHours(1)));
        respond("POST", CASE + "/claim", Map.of(), Map.of(), DeskHouse.KIM);

        HttpResponse response = post(CASE + "/note", Map.of("text", "She called & cried."));

        assertThat(response.status()).isEqualTo(409);
        assertThat(response.body())
                .contains(
                        "Kim Aydın has this case now",
                        "What you typed is not lost",
                        "She called &amp; cried.");
    }

    @Test
    void sendsNoMailBeforeWhatIsNewWasSeen() {
        mine();
        String seen = version();
        post(CASE + "/note", Map.of("text", "From another tab"));

        HttpResponse response =
                post(CASE + "/message", Map.of("text", "Old news", "version", seen));

        assertThat(response.status()).isEqualTo(409);
        assertThat(response.body())
                .contains("has changed since you opened it", "Old news", "From another tab");
        assertThat(house.find("A-1001").mails()).isZero();
    }

    @Test
    void endsNoCaseWhoseCustomerNobodyReached() {
        mine();

        HttpResponse response =
                post(
                        CASE + "/resolve",
                        Map.of("outcome", "apologised", "cause", "other", "version", version()));

        assertThat(response.status()).isEqualTo(409);
        assertThat(response.body()).contains("nobody has been yet");
    }

    @Test
    void tellsWhatOthersDidSinceTheCaseWasShown() {
        mine();
        String poll = poll(get(CASE).body());
        HttpResponse quiet = get(poll);
        respond("POST", CASE + "/note", Map.of(), Map.of("text", "Hi"), DeskHouse.ROBIN);

        HttpResponse news = respond("GET", poll, Map.of(), Map.of(), DeskHouse.KIM);

        assertThat(quiet.status()).isEqualTo(204);
        assertThat(news.status()).isEqualTo(200);
        assertThat(news.body())
                .contains("Robin Beck wrote a note", "hx-swap-oob=\"true\"")
                .doesNotContain("<form", "<textarea");
    }

    @Test
    void showsTheClockAnewWhenAMinuteHasPassed() {
        mine();
        String poll = poll(get(CASE).body());
        house.time.set(DeskHouse.NOW.plusSeconds(61));

        HttpResponse news = get(poll);

        assertThat(news.body()).contains("2 h 58 min left").doesNotContain("news");
    }

    @Test
    void offersAFormAgainWhoseSignInHadEnded() {
        mine();
        HttpRequest late =
                request("POST", CASE + "/note", Map.of(), form(Map.of("text", "Long <work>")));

        HttpResponse signedOut = house.page.sendAgain(late, Optional.empty(), "/desk/sign-in?to=x");
        HttpResponse again =
                house.page.sendAgain(late, Optional.of(DeskHouse.ROBIN), "/desk/sign-in?to=x");

        assertThat(signedOut.status()).isEqualTo(401);
        assertThat(signedOut.body()).contains("Long &lt;work&gt;", "/desk/sign-in?to=x");
        assertThat(again.status()).isEqualTo(403);
        assertThat(again.body())
                .contains("press the button once more", "Long &lt;work&gt;", "key-of-robin");
        assertThat(house.find("A-1001").history().entries()).hasSize(2);
    }

    @Test
    void offersTheListToWhoseNextCaseCameTooLate() {
        HttpRequest late = request("POST", "/desk/next", Map.of(), "");

        HttpResponse again =
                house.page.sendAgain(late, Optional.of(DeskHouse.ROBIN), "/desk/sign-in?to=x");

        assertThat(again.status()).isEqualTo(403);
        assertThat(again.body()).contains("press the button once more", "key-of-robin");
    }

    @Test
    void findsTheCasesOfAnOrderByItsNumber() {
        house.deliver("A-1001");
        house.open("A-1001").write();

        String html = get("/desk/search", Map.of("order", " A-1001 ")).body();

        assertThat(html).contains("href=\"" + CASE + "\"", "survey=A-1001~delivery");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A-404", "<script>", "a b"})
    void saysThatAnOrderIsNotKnown(String order) {
        HttpResponse response = get("/desk/search", Map.of("order", order));

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.body()).contains("No order ").doesNotContain("<script>");
    }

    @Test
    void showsAgentsTheirOwnFiguresBesideTheTeams() {
        house.resolve("A-1001", DeskHouse.ROBIN.agent());
        house.resolve("A-1002", DeskHouse.KIM.agent());

        String shown = get("/desk/agents").body();

        assertThat(shown)
                .contains("Robin Beck", "1 of 1 (21–100 %)", "2 of 2", "too few to say more")
                .doesNotContain("Kim", "to learn from");
    }

    @Test
    void showsLeadsEverybodyAndWhatCasesTeachWithoutWhoTheCustomersAre() {
        house.resolve("A-1001", DeskHouse.ROBIN.agent());
        house.resolve("A-1002", DeskHouse.KIM.agent());

        String shown = respond("GET", "/desk/agents", Map.of(), Map.of(), DeskHouse.LEAD).body();

        assertThat(shown)
                .contains(
                        "Robin Beck",
                        "Kim",
                        "won back from very unhappy",
                        "… here: it came broken.")
                .contains("the customer thanked us", "Thank you, Robin!")
                .doesNotContain("Ada", "Lovelace", "customer.example");
    }

    @Test
    void letsLeadsPickCasesForTrainingAndNobodyElse() {
        house.resolve("A-1001", DeskHouse.ROBIN.agent());
        String pick = "/desk/agents/A-1001~delivery";

        HttpResponse byAgent = respond("POST", pick, Map.of(), Map.of(), DeskHouse.ROBIN);
        boolean pickedByAgent = house.find("A-1001").isPicked();
        HttpResponse byLead = respond("POST", pick, Map.of(), Map.of(), DeskHouse.LEAD);
        FollowUp picked = house.find("A-1001");
        respond("POST", pick, Map.of(), Map.of(), DeskHouse.LEAD);

        assertThat(byAgent.status()).isEqualTo(403);
        assertThat(pickedByAgent).isFalse();
        assertThat(byLead.headers().get("location")).isEqualTo("/desk/agents");
        assertThat(picked.isPicked()).isTrue();
        assertThat(house.find("A-1001")).isEqualTo(picked);
    }

    @Test
    void showsViewersNobodysFigures() {
        assertThat(respond("GET", "/desk/agents", Map.of(), Map.of(), DeskHouse.VIEWER).status())
                .isEqualTo(403);
    }

    @Test
    void suggestsWhatThePlaybookSaysAndRecordsWhatWasDone() {
        house.deliver("A-1001");
        house.open("A-1001").write();

        String shown = get(CASE).body();
        house.resolve("A-1002", DeskHouse.ROBIN.agent());

        assertThat(shown)
                .contains("Asked to be called", "Because: The customer asked to be called.");
        assertThat(house.find("A-1002").resolution().flatMap(Resolution::advised))
                .map(Advised::done)
                .contains(List.of("apologise"));
    }

    @Test
    void recordsWhatACustomerSaidByPhone() {
        house.deliver("A-1001");

        HttpResponse done =
                post(
                        "/desk/record",
                        Map.of(
                                "survey", "A-1001~delivery",
                                "id", "once",
                                "channel", "social",
                                "score", "2",
                                "reason", "damaged",
                                "comment", "Broken",
                                "wish", "phone"));

        assertThat(done.headers().get("location"))
                .isEqualTo("/desk/search?order=A-1001&done=recorded");
        Reply reply = house.recorded().orElseThrow();
        assertThat(reply.answer()).isEqualTo(new Answer.Score(2));
        assertThat(reply.channel()).isEqualTo(Channel.SOCIAL);
        assertThat(reply.reasons()).containsExactly("damaged");
        assertThat(reply.comment()).contains("Broken");
    }

    @ParameterizedTest
    @CsvSource({
        "channel=phone, record-score",
        "score=11&channel=phone, record-score",
        "score=3, record-channel"
    })
    void namesWhatARecordLacks(String body, String field) {
        house.deliver("A-1001");

        HttpResponse response =
                postRaw("/desk/record", "survey=A-1001~delivery&" + body, DeskHouse.ROBIN);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body()).contains("href=\"#" + field + "\"");
        assertThat(house.recorded()).isEmpty();
    }

    @Test
    void leadsToAPhotographForAShortTime() {
        house.open("A-1001").letter("See").write();

        HttpResponse response = get(CASE + "/letters/0f3c/photographs/1");

        assertThat(response.status()).isEqualTo(303);
        assertThat(response.headers().get("location"))
                .contains("photographs/0f3c/1", "Expires=300");
        assertThat(get(CASE + "/letters/0f3c/photographs/2").status()).isEqualTo(404);
    }

    @Test
    void runsNothingThatACustomerWrote() {
        house.open("A-1001")
                .name(DeskHouse.HOSTILE)
                .comment(DeskHouse.HOSTILE)
                .letter(DeskHouse.HOSTILE)
                .write();
        post(CASE + "/claim", Map.of());

        String html = get(CASE).body() + get("/desk", Map.of("state", "claimed")).body();

        assertThat(html).doesNotContain("<script>", "<img");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de-AT,de;q=0.9 | Nächster Fall",
                "fr,en;q=0.5    | Next case",
                "nonsense;;;    | Next case",
            })
    void speaksTheLanguageOfTheBrowser(String asked, String words) {
        HttpRequest request =
                new HttpRequest(
                        "GET",
                        "/desk",
                        Map.of("accept-language", asked),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        new byte[0]);

        assertThat(house.page.respond(request, DeskHouse.ROBIN).body()).contains(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/nothing",
                "/desk/cases/A-404~delivery",
                "/desk/cases/nonsense",
                "/desk/cases/A-1001~delivery/other",
                "/desk/assets/other.css"
            })
    void saysThatThereIsNothing(String path) {
        house.open("A-1001").write();

        assertThat(get(path).status()).isEqualTo(404);
    }

    @Test
    void servesStylesAndScriptsForGoodAndToEveryone() {
        String html = get("/desk").body();

        List<String> assets =
                Pattern.compile("/desk/assets/[^\"]+")
                        .matcher(html)
                        .results()
                        .map(MatchResult::group)
                        .toList();
        assertThat(assets).hasSize(5);
        for (String asset : assets) {
            HttpResponse response =
                    house.page.open(request("GET", asset, Map.of(), "")).orElseThrow();
            assertThat(response.headers().get("cache-control")).contains("immutable");
            assertThat(response.body()).isNotBlank();
        }
        assertThat(html).doesNotContain("<style", "style=\"", "onclick");
    }

    private void mine() {
        house.open("A-1001").left(Duration.ofHours(3)).write();
        post(CASE + "/claim", Map.of());
    }

    private String version() {
        return Long.toString(house.find("A-1001").version());
    }

    private static String poll(String html) {
        return html.replaceAll("(?s).*hx-get=\"([^\"]*/changes[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
    }

    private HttpResponse get(String path) {
        return get(path, Map.of());
    }

    private HttpResponse get(String path, Map<String, String> query) {
        return respond("GET", path, query, Map.of(), DeskHouse.ROBIN);
    }

    private HttpResponse post(String path, Map<String, String> fields) {
        return respond("POST", path, Map.of(), fields, DeskHouse.ROBIN);
    }

    private HttpResponse postRaw(String path, String body, Session session) {
        return house.page.respond(request("POST", path, Map.of(), body), session);
    }

    private HttpResponse respond(
            String method,
            String path,
            Map<String, String> query,
            Map<String, String> fields,
            Session session) {
        return house.page.respond(request(method, path, query, form(fields)), session);
    }

    private static HttpRequest request(
            String method, String path, Map<String, String> query, String body) {
        String[] parts = path.split("\\?", 2);
        Map<String, String> asked = new HashMap<>(query);
        if (parts.length == 2) {
            Arrays.stream(parts[1].split("&"))
                    .map(pair -> pair.split("=", 2))
                    .forEach(pair -> asked.put(pair[0], pair[1]));
        }
        return new HttpRequest(
                method,
                parts[0],
                Map.of("content-type", "application/x-www-form-urlencoded"),
                Map.of(),
                asked,
                Map.of(),
                Map.of(),
                body.getBytes(UTF_8));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
