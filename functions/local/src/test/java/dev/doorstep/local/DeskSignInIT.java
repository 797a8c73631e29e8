package dev.doorstep.local;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskSignInIT {
    private static final Pattern CHOICE =
            Pattern.compile("name=\"username\" value=\"([^\"]+)\">\\s*.*value=\"([^\"]+)\">");

    private final Path root = Path.of(System.getProperty("doorstep.root", "."));
    private final LocalRunner runner =
            LocalRunner.start(Options.of(root, Map.of(), new Console(System.out)));
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterAll
    void stop() {
        runner.close();
    }

    @ParameterizedTest
    @CsvSource({"agent-1, Robin", "lead-1, Charlie", "viewer-1, Sam"})
    void signsInWhoeverThePageOfTheIssuerOffers(String id, String name) throws Exception {
        Map<String, String> cookies = new LinkedHashMap<>();

        URI signIn = redirected(get(runner.api("DeskApi").resolve("/desk"), cookies), cookies);
        URI issuer = redirected(get(signIn, cookies), cookies);
        HttpResponse<String> question = get(issuer, Map.of());
        URI back = redirected(choose(issuer, question.body(), id), new LinkedHashMap<>());
        URI desk = redirected(get(back, cookies), cookies);
        HttpResponse<String> page = get(desk, cookies);

        assertThat(signIn.getPath()).isEqualTo("/desk/sign-in");
        assertThat(question.body()).contains("Who are you?", name);
        assertThat(desk).isEqualTo(runner.api("DeskApi").resolve("/desk"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(name);
        assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
                .contains("default-src 'none'");
    }

    private HttpResponse<String> choose(URI issuer, String page, String id) throws Exception {
        MatchResult choice =
                CHOICE.matcher(page)
                        .results()
                        .filter(found -> found.group(1).equals(id))
                        .findFirst()
                        .orElseThrow();
        String form =
                "username="
                        + URLEncoder.encode(id, UTF_8)
                        + "&claims="
                        + URLEncoder.encode(choice.group(2).replace("&quot;", "\""), UTF_8);
        return send(
                HttpRequest.newBuilder(issuer)
                        .header("content-type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> get(URI place, Map<String, String> cookies) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(place);
        if (!cookies.isEmpty()) {
            request.header(
                    "cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return send(request);
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Where a response sends the browser, which keeps its cookies. */
    private static URI redirected(HttpResponse<String> response, Map<String, String> cookies) {
        List<String> set = response.headers().allValues("set-cookie");
        for (String cookie : set) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return response.request()
                .uri()
                .resolve(response.headers().firstValue("location").orElseThrow());
    }
}
