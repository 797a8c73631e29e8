package dev.doorstep.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;

import dev.doorstep.followups.FollowUps;
import dev.doorstep.followups.Promise;
import dev.doorstep.local.story.Cases;
import dev.doorstep.local.story.OrderSystem;
import dev.doorstep.testing.Chromium;

import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Support at work, as deployed: real sign-in, real page, real headers, real queues. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskInABrowserIT {
    private static final String ADA = "ada@customer.example";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path root = Path.of(System.getProperty("doorstep.root", "."));
    private @Nullable Chromium chromium;
    private @Nullable LocalRunner runner;

    @BeforeAll
    void start() {
        chromium = Chromium.start().orElseGet(() -> abort("there is no Chromium to be driven"));
        runner =
                LocalRunner.start(
                        Options.of(
                                root,
                                Map.of("TimekeeperSchedule", "rate(1 second)"),
                                new Console(System.out)));
    }

    @AfterAll
    void stop() {
        Optional.ofNullable(chromium).ifPresent(Chromium::close);
        Optional.ofNullable(runner).ifPresent(LocalRunner::close);
    }

    @Test
    void signsInTakesTheNextCaseWritesToTheCustomerAndResolvesIt() {
        LocalRunner house = Optional.ofNullable(runner).orElseThrow();
        openCase(house);
        Page page =
                Optional.ofNullable(chromium)
                        .orElseThrow()
                        .context(new Browser.NewContextOptions(), List.of())
                        .newPage();

        page.navigate(house.api("DeskApi") + "/desk");
        page.locator("button:has-text('Robin')").click();
        assertThat(page.locator(".cases .line")).hasCount(1);
        page.locator("#next").click();
        assertThat(page.locator("#act-message")).isVisible();
        page.locator("#act-message summary").click();
        page.locator("#message-text").fill("Dear Ada, a new lamp is on its way.");
        page.locator("#act-message button").click();
        assertThat(page.locator("#notice")).isVisible();
        awaitMail(house, "a new lamp is on its way");
        page.locator("#act-resolve").evaluate("details => details.open = true");
        page.locator("#resolve-outcome").selectOption("replaced");
        page.locator("#resolve-cause").selectOption("carrier-damaged");
        page.locator("#act-resolve button").click();
        assertThat(page.locator("main")).containsText("Resolved");
        page.locator("#sign-out button").click();
        page.navigate(house.api("DeskApi") + "/desk");

        assertThat(page.locator("body")).containsText("Who are you?");
    }

    private void openCase(LocalRunner house) {
        String event = new OrderSystem(house.api("OrdersApi"), root).deliveryOf("A-1001", ADA);
        new OrderSystem(house.api("OrdersApi"), root).send(event);
        Instant now = Instant.now();
        Promise promise = new Promise(now, now.plus(PATIENCE), now.plus(Duration.ofHours(2)));
        new FollowUps(house.dynamoDb(), LocalRunner.tableName("FollowUpsTable"))
                .open(Cases.unhappy("A-1001~delivery", ADA, promise, now));
    }

    private static void awaitMail(LocalRunner house, String words) {
        Instant end = Instant.now().plus(PATIENCE);
        List<Mail> mails = house.mails();
        while (mails.stream().noneMatch(mail -> mail.text().contains(words))
                && Instant.now().isBefore(end)) {
            Pause.of(Duration.ofMillis(200));
            mails = house.mails();
        }
        Assertions.assertThat(mails).anyMatch(mail -> mail.text().contains(words));
    }
}
