package dev.doorstep.testing;

import static java.util.Objects.requireNonNull;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A real browser that does as a test says, where the machine has one. */
public final class Chromium implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final Map<String, String> NO_DOWNLOAD =
            Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    private static final String IS_TOO_WIDE =
            "document.documentElement.scrollWidth > document.documentElement.clientWidth";

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    private Chromium(Playwright playwright, com.microsoft.playwright.Browser browser) {
        this.playwright = requireNonNull(playwright, "playwright is null");
        this.browser = requireNonNull(browser, "browser is null");
    }

    /** Empty if there is no Chromium on this machine, or nothing that can drive it. */
    public static Optional<Chromium> start() {
        return Browser.find().flatMap(found -> driver().map(driver -> start(driver, found)));
    }

    private static Chromium start(Playwright driver, Browser found) {
        return new Chromium(
                driver,
                driver.chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(found.program())));
    }

    private static Optional<Playwright> driver() {
        try {
            return Optional.of(
                    Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOAD)));
        } catch (PlaywrightException _) {
            return Optional.empty();
        }
    }

    /** A browser of its own for someone, in English unless the options say otherwise. */
    public BrowserContext context(
            com.microsoft.playwright.Browser.NewContextOptions options, List<Cookie> cookies) {
        if (options.locale == null) {
            options.setLocale("en-GB");
        }
        BrowserContext context = browser.newContext(options);
        context.addCookies(cookies);
        return context;
    }

    /**
     * What keeps people from using a page, by axe's rules, or what does not fit. What is laid out
     * does not depend on the light, and colours not on the width.
     */
    public static List<String> faults(Page page) {
        List<String> faults = new ArrayList<>();
        for (int width : List.of(360, 1920, 1200)) {
            faults.addAll(faults(page, ColorScheme.LIGHT, width));
        }
        faults.addAll(faults(page, ColorScheme.DARK, 1200));
        return faults;
    }

    private static List<String> faults(Page page, ColorScheme light, int width) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(light));
        page.setViewportSize(width, 900);
        String where = page.url() + " " + light + " " + width + ": ";
        List<String> faults = new ArrayList<>();
        for (Rule rule : violations(page)) {
            faults.add(where + rule.getId() + " " + rule.getNodes().getFirst().getHtml());
        }
        if (Boolean.TRUE.equals(page.evaluate(IS_TOO_WIDE))) {
            faults.add(where + "too wide");
        }
        return faults;
    }

    private static List<Rule> violations(Page page) {
        return new AxeBuilder(page).setLegacyMode(true).withTags(RULES).analyze().getViolations();
    }

    /** Takes a picture of the whole page, into the module's {@code target/screenshots}. */
    public static void shoot(Page page, String name, ColorScheme light, int width) {
        String file = "%s-%s-%d.png".formatted(name, light.name().toLowerCase(Locale.ROOT), width);
        page.screenshot(
                new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(file)).setFullPage(true));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
