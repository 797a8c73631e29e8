package dev.doorstep.insights;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** The page in a real browser; where there is none, these tests are skipped. */
class InsightsBrowserTest {
    private static final String BY_CARRIER =
            "/insights?from=2026-10-01&to=2026-11-28&by=carrier&compare=previous";
    private static final String HOSTILE = "<img src=x onerror=alert(1)> {{7*7}} ${7*7}";
    private static final int LONG_WAIT = 20_000;

    /** Longer than a page of a download waits before it looks again. */
    private static final int A_LOOK = 4_000;

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
    void tellsHowFarADownloadIsAndLeavesWhoeverReadsItWhereTheyAre() {
        AtomicInteger looks = new AtomicInteger();
        AtomicReference<HttpResponse> download =
                new AtomicReference<>(download("1 of 2 days", Optional.empty()));
        try (PageServer downloads =
                new PageServer(
                        request -> {
                            looks.incrementAndGet();
                            return house.page.open(request).orElseGet(download::get);
                        })) {
            Page page = open("/insights/nothing");
            page.navigate(downloads.url("/insights/downloads/1"));
            Locator again = page.locator("text=Look again");
            again.focus();

            download.set(download("2 of 2 days", Optional.of("/replies.csv")));

            assertThat(page.locator("[role=status]"))
                    .containsText(
                            "2 of 2 days",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(LONG_WAIT));
            assertThat(page.locator("[role=status] a[download]")).isVisible();
            assertThat(again).isFocused();
            int last = looks.get();
            page.waitForTimeout(A_LOOK);
            assertThat(looks.get()).isEqualTo(last);
            assertThat(Chromium.faults(page)).isEmpty();
        }
    }

    @Test
    void looksForADownloadNoMoreOnceItIsGone() {
        AtomicReference<HttpResponse> download =
                new AtomicReference<>(download("1 of 2 days", Optional.empty()));
        try (PageServer downloads =
                new PageServer(request -> house.page.open(request).orElseGet(download::get))) {
            Page page = open("/insights/nothing");
            page.navigate(downloads.url("/insights/downloads/1"));

            download.set(new InsightsTemplates().message(404, "unknown", frame()));
            assertThat(page.locator("[role=status]"))
                    .hasText(
                            "The address is not known, or what was there is gone.",
                            new LocatorAssertions.HasTextOptions().setTimeout(LONG_WAIT));
            download.set(download("2 of 2 days", Optional.of("/replies.csv")));
            page.waitForTimeout(A_LOOK);

            assertThat(page.locator("h1")).hasText("Download the replies");
            assertThat(page.locator("a[download]")).hasCount(0);
        }
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

    private static HttpResponse download(String progress, Optional<String> link) {
        return new InsightsTemplates()
                .download(
                        new DownloadView(
                                frame(),
                                "Delivery, 27 Nov 2026 to 28 Nov 2026",
                                link.isPresent() ? "The file is ready." : "It is being written.",
                                progress,
                                link,
                                "replies.csv",
                                link.isEmpty()));
    }

    private static Frame frame() {
        return new Frame(
                Frame.texts(Optional.empty()),
                new InsightsAssets(),
                "Lamps",
                ZoneOffset.UTC,
                InsightsHouse.LEAD);
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
