package dev.doorstep.local.year;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import dev.doorstep.lambda.Environment;
import dev.doorstep.local.Console;
import dev.doorstep.local.LocalRunner;
import dev.doorstep.local.Options;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.testing.Chromium;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A year's figures as deployed: real sign-in, real page, real counting, real files. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class YearInABrowserIT {
    private static final int ORDERS = 2_000;
    private static final int LONG_WAIT = 90_000;

    private final Path root = Path.of(System.getProperty("doorstep.root", "."));
    private @Nullable Chromium chromium;
    private @Nullable LocalRunner runner;
    private String path = "/insights";
    private int replies;

    @BeforeAll
    void start() {
        chromium = Chromium.start().orElseGet(() -> abort("there is no Chromium to be driven"));
        LocalRunner house = LocalRunner.start(Options.of(root, Map.of(), new Console(System.out)));
        runner = house;
        Year year =
                Year.of(
                        new YearOptions(1, ORDERS),
                        Programme.load(new Environment(Map.of())),
                        Clock.systemUTC());
        LocalYear.fill(house, year);
        replies =
                (int)
                        year.replies().stream()
                                .filter(r -> r.survey().touchpoint() == Touchpoint.DELIVERY)
                                .count();
        path = "/insights?by=carrier&from=%s&to=%s".formatted(year.first(), year.last());
    }

    @AfterAll
    void stop() {
        Optional.ofNullable(chromium).ifPresent(Chromium::close);
        Optional.ofNullable(runner).ifPresent(LocalRunner::close);
    }

    @Test
    void showsAYearAndWhatIsBehindItAndGivesItAway() {
        Page page = signedIn(ColorScheme.LIGHT);

        assertThat(page.locator(".big").first()).not().hasText("\u2013");
        assertThat(page.locator(".map td a").first()).isVisible();
        page.locator(".map td a").first().click();
        assertThat(page.locator(".things li").first()).isVisible();
        page.goBack();
        page.locator("button[value=csv]").click();
        page.waitForSelector(
                "a[download]", new Page.WaitForSelectorOptions().setTimeout(LONG_WAIT));
        Path file = page.waitForDownload(() -> page.locator("a[download]").click()).path();

        assertThat(file).content().startsWith("survey_id");
        assertThat(contentOf(file.toFile()).lines().filter(line -> line.startsWith("Y-")))
                .hasSize(replies);
    }

    @Test
    void canBeLookedAt() {
        for (ColorScheme light : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = signedIn(light);
            for (int width : List.of(360, 1440)) {
                page.setViewportSize(width, 900);
                page.reload();
                Chromium.shoot(page, "year", light, width);
            }
        }
        signedIn(ColorScheme.DARK)
                .pdf(
                        new Page.PdfOptions()
                                .setPreferCSSPageSize(true)
                                .setPath(Path.of("target", "screenshots", "year.pdf")));

        assertThat(Path.of("target", "screenshots", "year.pdf")).exists();
    }

    private Page signedIn(ColorScheme light) {
        LocalRunner house = Optional.ofNullable(runner).orElseThrow();
        Page page =
                Optional.ofNullable(chromium)
                        .orElseThrow()
                        .context(new Browser.NewContextOptions().setColorScheme(light), List.of())
                        .newPage();
        page.navigate(house.api("DeskApi") + path);
        page.locator("button:has-text('Charlie')").click();
        return page;
    }
}
