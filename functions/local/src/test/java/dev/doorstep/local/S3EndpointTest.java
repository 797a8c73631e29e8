package dev.doorstep.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What the SDK's own client makes of it. */
class S3EndpointTest {
    private static final String BUCKET = Machine.bucketName("MailsBucket");
    private static final String KEY = "in/a b+c&ä.eml";

    private final Buckets buckets = new Buckets(List.of(BUCKET), (_, _, _) -> {});
    private final HttpServer server =
            Http.serve(0, new S3Endpoint(buckets, Clock.systemUTC())::answer);
    private final S3Client s3 = S3Clients.of(Http.address(server));

    @AfterEach
    void stop() {
        s3.close();
        server.stop(0);
    }

    @Test
    void givesBackWhatWasPutUnderItsKeyWithTheBucketInThePath() {
        put(KEY, "Hello");

        assertThat(buckets.all(BUCKET)).containsOnlyKeys(KEY);
        assertThat(get(KEY)).isEqualTo("Hello");
    }

    @Test
    void keepsAnEmptyObject() {
        put(KEY, "");

        assertThat(get(KEY)).isEmpty();
    }

    @Test
    void putsAnObjectTogetherThatComesInParts() {
        String upload = begin();
        CompletedPart second = part(upload, 2, "lo");
        part(upload, 1, "something else");
        CompletedPart first = part(upload, 1, "Hel");
        assertThat(buckets.all(BUCKET)).isEmpty();

        complete(upload, first, second);

        HeadObjectResponse head = s3.headObject(h -> h.bucket(BUCKET).key(KEY));
        assertThat(get(KEY)).isEqualTo("Hello");
        assertThat(head.contentType()).isEqualTo("text/csv");
    }

    @Test
    void refusesPartsThatAreOthersByNowAndUploadsThatAreOver() {
        String upload = begin();
        CompletedPart before = part(upload, 1, "Hello");
        CompletedPart now = part(upload, 1, "Good-bye");

        assertThatThrownBy(() -> complete(upload, before))
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidPart"));
        complete(upload, now);
        assertThatThrownBy(() -> complete(upload, now)).isInstanceOf(NoSuchUploadException.class);
        assertThatThrownBy(() -> part(upload, 2, "more")).isInstanceOf(NoSuchUploadException.class);
        assertThat(get(KEY)).isEqualTo("Good-bye");
    }

    private String begin() {
        return s3.createMultipartUpload(c -> c.bucket(BUCKET).key(KEY).contentType("text/csv"))
                .uploadId();
    }

    private CompletedPart part(String upload, int number, String content) {
        String tag =
                s3.uploadPart(
                                put ->
                                        put.bucket(BUCKET)
                                                .key(KEY)
                                                .uploadId(upload)
                                                .partNumber(number),
                                RequestBody.fromString(content))
                        .eTag();
        return CompletedPart.builder().partNumber(number).eTag(tag).build();
    }

    private void complete(String upload, CompletedPart... parts) {
        s3.completeMultipartUpload(
                all ->
                        all.bucket(BUCKET)
                                .key(KEY)
                                .uploadId(upload)
                                .multipartUpload(m -> m.parts(parts)));
    }

    @Test
    void tellsOfAnObjectWithoutItsContent() {
        s3.putObject(
                put ->
                        put.bucket(BUCKET)
                                .key(KEY)
                                .contentType("message/rfc822")
                                .metadata(Map.of("from", "smtp")),
                RequestBody.fromString("Hello"));

        HeadObjectResponse head = s3.headObject(h -> h.bucket(BUCKET).key(KEY));

        assertThat(head.contentLength()).isEqualTo(5);
        assertThat(head.contentType()).isEqualTo("message/rfc822");
        assertThat(head.metadata()).containsEntry("from", "smtp");
        assertThat(head.eTag()).isEqualTo("\"8b1a9953c4611296a827abf8c47804d7\"");
        assertThat(head.contentEncoding()).isNull();
    }

    @Test
    void givesAPart() {
        put(KEY, "0123456789");

        assertThat(range("bytes=2-4")).isEqualTo("234");
        assertThat(range("bytes=7-")).isEqualTo("789");
        assertThat(range("bytes=-1")).isEqualTo("9");
        assertThat(range("bytes=8-100")).isEqualTo("89");
        assertThatThrownBy(() -> range("bytes=10-"))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(416));
    }

    @Test
    void removesAnObjectAndDoesNotMindThatItIsGone() {
        put(KEY, "Hello");

        s3.deleteObject(delete -> delete.bucket(BUCKET).key(KEY));
        s3.deleteObject(delete -> delete.bucket(BUCKET).key(KEY));

        assertThatThrownBy(() -> get(KEY)).isInstanceOf(NoSuchKeyException.class);
        assertThatThrownBy(() -> s3.headObject(h -> h.bucket(BUCKET).key(KEY)))
                .isInstanceOf(NoSuchKeyException.class);
    }

    @Test
    void listsAPrefixPageByPage() {
        List.of("in/1", "in/2", "in/3 & <more>", "out/1").forEach(key -> put(key, key));

        List<String> keys =
                s3
                        .listObjectsV2Paginator(
                                list -> list.bucket(BUCKET).prefix("in/").maxKeys(2))
                        .contents()
                        .stream()
                        .map(S3Object::key)
                        .toList();

        assertThat(keys).containsExactly("in/1", "in/2", "in/3 & <more>");
    }

    @Test
    void givesAnObjectToWhoeverHasAPresignedLink() throws Exception {
        put(KEY, "Hello");
        URI link;
        try (S3Presigner presigner = S3Clients.presigner(Http.address(server))) {
            link =
                    presigner
                            .presignGetObject(
                                    sign ->
                                            sign.signatureDuration(Duration.ofMinutes(1))
                                                    .getObjectRequest(
                                                            g -> g.bucket(BUCKET).key(KEY)))
                            .url()
                            .toURI();
        }

        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(
                            http.send(
                                            HttpRequest.newBuilder(link).build(),
                                            HttpResponse.BodyHandlers.ofString())
                                    .body())
                    .isEqualTo("Hello");
        }
    }

    @Test
    void knowsNoOtherBucketAndNothingElse() {
        assertThatThrownBy(() -> s3.listObjectsV2(list -> list.bucket("other")))
                .isInstanceOf(NoSuchBucketException.class);
        assertThatThrownBy(() -> s3.getObjectTagging(get -> get.bucket(BUCKET).key(KEY)))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(501));
        assertThatThrownBy(
                        () ->
                                s3.putObject(
                                        put -> put.bucket(BUCKET).key(KEY).ifNoneMatch("*"),
                                        RequestBody.fromString("Hello")))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(501));
        assertThat(buckets.all(BUCKET)).isEmpty();
    }

    private void put(String key, String content) {
        s3.putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromString(content));
    }

    private String get(String key) {
        return s3.getObjectAsBytes(get -> get.bucket(BUCKET).key(key)).asUtf8String();
    }

    private String range(String range) {
        return s3.getObjectAsBytes(get -> get.bucket(BUCKET).key(KEY).range(range)).asUtf8String();
    }
}
