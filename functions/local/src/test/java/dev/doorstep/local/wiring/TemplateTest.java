package dev.doorstep.local.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.testing.TemplateFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class TemplateTest {
    private static final Path ROOT = Path.of(System.getProperty("doorstep.root", "."));
    private static final Node TEMPLATE = new Node(TemplateFile.read(ROOT.resolve("template.yaml")));
    private static final Map<String, Node> RESOURCES = TEMPLATE.at("Resources").members();
    private static final Pattern READ =
            Pattern.compile("(?:require|nvironment\\s*\\.find)\\(\\s*\"([A-Z_]+)\"\\s*\\)");
    private static final Pattern KEYS =
            Pattern.compile("(\\$\\{\\w+Bucket\\.Arn}|arn:[^*]*:s3:::[^*/]+)/[^*]*\\*");
    private static final Pattern CLASS =
            Pattern.compile("(?m)^(?:public )?(?:final class|record) (\\w+)");
    private static final Pattern DEPENDENCY =
            Pattern.compile(
                    "<groupId>dev\\.doorstep</groupId>\\s*<artifactId>([a-z-]+)</artifactId>\\s*</dependency>");

    static Stream<String> functions() {
        return named("AWS::Serverless::Function");
    }

    static Stream<String> tables() {
        return named("AWS::DynamoDB::Table");
    }

    @ParameterizedTest
    @MethodSource("functions")
    void bearsOneNameEverywhere(String function) throws IOException {
        String name = folder(function);
        Node properties = resource(function).at("Properties");
        String simpleName = function.replaceAll("Function$", "") + "Handler";

        assertThat(properties.at("CodeUri").text())
                .isEqualTo("functions/" + name + "/target/function.jar");
        assertThat(properties.at("Handler").text())
                .isEqualTo("dev.doorstep." + name.replace("-", "") + "." + simpleName);
        assertThat(ROOT.resolve("functions/" + name + "/README.md")).isRegularFile();
        try (Stream<Path> samples = Files.list(ROOT.resolve("events/" + name))) {
            assertThat(samples).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void hasItsOwnRoleAndLogsThatEnd(String function) {
        Node properties = resource(function).at("Properties");
        String logs = properties.at("LoggingConfig", "LogGroup").resource();

        assertThat(properties.at("Role").resource())
                .isEqualTo(function.replaceAll("Function$", "") + "Role");
        assertThat(resource(logs).at("Properties", "RetentionInDays").isThere()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void losesNothingThatComesAsynchronously(String function) {
        Node properties = resource(function).at("Properties");

        assertThat(deadLetterQueues(properties))
                .allSatisfy(queue -> assertThat(alarmedQueues()).contains(queue));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void isGivenEachSettingThatItsCodeReadsAndNoOther(String function) {
        Set<String> set =
                resource(function).at("Properties", "Environment", "Variables").members().keySet();

        assertThat(set).isEqualTo(read(folder(function)));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void keepsItsDataSafe(String table) {
        Node resource = resource(table);
        Node properties = resource.at("Properties");

        assertThat(resource.at("DeletionPolicy").text()).isEqualTo("Retain");
        assertThat(
                        properties
                                .at(
                                        "PointInTimeRecoverySpecification",
                                        "PointInTimeRecoveryEnabled")
                                .text())
                .isEqualTo("true");
        assertThat(properties.at("SSESpecification", "SSEEnabled").text()).isEqualTo("true");
    }

    @Test
    void allowsNothingByAStar() {
        List<Node> statements =
                RESOURCES.values().stream()
                        .flatMap(TemplateTest::statements)
                        .filter(statement -> statement.at("Effect").text().equals("Allow"))
                        .toList();

        assertThat(statements).hasSizeGreaterThan(20);
        assertThat(statements)
                .allSatisfy(
                        statement -> {
                            assertThat(statement.at("Sid").isThere()).isTrue();
                            assertThat(statement.at("Action").texts())
                                    .noneMatch(t -> t.contains("*"));
                            assertThat(statement.at("Resource").texts())
                                    .allMatch(text -> isNarrow(text, statement.at("Action")));
                        });
    }

    @Test
    void throttlesWhatAnyoneMayCall() {
        List<String> publicApis =
                named("AWS::Serverless::HttpApi")
                        .filter(
                                api ->
                                        !resource(api).at("Properties", "Auth").isThere()
                                                || hasOpenRoute(api))
                        .toList();

        assertThat(publicApis).containsExactly("SurveyApi", "DeskApi");
        assertThat(publicApis)
                .allSatisfy(
                        api ->
                                assertThat(
                                                resource(api)
                                                        .at(
                                                                "Properties",
                                                                "DefaultRouteSettings",
                                                                "ThrottlingRateLimit")
                                                        .isThere())
                                        .isTrue());
    }

    @Test
    void watchesEachDeadLetterQueue() {
        List<String> deadLetterQueues =
                named("AWS::SQS::Queue").filter(id -> id.endsWith("DeadLetterQueue")).toList();

        assertThat(deadLetterQueues).hasSizeGreaterThan(4);
        assertThat(alarmedQueues()).containsAll(deadLetterQueues);
    }

    @Test
    void letsAnyoneToThePageOfTheDeskAndOnlyThere() {
        List<String> open =
                routes("DeskApi")
                        .filter(TemplateTest::isOpen)
                        .map(route -> route.at("Path").text())
                        .toList();

        assertThat(open)
                .contains("/desk", "/desk/sign-in", "/desk/signed-in", "/desk/sign-out")
                .noneMatch(path -> path.startsWith("/desk/follow-ups"))
                .noneMatch(path -> path.startsWith("/desk/orders"))
                .noneMatch(path -> path.startsWith("/desk/coaching"))
                .noneMatch(path -> path.startsWith("/insights"));
    }

    private static boolean hasOpenRoute(String api) {
        return routes(api).anyMatch(TemplateTest::isOpen);
    }

    private static boolean isOpen(Node route) {
        Node authorizer = route.at("Auth", "Authorizer");
        return authorizer.isThere() && authorizer.text().equals("NONE");
    }

    private static Stream<Node> routes(String api) {
        return functions()
                .flatMap(
                        function ->
                                resource(function)
                                        .at("Properties", "Events")
                                        .members()
                                        .values()
                                        .stream())
                .filter(event -> event.at("Type").text().equals("HttpApi"))
                .map(event -> event.at("Properties"))
                .filter(route -> route.at("ApiId").resource().equals(api));
    }

    /** A star is only for the keys of a bucket, and for an action that knows no resource. */
    private static boolean isNarrow(String resource, Node action) {
        return !resource.contains("*")
                || KEYS.matcher(resource).matches()
                || (resource.equals("*") && action.texts().allMatch("ses:GetAccount"::equals));
    }

    private static Stream<String> named(String type) {
        return RESOURCES.entrySet().stream()
                .filter(resource -> resource.getValue().at("Type").text().equals(type))
                .map(Map.Entry::getKey);
    }

    private static Node resource(String id) {
        return TEMPLATE.at("Resources", id);
    }

    private static String folder(String function) {
        return function.replaceAll("Function$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    /** Where what comes asynchronously ends if it fails; fails if one of the ways has none. */
    private static List<String> deadLetterQueues(Node properties) {
        List<String> queues = new ArrayList<>();
        Node async = properties.at("EventInvokeConfig");
        if (async.isThere()) {
            queues.add(async.at("DestinationConfig", "OnFailure", "Destination").resource());
        }
        for (Node event : properties.at("Events").members().values()) {
            Node source = event.at("Properties");
            switch (event.at("Type").text()) {
                case "SQS" ->
                        queues.add(
                                resource(source.at("Queue").resource())
                                        .at("Properties", "RedrivePolicy", "deadLetterTargetArn")
                                        .resource());
                case "DynamoDB" ->
                        queues.add(
                                source.at("DestinationConfig", "OnFailure", "Destination")
                                        .resource());
                case "EventBridgeRule", "ScheduleV2" -> {
                    queues.add(source.at("DeadLetterConfig", "Arn").resource());
                    assertThat(async.isThere()).as("also calls that fail later").isTrue();
                }
                default -> assertThat(event.at("Type").text()).isEqualTo("HttpApi");
            }
        }
        return queues;
    }

    private static Set<String> alarmedQueues() {
        return named("AWS::CloudWatch::Alarm")
                .map(alarm -> resource(alarm).at("Properties"))
                .filter(
                        alarm ->
                                alarm.at("MetricName")
                                        .text()
                                        .equals("ApproximateNumberOfMessagesVisible"))
                .map(alarm -> alarm.at("Dimensions").elements().getFirst().at("Value").resource())
                .collect(Collectors.toSet());
    }

    private static Stream<Node> statements(Node resource) {
        Node properties = resource.at("Properties");
        Stream<Node> inline =
                properties.at("Policies").elements().stream()
                        .flatMap(
                                policy ->
                                        policy
                                                .at("PolicyDocument", "Statement")
                                                .elements()
                                                .stream());
        return Stream.concat(
                inline, properties.at("PolicyDocument", "Statement").elements().stream());
    }

    /**
     * What its own sources read, and what the shared parts read that it wires, or that these do.
     */
    private static Set<String> read(String folder) {
        Path module = ROOT.resolve("functions").resolve(folder);
        Set<String> modules = new LinkedHashSet<>();
        collectModules(module, modules);
        List<String> shared =
                modules.stream()
                        .flatMap(m -> sources(ROOT.resolve("functions/shared").resolve(m)).stream())
                        .toList();
        Set<String> sources = new LinkedHashSet<>(sources(module));
        while (sources.addAll(wiredBy(List.copyOf(sources), shared))) {}
        return sources.stream()
                .flatMap(source -> READ.matcher(source).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static List<String> wiredBy(List<String> sources, List<String> shared) {
        return shared.stream().filter(part -> isWired(part, sources)).toList();
    }

    private static boolean isWired(String part, List<String> sources) {
        return CLASS.matcher(part)
                .results()
                .map(found -> found.group(1) + ".production(")
                .anyMatch(call -> sources.stream().anyMatch(source -> source.contains(call)));
    }

    /** The shared modules that this one is compiled with. */
    private static void collectModules(Path module, Set<String> modules) {
        DEPENDENCY
                .matcher(read(module.resolve("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .filter(Predicate.not("testing"::equals))
                .filter(modules::add)
                .forEach(m -> collectModules(ROOT.resolve("functions/shared").resolve(m), modules));
    }

    private static List<String> sources(Path module) {
        try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(TemplateTest::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
