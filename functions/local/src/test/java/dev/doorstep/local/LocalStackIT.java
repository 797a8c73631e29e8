package dev.doorstep.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.doorstep.local.story.Story;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The stores' and queues' own tests, unchanged, and the story, with DynamoDB and SQS from
 * LocalStack: what holds on two servers is not the whim of one. No function uses S3. Needs Docker.
 *
 * <p>LocalStack's DynamoDB is DynamoDB Local behind a gateway of its own; no test here had to allow
 * for a difference between the two. Its SQS is another program than ElasticMQ.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalStackIT {
    private static final Path ROOT = Path.of(System.getProperty("doorstep.root", "."));
    private static final Path DOCKER = Path.of("/var/run/docker.sock");
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);
    private static final String BROKEN_DOCKER =
            "Docker is on this machine and does not work: see what Testcontainers says";
    private static final String NO_DOCKER = "no Docker runs on this machine";
    private static final DockerImageName IMAGE =
            DockerImageName.parse("localstack/localstack:4.14.0");
    private static final List<String> CONTRACTS =
            List.of(
                    "dev.doorstep.testing.TablesTest",
                    "dev.doorstep.contacts.ContactsTest",
                    "dev.doorstep.links.LinksTest",
                    "dev.doorstep.timers.TimersTest",
                    "dev.doorstep.surveys.SurveysTest",
                    "dev.doorstep.replies.RepliesTest",
                    "dev.doorstep.followups.FollowUpsTest",
                    "dev.doorstep.mail.MailerTest",
                    "dev.doorstep.timekeeper.TimekeeperTest",
                    "dev.doorstep.escalator.EscalatorTest",
                    "dev.doorstep.promisewatch.PromiseWatchTest",
                    "dev.doorstep.insights.InsightsHandlerTest",
                    "dev.doorstep.supportdesk.SupportDeskTest");

    private final Console console = new Console(System.out);
    private Optional<LocalStackContainer> localStack = Optional.empty();

    /** Docker that is there and cannot start the image is an error, not a reason to skip. */
    @BeforeAll
    void start() {
        boolean hasDocker = hasDocker();
        if (!hasDocker) {
            console.line("SKIPPED  LocalStack's suite: " + NO_DOCKER);
        }
        assumeTrue(hasDocker, NO_DOCKER);
        assertTimeoutPreemptively(
                LONGEST_SILENCE,
                () ->
                        assertThat(DockerClientFactory.instance().isDockerAvailable())
                                .as(BROKEN_DOCKER)
                                .isTrue(),
                BROKEN_DOCKER);
        localStack =
                Optional.of(
                        new LocalStackContainer(IMAGE)
                                .withServices("dynamodb", "dynamodbstreams", "sqs", "s3")
                                .withEnv("PROVIDER_OVERRIDE_DYNAMODB", "v2"));
        localStack.orElseThrow().start();
    }

    /** Whether someone says where Docker is, or something listens where it usually is. */
    private static boolean hasDocker() {
        if (System.getenv("DOCKER_HOST") != null) {
            return true;
        }
        try (SocketChannel _ = SocketChannel.open(UnixDomainSocketAddress.of(DOCKER))) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    @AfterAll
    void stop() {
        localStack.ifPresent(LocalStackContainer::stop);
    }

    @Test
    void storesAndQueuesKeepTheirContracts() {
        System.setProperty("doorstep.dynamodb.endpoint", endpoint().toString());
        System.setProperty("doorstep.sqs.endpoint", endpoint().toString());
        LauncherDiscoveryRequest contracts =
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(CONTRACTS.stream().map(DiscoverySelectors::selectClass).toList())
                        .build();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();

        LauncherFactory.create().execute(contracts, summary);

        TestExecutionSummary result = summary.getSummary();
        result.printFailuresTo(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        console.line(
                "LocalStack: %d of %d contract tests hold"
                        .formatted(result.getTestsSucceededCount(), result.getTestsFoundCount()));
        assertThat(result.getTestsFoundCount()).isGreaterThan(100);
        assertThat(result.getTotalFailureCount()).isZero();
    }

    @Test
    void theStoryComesTrue() {
        Options options = Options.of(ROOT, Story.PARAMETERS, console).servedBy(endpoint());

        try (LocalRunner runner = LocalRunner.start(options)) {
            new Story(runner, ROOT, console).play();
        }
    }

    private URI endpoint() {
        return localStack.orElseThrow().getEndpoint();
    }
}
