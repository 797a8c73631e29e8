package dev.doorstep.supportdesk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;

import dev.doorstep.contacts.ContactId;
import dev.doorstep.followups.FollowUpState;
import dev.doorstep.replies.Answer;
import dev.doorstep.signin.Session;
import dev.doorstep.testing.Chromium;
import dev.doorstep.testing.PageServer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The page in a real browser; where there is none, these tests are skipped. */
class DeskBrowserTest {
    private static final String CASE = "/desk/cases/A-1001~delivery";
    private static final String A_WHILE = "00:16";
    private static final String LONG =
            "الطرد وصل متأخرا ومكسورا 😀🧨 ".repeat(71).substring(0, 2_000);

    private static final LocatorAssertions.ContainsTextOptions LONG_WAIT =
            new LocatorAssertions.ContainsTextOptions().setTimeout(15_000);

    private static @Nullable Chromium running;
    private static Chromium chromium;

    private final Map<String, Session> signedIn =
            new ConcurrentHashMap<>(
                    Map.of(
                            "robin", DeskHouse.ROBIN,
                            "kim", DeskHouse.KIM,
                            "lee", DeskHouse.LEAD,
                            "vera", DeskHouse.VIEWER));
    private final DeskHouse house = new DeskHouse();
    private final PageServer server =
            new PageServer(
                    new TestDoor(house.page, user -> Optional.ofNullable(signedIn.get(user))));
    private final List<BrowserContext> contexts = new ArrayList<>();

    @BeforeAll
    static void start() {
        chromium = Chromium.start().orElseGet(() -> abort("there is no Chromium to be driven"));
        running = chromium;
    }

    @AfterAll
    static void stop() {
        if (running != null) {
            running.close();
        }
    }

    @AfterEach
    void close() {
        contexts.forEach(BrowserContext::close);
        server.close();
    }

    @Test
    void canBeUsedByEveryoneInEachLightAndWidth() {
        fill();
        Page page = open("robin", "/desk");
        List<String> faults = new ArrayList<>(Chromium.faults(page));
        for (String path :
                List.of(
                        CASE,
                        "/desk/cases/A-3~delivery",
                        "/desk/help",
                        "/desk/agents",
                        "/desk/record?survey=A-1001~delivery",
                        "/desk/search?order=A-1001",
                        "/desk?state=withdrawn",
                        "/desk/nothing")) {
            page.navigate(server.url(path));
            faults.addAll(Chromium.faults(page));
        }
        Page leads = open("lee", "/desk/agents");
        faults.addAll(Chromium.faults(leads));
        page.navigate(server.url(CASE));
        page.locator("#act-note summary").click();
        page.locator("#act-note button").click();
        assertThat(page.locator("#notice")).containsText("Please check what you typed");
        faults.addAll(Chromium.faults(page));
        page.keyboard().press("?");
        assertThat(page.locator("#help")).isVisible();
        faults.addAll(Chromium.faults(page));

        assertThat(faults).isEmpty();
    }

    @Test
    void takesACaseAndSeesItThrough() {
        house.open("A-1001").comment("It was wet.").write();
        Page page = open("robin", "/desk");

        page.locator("#next").click();
        assertThat(page.locator("h1")).hasText("Ada Lovelace");
        page.locator("#act-message summary").click();
        page.locator("#message-text").fill("Hello Ada, a new lamp is on its way.");
        page.locator("#act-message button").click();
        assertThat(page.locator("#notice")).hasText("The mail is on its way.");
        assertThat(page.locator("#notice")).isFocused();
        page.locator("#resolve-outcome").selectOption("replaced");
        page.locator("#resolve-cause").selectOption("carrier-damaged");
        page.locator("#act-resolve button").click();
        assertThat(page.locator("#notice")).hasText("The case is resolved.");

        assertThat(house.find("A-1001").state()).isEqualTo(FollowUpState.RESOLVED);
        assertThat(house.find("A-1001").mails()).isEqualTo(1);
    }

