package dev.doorstep.insights;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.testing.Chromium;
import dev.doorstep.testing.PageServer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The page in a real browser; where there is none, these tests are skipped. */
class InsightsBrowserTest {
    private static final String BY_CARRIER =
            "/insights?from=2026-10-01&to=2026-11-28&by=carrier&compare=previous";
    private static final String HOSTILE = "<img src=x onerror=alert(1)> {{7*7}} ${7*7}";

    private static @Nullable Chromium running;
    private static Chromium chromium;

    private final InsightsHouse house = new InsightsHouse();
    private final PageServer server = new PageServer(this::answer);
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
        house.fill();
        house.reply("A-1", LocalDate.parse("2026-11-20"), 3, HOSTILE, "late");
        Page page = open("/insights");
        List<String> faults = new ArrayList<>(Chromium.faults(page));
        for (String path :
                List.of(
                        BY_CARRIER,
                        "/insights?touchpoint=exchange",
                        "/insights?from=2026-11-20&to=2026-11-01",
                        "/insights/replies?touchpoint=delivery&from=2026-11-01&to=2026-11-28",
                        "/insights/cases?of=promise&value=broken",
                        "/insights/surveys?counter=skipped~capped",
                        "/insights/nothing")) {
            page.navigate(server.url(path));
            faults.addAll(Chromium.faults(page));
        }

        assertThat(faults).isEmpty();
    }

    @Test
    void drawsWhatItsTablesSayAndNothingFails() {
        house.fill();
        List<String> errors = new ArrayList<>();
        Page page = open("/insights");
        page.onConsoleMessage(message -> errors.add(message.text()));
        page.onPageError(errors::add);
        page.navigate(server.url(BY_CARRIER));

        assertThat(page.locator(".plot canvas:visible")).hasCount(5);
        assertThat(
                        page.evaluate(
                                "[...document.querySelectorAll('canvas')].every(c => c.height >"
                                        + " 40)"))
                .isEqualTo(true);
        assertThat(errors).isEmpty();
    }

    @Test
    void opensWhatIsBehindAFigureAndGoesFurther() {
        house.fill();
        house.reply("A-1", LocalDate.parse("2026-11-20"), 3, HOSTILE, "late");
        Page page = open("/insights?from=2026-10-01&to=2026-11-28");

        page.locator(".map a").first().click();

        assertThat(page.locator("h1")).containsText("Replies");
        assertThat(page.locator(".things li")).not().hasCount(0);
        page.navigate(server.url("/insights/replies?from=2026-10-01&to=2026-11-28"));
        assertThat(page.locator(".things li")).hasCount(50);
        page.locator(".pages a").click();
        assertThat(page.locator(".things li")).hasCount(50);
    }

    @Test
    void canBeLookedAt() {
        house.fill();
        house.reply(
                "A-1001",
                LocalDate.parse("2026-11-27"),
                3,
                "The box was soaked and the lamp inside is broken. Nobody rang.",
                "damaged");
        for (ColorScheme light : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = open(BY_CARRIER, new Browser.NewContextOptions().setColorScheme(light));
            for (int width : List.of(360, 1440)) {
                page.setViewportSize(width, 900);
                page.navigate(server.url(BY_CARRIER));
                Chromium.shoot(page, "figures", light, width);
                page.navigate(server.url("/insights/replies"));
                Chromium.shoot(page, "replies", light, width);
            }
        }
        Page page = open(BY_CARRIER);
        page.pdf(
                new Page.PdfOptions()
                        .setPreferCSSPageSize(true)
                        .setPath(Path.of("target", "screenshots", "figures.pdf")));

        assertThat(Path.of("target", "screenshots", "figures-dark-360.png")).exists();
    }

    private HttpResponse answer(HttpRequest request) {
        return house.page
                .open(request)
                .orElseGet(() -> house.page.respond(request, InsightsHouse.LEAD));
    }

    private Page open(String path) {
        return open(path, new Browser.NewContextOptions());
    }

    private Page open(String path, Browser.NewContextOptions options) {
        BrowserContext context = chromium.context(options, List.of());
        contexts.add(context);
        Page page = context.newPage();
        page.navigate(server.url(path));
        return page;
    }
}
