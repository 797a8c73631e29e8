package dev.doorstep.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.sun.net.httpserver.HttpServer;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One process of a function under AWS's own runtime client; takes one call at a time. */
public final class FunctionInstance implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final Duration LONGEST_END = Duration.ofSeconds(2);
    private static final Map<String, String> CREDENTIALS =
            Map.of(
                    "AWS_ACCESS_KEY_ID", Machine.ACCESS_KEY,
                    "AWS_SECRET_ACCESS_KEY", Machine.SECRET_KEY,
                    "AWS_SESSION_TOKEN", Machine.SESSION_TOKEN);
    private static final String RUNTIME_CLASS_PATH =
            Stream.of(AWSLambda.class, PojoSerializer.class, RequestStreamHandler.class)
                    .map(FunctionInstance::jarOf)
                    .distinct()
                    .collect(Collectors.joining(File.pathSeparator));

    private final FunctionDefinition function;
    private final RuntimeApi runtime;
    private final Process process;
    private final AwsGate gate;

    /**
     * Starts the process; it gets nothing of this one's environment.
     *
     * @param services that stand for AWS
     * @param log where what it writes is appended
     */
    FunctionInstance(FunctionDefinition function, AwsServices services, Path log) {
        this.function = function;
        this.runtime = new RuntimeApi(Machine.functionArn(function.logicalId()));
        HttpServer aws = Http.bind(0);
        this.process = start(Http.address(aws), log);
        this.gate = new AwsGate(aws, function, services, process);
        var _ = process.onExit().thenAccept(gone -> runtime.end(crashed(gone.exitValue())));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    public long processId() {
        return process.pid();
    }

    /** When its snapshot was restored: when the runtime client was told to go on. */
    public long restoredAtNanos() {
        return runtime.restoredAtNanos();
    }

    /** Waits until it can take a call, or is known never to. */
    public void awaitReady() {
        try {
            CompletableFuture.anyOf(runtime.ready(), runtime.ended())
                    .get(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(function.logicalId() + " does not start", e);
        }
    }

    /** Starting does not count as time of the call. */
    public Lambdas.Result invoke(byte[] event) {
        String requestId = UUID.randomUUID().toString();
        awaitReady();
        try {
            if (runtime.ended().isDone()) {
                close();
                return runtime.ended().get();
            }
            return runtime.call(requestId, event, Instant.now().plus(function.timeout()))
                    .get(function.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            close();
            return new Lambdas.Result.TimedOut(
                    "%s Task timed out after %d.00 seconds"
                            .formatted(requestId, function.timeout().toSeconds()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        runtime.close();
        gate.close();
    }

    private Process start(URI aws, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command());
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment(aws));
        try {
            return builder.start();
        } catch (IOException e) {
            runtime.close();
            throw new UncheckedIOException(e);
        }
    }

    /** As Lambda's managed runtime starts Java: the serial collector, the first compiler only. */
    private List<String> command() {
        List<String> command = new ArrayList<>(function.launcher());
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + function.memoryMegabytes() * 3 / 4 + "m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dstdout.encoding=UTF-8",
                        "-D" + RuntimeLibrary.PROPERTY + "=" + RuntimeLibrary.FILE,
                        "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
                        "-cp",
                        function.jar() + File.pathSeparator + RUNTIME_CLASS_PATH,
                        AWSLambda.class.getName(),
                        function.handler()));
        return command;
    }

    private Map<String, String> environment(URI aws) {
        String name = Machine.name(function.logicalId());
        Map<String, String> environment = new LinkedHashMap<>(function.environment());
        environment.put("AWS_ENDPOINT_URL", aws.toString());
        environment.put("AWS_LAMBDA_RUNTIME_API", runtime.address());
        environment.put("AWS_LAMBDA_FUNCTION_NAME", name);
        environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        environment.put(
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMegabytes()));
        environment.put(
                "AWS_LAMBDA_INITIALIZATION_TYPE",
                function.isSnapStarted() ? "snap-start" : "on-demand");
        environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + name);
        environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "local");
        environment.put("_HANDLER", function.handler());
        environment.put("AWS_REGION", Machine.REGION);
        environment.putAll(
                function.isSnapStarted() ? runtime.credentialsEnvironment() : CREDENTIALS);
        environment.put("LANG", "en_US.UTF-8");
        environment.put("TZ", ":UTC");
        return environment;
    }

    private static Lambdas.Result crashed(int exitCode) {
        return new Lambdas.Result.Crashed(
                exitCode, "Runtime exited with error: exit status " + exitCode);
    }

    private static String jarOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