    @Test
    void worksWithoutScripts() {
        house.deliver("A-1001");
        house.open("A-1001").comment("It was wet.").write();
        Page page =
                open("robin", "/desk", new Browser.NewContextOptions().setJavaScriptEnabled(false));

        page.locator("#next").click();
        page.locator("#act-contacted button").click();
        assertThat(page.locator("#notice li")).hasCount(2);
        page.locator("#contacted-text").fill("Said sorry.");
        page.locator("#contacted-channel").check();
        page.locator("#act-contacted button").click();
        assertThat(page.locator("#notice")).containsText("the customer was contacted");
        page.locator("#help-link").click();
        assertThat(page.locator("h1")).hasText("Help");
        page.locator("#order").fill("A-1001");
        page.locator(".find button").click();
        page.locator("text=Record a reply").click();
        page.locator("#record-channel").check();
        page.locator("input[name=score][value='2']").check();
        page.locator("main button").click();

        assertThat(page.locator("#notice")).containsText("The reply is recorded.");
        assertThat(house.recorded()).isPresent();
    }

    @Test
    void worksByKeyboardAlone() {
        house.open("A-1001").write();
        Page page = open("robin", "/desk");

        page.keyboard().press("n");
        assertThat(page.locator("h1")).hasText("Ada Lovelace");
        page.keyboard().press("c");
        assertThat(page.locator("#contacted-channel")).isFocused();
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        assertThat(page.locator("#contacted-text")).isFocused();
        page.keyboard().type("nr/?c");
        assertThat(page.locator("#contacted-text")).hasValue("nr/?c");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#notice")).containsText("the customer was contacted");
        page.keyboard().press("?");
        assertThat(page.locator("#help")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#help")).isHidden();
        page.keyboard().press("r");
        assertThat(page.locator("#resolve-outcome")).isFocused();
        page.keyboard().press("Shift+Tab");
        page.keyboard().press("/");
        assertThat(page.locator("#order")).isFocused();

        assertThat(house.find("A-1001").history().entries().getLast().text()).contains("nr/?c");
    }

    @Test
    void leavesKeysAloneOnceTheyAreTurnedOff() {
        house.open("A-1001").write();
        Page page = open("robin", "/desk/help");

        page.locator("main .keys-on").uncheck();
        page.reload();
        page.locator("main").click();
        page.keyboard().press("/");

        assertThat(page.locator("main .keys-on")).not().isChecked();
        assertThat(page.locator("#order")).not().isFocused();
    }

    @Test
    void saysWhoWonTheRaceAndKeepsWhatTheLoserTyped() {
        house.open("A-1001").write();
        Page robin = open("robin", CASE);
        robin.locator("#claim").click();
        robin.locator("#contacted-text").fill("She was very kind.");
        robin.locator("#contacted-channel").check();
        house.time.set(DeskHouse.NOW.plus(Duration.ofMinutes(31)));
        Page kim = open("kim", CASE);
        kim.locator("#claim").click();
        assertThat(kim.locator("#notice")).hasText("You have this case.");

        robin.locator("#act-contacted button").click();

        assertThat(robin.locator("#notice")).containsText("Kim Aydın has this case now");
        assertThat(robin.locator("textarea.kept")).containsText("She was very kind.");
        assertThat(house.find("A-1001").isOwnedBy(DeskHouse.KIM.agent())).isTrue();
    }

    @Test
    void showsWhatOthersDoAndLeavesAloneWhatIsTyped() {
        house.open("A-1001").write();
        Page robin = open("robin", CASE);
        robin.locator("#claim").click();
        robin.locator("#contacted-text").fill("Half a sen");
        house.time.set(DeskHouse.NOW.plus(Duration.ofMinutes(31)));
        house.desk.claim(house.find("A-1001").id(), DeskHouse.KIM.agent(), Optional.empty());

        assertThat(robin.locator(".news")).containsText("Kim Aydın took the case", LONG_WAIT);
        assertThat(robin.locator("#live")).containsText("Kim Aydın took the case");
        assertThat(robin.locator("#head")).containsText("Kim Aydın has it until");
        assertThat(robin.locator("#contacted-text")).hasValue("Half a sen");
        assertThat(robin.locator("#contacted-text")).isFocused();
    }

    @Test
    void losesNothingThatWasTypedWhenTheSignInEnds() {
        house.open("A-1001").write();
        Page page = open("robin", CASE);
        page.locator("#claim").click();
        page.locator("#act-note summary").click();
        page.locator("#note-text").fill("A long story.");
        signedIn.remove("robin");

        page.locator("#act-note button").click();
        assertThat(page.locator("#trouble")).containsText("You are signed out");
        assertThat(page.locator("#note-text")).hasValue("A long story.");
        signedIn.put(
                "robin",
                new Session(DeskHouse.ROBIN.agent(), DeskHouse.ROBIN.roles(), "another-key"));
        page.locator("#act-note button").click();
        assertThat(page.locator("#notice")).containsText("press the button once more");
        assertThat(page.locator("#note-text")).hasValue("A long story.");
        page.locator("#act-note button").click();

        assertThat(page.locator("#notice")).hasText("The note is saved.");
        assertThat(house.find("A-1001").history().entries().getLast().text())
                .contains("A long story.");
    }

    @Test
    void keepsWhatWasTypedInOneFormWhenAnotherIsSent() {
        house.open("A-1001").write();
        Page page = open("robin", CASE);
        page.locator("#claim").click();
        page.locator("#contacted-text").fill("Not yet sent");
        page.locator("#act-note summary").click();
        page.locator("#note-text").fill("Sent");

        page.locator("#act-note button").click();
        assertThat(page.locator("#notice")).hasText("The note is saved.");

        assertThat(page.locator("#contacted-text")).hasValue("Not yet sent");
        assertThat(page.locator("#note-text")).hasValue("");
    }

    @Test
    void showsNewCasesByItselfUnlessSomeoneIsGoingThroughTheList() {
        house.open("A-1001").write();
        Page page = open("robin", "/desk", about -> about.clock().install());

        house.open("A-1002").write();
        page.clock().fastForward(A_WHILE);
        assertThat(page.locator("#list .line")).hasCount(2);
        page.locator("#list a").first().focus();
        house.open("A-1003").write();
        page.clock().fastForward(A_WHILE);
        assertThat(page.locator("#list a").first()).isFocused();
        assertThat(page.locator("#list .line")).hasCount(2);
        page.locator("#order").focus();
        page.clock().fastForward(A_WHILE);

        assertThat(page.locator("#list .line")).hasCount(3);
    }

    @Test
    void runsNothingThatACustomerWrote() {
        house.open("A-1001").name(DeskHouse.HOSTILE).comment(DeskHouse.HOSTILE).write();
        List<String> errors = new ArrayList<>();
        Page page = open("robin", "/desk");
        page.onConsoleMessage(message -> errors.add(message.text()));
        page.onDialog(dialog -> errors.add(dialog.message()));

        page.locator("#next").click();
        assertThat(page.locator("blockquote")).containsText("onerror=alert(1)");

        assertThat(page).hasTitle(Pattern.compile(".*A-1001.*"));
        assertThat(errors).isEmpty();
    }

    @Test
    void canBeLookedAt() {
        fill();
        for (ColorScheme light : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page =
                    open("robin", "/desk", new Browser.NewContextOptions().setColorScheme(light));
            for (int width : List.of(360, 1440)) {
                page.setViewportSize(width, 900);
                page.navigate(server.url("/desk"));
                Chromium.shoot(page, "list", light, width);
                page.navigate(server.url(CASE));
                Chromium.shoot(page, "case", light, width);
            }
            page.navigate(server.url("/desk/record?survey=A-1001~delivery"));
            Chromium.shoot(page, "record", light, 1440);
            page.navigate(server.url("/desk/cases/A-3~delivery"));
            Chromium.shoot(page, "arabic", light, 1440);
            Page leads =
                    open(
                            "lee",
                            "/desk/agents",
                            new Browser.NewContextOptions().setColorScheme(light));
            leads.setViewportSize(1440, 900);
            Chromium.shoot(leads, "agents", light, 1440);
            page.navigate(server.url("/desk/help"));
            Chromium.shoot(page, "help", light, 1440);
        }

        assertThat(Path.of("target", "screenshots", "case-dark-360.png")).exists();
    }

    /** Cases of all kinds, one of them Robin's. */
    private void fill() {
        house.resolve("A-7", DeskHouse.ROBIN.agent());
        house.deliver("A-1001");
        ContactId ada = new ContactId("ab".repeat(32));
        house.answerHappily(ada, "A-900", DeskHouse.NOW.minus(Duration.ofDays(100)));
        house.resolve("A-901", DeskHouse.ROBIN.agent(), ada);
        house.open("A-1001")
                .by(ada)
                .urgent()
                .left(Duration.ofMinutes(70))
                .comment(
                        "The box was soaked and the lamp inside is broken. I waited at home all"
                                + " day, twice, and nobody rang.")
                .letter(
                        "Here is a photo of what arrived.\n\n"
                                + "Please call me, I am at home after four.")
                .write();
        house.open("A-2")
                .left(Duration.ofMinutes(-100))
                .locale("de")
                .name("Jörg Müller-Lüdenscheidt")
                .answer(new Answer.NotReceived())
                .comment("Das Paket ist nie angekommen, obwohl es als zugestellt gilt.")
                .write();
        house.open("A-3")
                .locale("ar")
                .name("ليلى الحداد")
                .comment(LONG)
                .left(Duration.ofHours(6))
                .write();
        house.open("A-4")
                .name("x".repeat(150))
                .comment("w".repeat(2_000))
                .left(Duration.ofDays(2))
                .write();
        house.open("A-5")
                .name(DeskHouse.HOSTILE)
                .comment(DeskHouse.HOSTILE)
                .left(Duration.ofHours(20))
                .write();
        house.open("A-6")
                .answer(new Answer.Unscored())
                .letter("Bonjour, où est mon colis ?")
                .locale("fr")
                .name("Zoé")
                .left(Duration.ofHours(28))
                .write();
        house.desk.claim(house.find("A-1001").id(), DeskHouse.ROBIN.agent(), Optional.empty());
        house.desk.note(
                house.find("A-1001").id(),
                DeskHouse.ROBIN.agent(),
                Optional.empty(),
                "Asked the carrier for the proof of delivery.");
        house.desk.release(
                house.find("A-1001").id(),
                DeskHouse.ROBIN.agent(),
                Optional.empty(),
                Optional.empty());
        house.desk.claim(house.find("A-1001").id(), DeskHouse.ROBIN.agent(), Optional.empty());
        house.desk.claim(house.find("A-3").id(), DeskHouse.ROBIN.agent(), Optional.empty());
        house.desk.release(
                house.find("A-3").id(),
                DeskHouse.ROBIN.agent(),
                Optional.empty(),
                Optional.empty());
    }

    private Page open(String user, String path) {
        return open(user, path, new Browser.NewContextOptions());
    }

    private Page open(String user, String path, Consumer<Page> before) {
        return open(user, path, new Browser.NewContextOptions(), before);
    }

    private Page open(String user, String path, Browser.NewContextOptions options) {
        return open(user, path, options, _ -> {});
    }

    private Page open(
            String user, String path, Browser.NewContextOptions options, Consumer<Page> before) {
        Cookie cookie = new Cookie(TestDoor.USER, user).setUrl(server.url("/"));
        BrowserContext context = chromium.context(options, List.of(cookie));
        contexts.add(context);
        Page page = context.newPage();
        before.accept(page);
        page.navigate(server.url(path));
        return page;
    }
}
