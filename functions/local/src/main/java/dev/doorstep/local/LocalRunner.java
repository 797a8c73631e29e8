package dev.doorstep.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * The whole template on this machine: its tables, queues, streams, schedules, APIs, mail and
 * sign-in, and each function in processes of its own. Everything listens on loopback, and ends with
 * {@link #close}, or else with this process.
 */
public final class LocalRunner implements AutoCloseable {
    private static final String TEMPLATE = "template.yaml";
    private static final String ISSUER_PARAMETER = "DeskIssuer";
    private static final String AUDIENCE_PARAMETER = "DeskAudience";
    private static final String DESK_API = "DeskApi";
    private static final String DESK_URL_PARAMETER = "DeskUrl";
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration STREAM_PAUSE = Duration.ofMillis(200);
    private static final int THREADS_PER_QUEUE = 2;
    private static final int LONG_POLL_SECONDS = 1;
    private static final byte[] TICK = "{\"source\":\"aws.scheduler\"}".getBytes(UTF_8);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Thread atExit = new Thread(this::stop);
    private final Options options;
    private final Map<String, HttpServer> servers;
    private final Inbox inbox;
    private final HttpServer inboxServer;
    private final Tables tables;
    private final Queues queues;
    private final SignIn signIn;
    private final Template template;
    private final Stack stack;
    private final Rights rights;
    private final LocalLambdas lambdas;
    private final Pollers pollers;
    private final Bus bus;
    private final ObjectStore buckets;
    private final Optional<URI> s3;
    private final InboundMails inbound;
    private final AnswerBox answers;
    private final Optional<SmtpServer> smtp;

    /**
     * Starts everything.
     *
     * @throws IllegalStateException if a function's jar was not built, or a port is taken
     * @throws IllegalArgumentException if the template or a parameter is wrong
     */
    public static LocalRunner start(Options options) {
        return new LocalRunner(options);
    }

    private LocalRunner(Options options) {
        this.options = options;
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            Map<?, ?> file = Template.read(options.root().resolve(TEMPLATE));
            this.servers = bindApis(file);
            this.inboxServer = Http.bind(options.port(Options.INBOX));
            open.push(() -> inboxServer.stop(0));
            CompletableFuture<Queues> startingQueues =
                    CompletableFuture.supplyAsync(() -> new Queues(options.servedBy()));
            CompletableFuture<SignIn> startingSignIn = CompletableFuture.supplyAsync(SignIn::new);
            this.tables = opened(new Tables(options.servedBy()));
            this.signIn = opened(startingSignIn.join());
            this.queues = opened(startingQueues.join());
            this.template = new Template(file, parameters(), machine(), secrets(file));
            this.stack = Stack.of(template, options.root());
            tables.create(stack.tables());
            queues.create(stack.queues().stream().map(options::hastened).toList());
            if (options.servedBy().isPresent()) {
                this.s3 = options.servedBy();
                this.buckets = opened(new ServedBuckets(s3.get(), stack.buckets()));
            } else {
                Buckets own =
                        new Buckets(
                                stack.buckets().stream().map(BucketDefinition::name).toList(),
                                new BucketNotifications(stack.buckets(), this::tell));
                this.s3 = serve(own);
                this.buckets = own;
            }
            this.inbound = new InboundMails(stack.receiptRules(), buckets, Clock.systemUTC());
            this.answers = new AnswerBox(inbound, Clock.systemUTC());
            this.inbox = new Inbox(answers);
            this.rights = new Rights(stack.functions(), stack.byLambda());
            HttpServer aws = Http.bind(0);
            open.push(() -> aws.stop(0));
            this.lambdas = startFunctions(Http.address(aws));
            this.bus = new Bus(stack.ruleSources(), redelivering());
            serveAws(aws);
            startApis();
            startInbox();
            this.smtp = startSmtp();
            this.pollers = opened(new Pollers(options.console()));
            startPollers();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Where an API of the template answers. */
    public URI api(String logicalId) {
        return Http.address(
                Objects.requireNonNull(servers.get(logicalId), logicalId + " is no API"));
    }

    /** Where mail can be read. */
    public URI inbox() {
        return Http.address(inboxServer);
    }

    /** Where mail to the template's recipients can be sent, if it has any. */
    public Optional<InetSocketAddress> smtp() {
        return smtp.map(
                server -> new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
    }

    /**
     * Receives a mail as if it had come by SMTP.
     *
     * @return false if it is for nobody here
     */
    public boolean receive(String sender, String recipient, byte[] mail) {
        boolean isForSomeone = inbound.isFor(recipient);
        if (isForSomeone) {
            inbound.receive(new Envelope("localhost", sender, List.of(recipient)), mail);
        }
        return isForSomeone;
    }

    /**
     * Answers a mail in its recipient's place, as a mail client does.
     *
     * @param photographs that are attached, as JPEG
     * @return false if nobody here would get the answer
     */
    public boolean answer(Mail mail, String text, List<byte[]> photographs) {
        return answers.answer(mail, text, photographs);
    }

    public List<Mail> mails() {
        return inbox.mails();
    }

    /** A token of support's sign-in, for a lead. */
    public String leadToken(String subject, String name) {
        return signIn.leadToken(subject, name, template.parameter(AUDIENCE_PARAMETER));
    }

    /** A token of support's sign-in, for an agent. */
    public String token(String subject, String name) {
        return signIn.token(subject, name, template.parameter(AUDIENCE_PARAMETER));
    }

    public Lambdas lambdas() {
        return lambdas;
    }

    /** How a function of the template runs. */
    public FunctionDefinition function(String logicalId) {
        return stack.functions().stream()
                .filter(function -> function.logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(logicalId + " is not a function"));
    }

    /** Starts one more process of a function, which takes no calls but those of the caller. */
    public FunctionInstance start(FunctionDefinition function) {
        return lambdas.start(function);
    }

    /** Where DynamoDB is. */
    public URI endpointOfTables() {
        return tables.endpoint();
    }

    /** A client of the tables. */
    public DynamoDbClient dynamoDb() {
        return tables.client();
    }

    /** The name of a table, by its logical id. */
    public static String tableName(String table) {
        return Machine.name(table);
    }

    /** All items of a table, by its logical id. */
    public List<Map<String, AttributeValue>> items(String table) {
        return tables.items(table);
    }

    /** How many messages wait in a queue, by its logical id; hidden ones are not counted. */
    public int waiting(String queue) {
        return queues.waiting(queue);
    }

    public void send(String queue, String body) {
        queues.send(queue, body);
    }

    /** What functions may do, and what they did. */
    public Rights rights() {
        return rights;
    }

    /**
     * With delivery by hand: hands on once what schedules, queues and streams hold.
     *
     * @return whether there was anything
     */
    public boolean handOn() {
        return pollers.look();
    }

    /** Whether an asynchronous call has neither succeeded nor failed for good. */
    public boolean isCalling() {
        return lambdas.unfinished() > 0;
    }

    /** Calls a function as its schedule would, however long it is until then. */
    public void wake(String function) {
        stack.scheduleSources().stream()
                .filter(source -> source.function().equals(function))
                .forEach(this::tick);
    }

    /** How much waits for a function or is with one: asynchronous calls, messages by queue. */
    public Map<String, Integer> backlog() {
        Map<String, Integer> backlog = new LinkedHashMap<>();
        backlog.put("asynchronous calls", lambdas.unfinished());
        stack.queueSources().stream()
                .map(QueueSource::queue)
                .forEach(queue -> backlog.put(queue, queues.size(queue)));
        return backlog;
    }

    /** What is at work or comes back by itself, in words; empty if nothing is. */
    public List<String> moving() {
        return backlog().entrySet().stream()
                .filter(waiting -> waiting.getValue() > 0)
                .map(waiting -> waiting.getValue() + " in " + waiting.getKey())
                .toList();
    }

    /** What lies in the template's buckets, each as its bucket and its key. */
    public List<String> objects() {
        return stack.buckets().stream()
                .map(BucketDefinition::name)
                .flatMap(bucket -> buckets.keys(bucket).stream().map(k -> bucket + "/" + k))
                .toList();
    }

    /** Takes all messages out of a queue, by its logical id; also those that are hidden. */
    public List<String> drain(String queue) {
        return queues.drain(queue);
    }

    /** Makes everything as it was at the start: no items, messages, objects, mails. */
    public void empty() {
        stack.tables().forEach(table -> tables.empty(table.logicalId()));
        stack.queues().forEach(queue -> queues.drain(queue.logicalId()));
        buckets.empty();
        inbox.clear();
    }

    /** The logical ids of all functions, in the template's order. */
    public List<String> functions() {
        return stack.functions().stream().map(FunctionDefinition::logicalId).toList();
    }

    /** The logical ids of all tables. */
    public List<String> tables() {
        return stack.tables().stream().map(TableDefinition::logicalId).toList();
    }

    /** The logical ids of all queues. */
    public List<String> queues() {
        return stack.queues().stream().map(QueueDefinition::logicalId).toList();
    }

    /** The queues that failures end in, by logical id. */
    public List<String> deadLetterQueues() {
        return stack.queues().stream()
                .map(QueueDefinition::logicalId)
                .filter(id -> id.endsWith("DeadLetterQueue"))
                .toList();
    }

    /** Where the functions' logs are. */
    public Path logs() {
        return options.root().resolve("functions/local/target/logs");
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException _) {
            // this process is ending; whoever comes first closes
        }
        closeAll();
    }

    private void stop() {
        options.console().line("stopped from outside; everything here ends");
        closeAll();
    }

    private synchronized void closeAll() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                options.console().problem("stopping", String.valueOf(e));
            }
        }
    }

    private <T extends AutoCloseable> T opened(T resource) {
        open.push(resource);
        return resource;
    }

    private Map<String, HttpServer> bindApis(Map<?, ?> file) {
        Map<String, HttpServer> bound = new LinkedHashMap<>();
        for (String api : Template.resources(file, "AWS::Serverless::HttpApi")) {
            HttpServer server = Http.bind(options.port(api));
            open.push(() -> server.stop(0));
            bound.put(api, server);
        }
        return bound;
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>(options.parameters());
        parameters.putIfAbsent(ISSUER_PARAMETER, signIn.issuer());
        if (servers.containsKey(DESK_API)) {
            parameters.putIfAbsent(DESK_URL_PARAMETER, api(DESK_API).toString());
        }
        return parameters;
    }

    private Machine machine() {
        return new Machine(
                queues.endpoint(),
                servers.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, api -> Http.address(api.getValue()))));
    }

    private static Map<String, String> secrets(Map<?, ?> file) {
        SecureRandom random = new SecureRandom();
        return Template.resources(file, "AWS::SecretsManager::Secret").stream()
                .collect(Collectors.toMap(id -> id, _ -> secret(random)));
    }

    private static String secret(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private LocalLambdas startFunctions(URI ses) {
        stack.functions().forEach(LocalRunner::requireJar);
        return opened(
                new LocalLambdas(
                        stack.functions().stream().map(options::hastened).toList(),
                        new AwsServices(
                                tables.endpoint(),
                                queues.endpoint(),
                                ses,
                                s3,
                                rights,
                                options.watch(),
                                new Consumption(stack.tables()),
                                options.console()),
                        freshLogs(),
                        queues,
                        options.console()));
    }

    private void serveAws(HttpServer aws) {
        SesEndpoint ses =
                new SesEndpoint(
                        inbox,
                        bus,
                        stack.mailDomain(),
                        stack.configurationSets(),
                        Clock.systemUTC());
        aws.createContext(SesEndpoint.PATH, ses::answer);
        aws.createContext(SesEndpoint.ACCOUNT_PATH, ses::describeAccount);
        aws.start();
        HttpServer orders = Objects.requireNonNull(servers.get("OrdersApi"), "no OrdersApi");
        orders.createContext(InvokeEndpoint.PATH, new InvokeEndpoint(lambdas)::answer);
    }

    /** Only where there is a bucket to ask for. */
    private Optional<URI> serve(Buckets own) {
        if (stack.buckets().isEmpty()) {
            return Optional.empty();
        }
        HttpServer server = Http.serve(0, new S3Endpoint(own, Clock.systemUTC())::answer);
        open.push(() -> server.stop(0));
        return Optional.of(Http.address(server));
    }

    private Optional<SmtpServer> startSmtp() {
        return stack.receiptRules().isEmpty()
                ? Optional.empty()
                : Optional.of(opened(new SmtpServer(options.port(Options.SMTP), inbound)));
    }

    private void startInbox() {
        inboxServer.createContext("/", inbox::answer);
        inboxServer.start();
    }

    private void tell(String queue, String message) {
        queues.send(queue, message);
        if (options.delivery().comesAgain()) {
            queues.send(queue, message);
        }
    }

    private void startApis() {
        for (ApiDefinition api : stack.apis()) {
            HttpApi gateway = new HttpApi(api, authorizer(api), lambdas, options.console());
            HttpServer server = Objects.requireNonNull(servers.get(api.logicalId()), "not bound");
            server.createContext("/", exchange -> answer(exchange, gateway));
            server.start();
        }
    }

    /** AWS's own calls are told from the API's by their target. */
    private void answer(HttpExchange exchange, HttpApi api) throws IOException {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        if ("AWSEvents.PutEvents".equals(target)) {
            bus.answer(exchange);
        } else {
            api.answer(exchange);
        }
    }

    private static Authorizer authorizer(ApiDefinition api) {
        return switch (api.access()) {
            case ApiDefinition.Access.Anyone _ -> Authorizer.none();
            case ApiDefinition.Access.Iam _ -> new SignatureAuthorizer(Clock.systemUTC());
            case ApiDefinition.Access.Jwt jwt -> new JwtAuthorizer(jwt);
        };
    }

    private void startPollers() {
        boolean byHand = options.delivery() instanceof Delivery.ByHand;
        for (ScheduleSource source : stack.scheduleSources()) {
            BooleanSupplier tick = () -> tick(source);
            Schedule schedule = Schedule.parse(source.expression());
            if (!byHand) {
                pollers.add(source.function(), schedule.first(), schedule.every(), tick);
            } else if (!schedule.isRare()) {
                pollers.addByHand(tick);
            }
        }
        for (QueueSource source : stack.queueSources()) {
            if (byHand) {
                pollers.addByHand(new QueuePoller(source, queues, lambdas, 0)::poll);
            } else {
                startPollers(source);
            }
        }
        for (StreamSource source : stack.streamSources()) {
            StreamPoller poller =
                    new StreamPoller(
                            source,
                            tables.streamArn(source.table()),
                            tables.streams(),
                            queues,
                            redelivering());
            if (byHand) {
                pollers.addByHand(poller::poll);
            } else {
                pollers.add(source.table(), STREAM_PAUSE, poller::poll);
            }
        }
    }

    private void startPollers(QueueSource source) {
        QueuePoller poller = new QueuePoller(source, queues, redelivering(), LONG_POLL_SECONDS);
        for (int i = 0; i < Math.min(THREADS_PER_QUEUE, source.maxConcurrency()); i++) {
            pollers.add(source.queue(), AT_ONCE, poller::poll);
        }
    }

    /** Work shows in what the function then puts into queues, not here. */
    private boolean tick(ScheduleSource source) {
        redelivering().invokeWithRetries(source.function(), TICK);
        return false;
    }

    private Lambdas redelivering() {
        return options.delivery() instanceof Delivery.Again(double share)
                ? new Twice(lambdas, share)
                : lambdas;
    }

    private Path freshLogs() {
        try {
            Files.createDirectories(logs());
            for (FunctionDefinition function : stack.functions()) {
                Files.deleteIfExists(logs().resolve(function.logicalId() + ".log"));
            }
            return logs();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireJar(FunctionDefinition function) {
        if (!Files.isRegularFile(function.jar())) {
            throw new IllegalStateException(
                    function.jar() + " is not built: run ./mvnw package first");
        }
    }
}
