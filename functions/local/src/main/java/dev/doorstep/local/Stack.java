package dev.doorstep.local;

import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.testing.TableProperties;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a template asks for, as far as this machine can give it. */
record Stack(
        List<FunctionDefinition> functions,
        List<TableDefinition> tables,
        List<QueueDefinition> queues,
        List<ApiDefinition> apis,
        List<QueueSource> queueSources,
        List<StreamSource> streamSources,
        List<ScheduleSource> scheduleSources,
        List<RuleSource> ruleSources,
        ConfigurationSets configurationSets,
        String mailDomain,
        List<BucketDefinition> buckets,
        List<ReceiptRule> receiptRules) {
    private static final int DEFAULT_RETRIES = 2;
    private static final int DEFAULT_BATCH = 10;
    private static final int DEFAULT_CONCURRENCY = 5;

    Stack {
        functions = List.copyOf(functions);
        tables = List.copyOf(tables);
        queues = List.copyOf(queues);
        apis = List.copyOf(apis);
        queueSources = List.copyOf(queueSources);
        streamSources = List.copyOf(streamSources);
        scheduleSources = List.copyOf(scheduleSources);
        ruleSources = List.copyOf(ruleSources);
        buckets = List.copyOf(buckets);
        receiptRules = List.copyOf(receiptRules);
    }

    /**
     * @param root the folder that paths in the template start from
     */
    static Stack of(Template template, Path root) {
        Reader reader = new Reader(template, root);
        template.resources("AWS::Serverless::Function").forEach(reader::function);
        return new Stack(
                reader.functions,
                template.resources("AWS::DynamoDB::Table").stream().map(reader::table).toList(),
                template.resources("AWS::SQS::Queue").stream().map(reader::queue).toList(),
                template.resources("AWS::Serverless::HttpApi").stream().map(reader::api).toList(),
                reader.queueSources,
                reader.streamSources,
                reader.scheduleSources,
                reader.ruleSources,
                ConfigurationSets.of(
                        template.resources("AWS::SES::ConfigurationSet").stream()
                                .map(Machine::name)
                                .toList(),
                        template.resources("AWS::SES::ConfigurationSetEventDestination").stream()
                                .map(template::properties)
                                .toList()),
                template.parameter("MailDomain"),
                template.resources("AWS::S3::Bucket").stream()
                        .map(id -> BucketDefinition.of(id, template.properties(id)))
                        .toList(),
                template.resources("AWS::SES::ReceiptRule").stream()
                        .flatMap(id -> ReceiptRule.of(template.properties(id)).stream())
                        .toList());
    }

    /**
     * What Lambda itself does in the functions' names: it writes their logs, polls their sources,
     * and keeps what failed. Source: AWS Lambda Developer Guide, on execution roles, on event
     * source mappings for SQS and DynamoDB, and on destinations.
     */
    Set<Rights.Used> byLambda() {
        Set<Rights.Used> used = new LinkedHashSet<>();
        for (FunctionDefinition function : functions) {
            String logs = Machine.arn("logs", "log-group:", function.logGroup());
            used.add(new Rights.Used(function.logicalId(), "logs:CreateLogStream", logs));
            used.add(new Rights.Used(function.logicalId(), "logs:PutLogEvents", logs));
            function.onFailureQueue().ifPresent(q -> used.add(keeps(function.logicalId(), q)));
        }
        for (QueueSource source : queueSources) {
            String queue = Machine.arn("sqs", "", source.queue());
            for (String action : List.of("ReceiveMessage", "DeleteMessage", "GetQueueAttributes")) {
                used.add(new Rights.Used(source.function(), "sqs:" + action, queue));
            }
        }
        for (StreamSource source : streamSources) {
            String stream = Machine.arn("dynamodb", "table/", source.table()) + "/stream/local";
            for (String action :
                    List.of("DescribeStream", "GetRecords", "GetShardIterator", "ListStreams")) {
                used.add(new Rights.Used(source.function(), "dynamodb:" + action, stream));
            }
            source.deadLetterQueue().ifPresent(q -> used.add(keeps(source.function(), q)));
        }
        return used;
    }

    private static Rights.Used keeps(String function, String queue) {
        return new Rights.Used(function, "sqs:SendMessage", Machine.arn("sqs", "", queue));
    }

    /** Reads resource by resource, and collects what wakes the functions. */
    private static final class Reader {
        private final Template template;
        private final Path root;
        private final JsonObject globals;
        private final List<FunctionDefinition> functions = new ArrayList<>();
        private final List<Route> routes = new ArrayList<>();
        private final List<QueueSource> queueSources = new ArrayList<>();
        private final List<StreamSource> streamSources = new ArrayList<>();
        private final List<ScheduleSource> scheduleSources = new ArrayList<>();
        private final List<RuleSource> ruleSources = new ArrayList<>();

        Reader(Template template, Path root) {
            this.template = template;
            this.root = root;
            this.globals = template.functionGlobals();
        }

        void function(String id) {
            JsonObject properties = template.properties(id);
            Optional<JsonObject> async = properties.findObject("EventInvokeConfig");
            functions.add(
                    new FunctionDefinition(
                            id,
                            root.resolve(properties.string("CodeUri")),
                            properties.string("Handler"),
                            number(properties, "MemorySize"),
                            Duration.ofSeconds(number(properties, "Timeout")),
                            environment(properties),
                            async.flatMap(a -> a.findInteger("MaximumRetryAttempts"))
                                    .orElse(DEFAULT_RETRIES),
                            async.flatMap(Reader::onFailure),
                            Machine.logicalId(
                                    properties.object("LoggingConfig").string("LogGroup")),
                            Role.of(
                                    template.properties(
                                            Machine.logicalId(properties.string("Role")))),
                            properties.findObject("SnapStart").isPresent(),
                            List.of()));
            JsonObject events = properties.object("Events");
            events.members().keySet().forEach(name -> event(id, events.object(name)));
        }

        TableDefinition table(String id) {
            return new TableDefinition(
                    id,
                    TableProperties.of(template.properties(id).members())
                            .request(Machine.name(id)));
        }

        QueueDefinition queue(String id) {
            JsonObject properties = template.properties(id);
            return new QueueDefinition(
                    id,
                    Machine.name(id),
                    Duration.ofSeconds(properties.findInteger("VisibilityTimeout").orElse(30)),
                    properties
                            .findObject("RedrivePolicy")
                            .map(
                                    redrive ->
                                            new QueueDefinition.Redrive(
                                                    Machine.logicalId(
                                                            redrive.string("deadLetterTargetArn")),
                                                    redrive.integer("maxReceiveCount"))));
        }

        ApiDefinition api(String id) {
            return new ApiDefinition(
                    id,
                    template.properties(id)
                            .findObject("Auth")
                            .map(Reader::access)
                            .orElse(new ApiDefinition.Access.Anyone()),
                    routes.stream().filter(route -> route.api().equals(id)).toList());
        }

        private static ApiDefinition.Access access(JsonObject auth) {
            String authorizer = auth.findString("DefaultAuthorizer").orElse("NONE");
            return switch (authorizer) {
                case "NONE" -> new ApiDefinition.Access.Anyone();
                case "AWS_IAM" -> new ApiDefinition.Access.Iam();
                default -> {
                    JsonObject jwt =
                            auth.object("Authorizers")
                                    .object(authorizer)
                                    .object("JwtConfiguration");
                    yield new ApiDefinition.Access.Jwt(
                            jwt.string("issuer"), jwt.strings("audience"));
                }
            };
        }

        private void event(String function, JsonObject event) {
            JsonObject source = event.object("Properties");
            String type = event.string("Type");
            switch (type) {
                case "HttpApi" ->
                        routes.add(
                                new Route(
                                        source.string("ApiId"),
                                        function,
                                        source.string("Method"),
                                        source.string("Path"),
                                        isForAnyone(source)));
                case "SQS" -> queueSources.add(queueSource(function, source));
                case "DynamoDB" -> streamSources.add(streamSource(function, source));
                case "ScheduleV2" ->
                        scheduleSources.add(
                                new ScheduleSource(function, source.string("ScheduleExpression")));
                case "EventBridgeRule" -> ruleSources.add(ruleSource(function, source));
                default ->
                        throw new IllegalArgumentException(
                                function + ": events of type " + type + " are not known here");
            }
        }

        private static boolean isForAnyone(JsonObject route) {
            return route.findObject("Auth")
                    .flatMap(auth -> auth.findString("Authorizer"))
                    .filter("NONE"::equals)
                    .isPresent();
        }

        private static QueueSource queueSource(String function, JsonObject source) {
            return new QueueSource(
                    function,
                    Machine.logicalId(source.string("Queue")),
                    source.findInteger("BatchSize").orElse(DEFAULT_BATCH),
                    source.findObject("ScalingConfig")
                            .flatMap(scaling -> scaling.findInteger("MaximumConcurrency"))
                            .orElse(DEFAULT_CONCURRENCY));
        }

        private static StreamSource streamSource(String function, JsonObject source) {
            return new StreamSource(
                    function,
                    Machine.logicalId(source.string("Stream")),
                    source.findInteger("BatchSize").orElse(100),
                    source.findBoolean("BisectBatchOnFunctionError").orElse(false),
                    source.findInteger("MaximumRetryAttempts").orElse(-1),
                    source.findObject("FilterCriteria").stream()
                            .flatMap(criteria -> criteria.objects("Filters").stream())
                            .map(filter -> filter.string("Pattern"))
                            .toList(),
                    onFailure(source));
        }

        private static RuleSource ruleSource(String function, JsonObject source) {
            return new RuleSource(
                    function,
                    source.findString("EventBusName").orElse(Bus.DEFAULT),
                    Json.write(source.object("Pattern").members()),
                    source.findObject("DeadLetterConfig")
                            .map(config -> Machine.logicalId(config.string("Arn"))));
        }

        private static Optional<String> onFailure(JsonObject source) {
            return source.findObject("DestinationConfig")
                    .flatMap(config -> config.findObject("OnFailure"))
                    .map(destination -> Machine.logicalId(destination.string("Destination")));
        }

        private int number(JsonObject properties, String name) {
            return properties.findInteger(name).orElseGet(() -> globals.integer(name));
        }

        private Map<String, String> environment(JsonObject properties) {
            Map<String, String> environment = new LinkedHashMap<>();
            for (JsonObject settings : List.of(globals, properties)) {
                settings.findObject("Environment")
                        .map(e -> e.object("Variables"))
                        .ifPresent(
                                variables ->
                                        variables
                                                .members()
                                                .forEach(
                                                        (name, value) ->
                                                                environment.put(
                                                                        name,
                                                                        String.valueOf(value))));
            }
            return environment;
        }
    }
}
