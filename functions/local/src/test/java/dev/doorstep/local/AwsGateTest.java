package dev.doorstep.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sesv2.SesV2Client;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A function's way to S3, and to what SES says of the account. */
class AwsGateTest {
    private static final String BUCKET = Machine.bucketName("MailsBucket");
    private static final String ARN = Machine.bucketArn(BUCKET);
    private static final Role.Statement READ =
            statement("ReadMails", List.of("s3:GetObject"), ARN + "/in/*");
    private static final Role.Statement CHANGE =
            statement("ChangeMails", List.of("s3:PutObject", "s3:DeleteObject"), ARN + "/in/*");
    private static final Role.Statement LIST =
            statement("ListMails", List.of("s3:ListBucket"), ARN);
    private static final Role.Statement ACCOUNT =
            statement("SeeQuota", List.of("ses:GetAccount"), "*");

    private final Buckets buckets = new Buckets(List.of(BUCKET), (_, _, _) -> {});
    private final List<AwsCall> calls = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private Optional<Fault> fault = Optional.empty();
    private Rights rights = new Rights(List.of(), Set.of());

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable resource : open.reversed()) {
            resource.close();
        }
    }

    @Test
    void handsOnWhatTheRoleAllows() throws IOException {
        S3Client s3 = s3(READ, CHANGE, LIST);

        put(s3, "in/a b.eml", "Hello");

        assertThat(get(s3, "in/a b.eml")).isEqualTo("Hello");
        assertThat(s3.headObject(h -> h.bucket(BUCKET).key("in/a b.eml")).contentLength())
                .isEqualTo(5);
        assertThat(s3.listObjectsV2(list -> list.bucket(BUCKET).prefix("in/")).keyCount())
                .isEqualTo(1);
        assertThatThrownBy(() -> get(s3, "in/other")).isInstanceOf(NoSuchKeyException.class);
        s3.deleteObject(delete -> delete.bucket(BUCKET).key("in/a b.eml"));
        assertThat(buckets.all(BUCKET)).isEmpty();
        assertThat(calls)
                .extracting(AwsCall::operation)
                .containsExactly(
                        "s3:PutObject",
                        "s3:GetObject",
                        "s3:HeadObject",
                        "s3:ListBucket",
                        "s3:GetObject",
                        "s3:DeleteObject");
        assertThat(calls)
                .extracting(AwsCall::isRead)
                .containsExactly(false, true, true, true, true, false);
    }

    @Test
    void refusesOtherVerbsAndOtherKeys() throws IOException {
        S3Client s3 = s3(READ);

        assertThatThrownBy(() -> put(s3, "in/a", "Hello")).satisfies(AwsGateTest::isDenied);
        assertThatThrownBy(() -> get(s3, "out/a")).satisfies(AwsGateTest::isDenied);
        assertThatThrownBy(() -> s3.listObjectsV2(list -> list.bucket(BUCKET)))
                .satisfies(AwsGateTest::isDenied);

        assertThat(buckets.all(BUCKET)).isEmpty();
        assertThat(rights.missing())
                .extracting(Rights.Used::resource)
                .containsExactlyInAnyOrder(ARN + "/in/a", ARN + "/out/a", ARN);
        assertThat(rights.idle()).extracting(Rights.Allowed::sid).containsExactly("ReadMails");
    }

    @Test
    void countsARightForAllKeysAsUsedByOne() throws IOException {
        S3Client s3 = s3(READ);
        buckets.put(BUCKET, "in/1", object());

        assertThat(get(s3, "in/1")).isEqualTo("Hello");

        assertThat(rights.missing()).isEmpty();
        assertThat(rights.idle()).isEmpty();
    }

    @Test
    void letsS3GoWrongInS3sOwnWords() throws IOException {
        S3Client s3 = s3(READ);
        buckets.put(BUCKET, "in/1", object());

        fault = Optional.of(Fault.THROTTLE);
        assertThatThrownBy(() -> get(s3, "in/1")).satisfies(e -> is(e, 503, "SlowDown"));
        fault = Optional.of(Fault.ERROR);
        assertThatThrownBy(() -> get(s3, "in/1")).satisfies(e -> is(e, 500, "InternalError"));
        fault = Optional.of(Fault.LOSE_ANSWER);
        assertThatThrownBy(() -> get(s3, "in/1")).isInstanceOf(SdkClientException.class);

        fault = Optional.empty();
        assertThat(get(s3, "in/1")).isEqualTo("Hello");
    }

    @Test
    void tellsTheQuotaOfTheAccount() throws IOException {
        try (SesV2Client ses =
                SesV2Client.builder()
                        .endpointOverride(Http.address(gate(ACCOUNT)))
                        .region(Region.of(Machine.REGION))
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("local", "local")))
                        .httpClient(UrlConnectionHttpClient.create())
                        .build()) {
            assertThat(ses.getAccount(_ -> {}).sendQuota().maxSendRate()).isEqualTo(500);
        }
        assertThat(calls).extracting(AwsCall::operation).containsExactly("ses:GetAccount");
        assertThat(calls.getFirst().isRead()).isTrue();
    }

    private S3Client s3(Role.Statement... allowed) throws IOException {
        S3Client s3 = S3Clients.of(Http.address(gate(allowed)));
        open.add(s3);
        return s3;
    }

    private HttpServer gate(Role.Statement... allowed) throws IOException {
        FunctionDefinition function = function(new Role(List.of(allowed)));
        rights = new Rights(List.of(function), Set.of());
        HttpServer s3 = opened(Http.serve(0, new S3Endpoint(buckets, Clock.systemUTC())::answer));
        InboundMails inbound = new InboundMails(List.of(), buckets, Clock.systemUTC());
        SesEndpoint account =
                new SesEndpoint(
                        new Inbox(new AnswerBox(inbound, Clock.systemUTC())),
                        new Bus(List.of(), new RecordingLambdas()),
                        "example.com",
                        new ConfigurationSets(Map.of()),
                        Clock.systemUTC());
        HttpServer ses = opened(Http.serve(0, account::describeAccount));
        Process process = new ProcessBuilder("cat").start();
        open.add(process::destroy);
        HttpServer server = Http.bind(0);
        AwsServices services =
                new AwsServices(
                        Http.address(ses),
                        Http.address(ses),
                        Http.address(ses),
                        Optional.of(Http.address(s3)),
                        rights,
                        call -> {
                            calls.add(call);
                            return fault;
                        },
                        new Consumption(List.of()),
                        new Console(System.out));
        open.add(new AwsGate(server, function, services, process));
        return server;
    }

    private HttpServer opened(HttpServer server) {
        open.add(() -> server.stop(0));
        return server;
    }

    private static FunctionDefinition function(Role role) {
        return new FunctionDefinition(
                "EmailReplyFunction",
                Path.of("function.jar"),
                "Handler",
                512,
                Duration.ofSeconds(30),
                Map.of(),
                0,
                Optional.empty(),
                "Logs",
                role,
                false,
                List.of());
    }

    private static Role.Statement statement(String sid, List<String> actions, String resource) {
        return new Role.Statement(sid, actions, List.of(resource), Map.of());
    }

    private static S3Object object() {
        return new S3Object("Hello".getBytes(UTF_8), Map.of(), Instant.EPOCH);
    }

    private static void put(S3Client s3, String key, String content) {
        s3.putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromString(content));
    }

    private static String get(S3Client s3, String key) {
        return s3.getObjectAsBytes(get -> get.bucket(BUCKET).key(key)).asUtf8String();
    }

    private static void isDenied(Throwable failure) {
        is(failure, 403, "AccessDenied");
    }

    private static void is(Throwable failure, int status, String code) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        e -> {
                            assertThat(e.statusCode()).isEqualTo(status);
                            assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
                        });
    }
}
