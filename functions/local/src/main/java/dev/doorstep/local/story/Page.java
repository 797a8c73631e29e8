package dev.doorstep.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page that was opened.
 *
 * @param cookie that it came with, as {@code name=value}
 */
public record Page(URI uri, int status, String html, Optional<String> cookie) {
    private static final Pattern ACTION = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private static final Pattern FIELD =
            Pattern.compile("<input[^>]* name=\"([^\"]+)\"(?:[^>]* value=\"([^\"]*)\")?[^>]*>");
    private static final Pattern LINK = Pattern.compile("href=\"(https?://[^\"]+)\"");

    public static Page open(URI uri, Optional<String> cookie) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).GET();
        cookie.ifPresent(value -> request.header("cookie", value));
        return of(uri, Web.send(request.build()), cookie);
    }

    public static int peek(URI uri) {
        return Web.send(
                        HttpRequest.newBuilder(uri)
                                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                                .build())
                .statusCode();
    }

    /** The addresses that a mail or page links to. */
    public static List<URI> links(String html) {
        return LINK.matcher(html)
                .results()
                .map(found -> URI.create(found.group(1).replace("&amp;", "&")))
                .distinct()
                .toList();
    }

    public boolean hasForm() {
        return ACTION.matcher(html).find();
    }

    /** What the form would send without its button: hidden fields and what is chosen. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (MatchResult field : FIELD.matcher(html).results().toList()) {
            boolean isChoice =
                    field.group().contains("radio") || field.group().contains("checkbox");
            if (!isChoice || field.group().contains(" checked")) {
                fields.put(field.group(1), Optional.ofNullable(field.group(2)).orElse(""));
            }
        }
        return fields;
    }

    /** Presses the button: sends the form with these fields besides, and follows the redirect. */
    public Page press(Map<String, String> chosen) {
        Map<String, String> sent = fields();
        sent.putAll(chosen);
        sent.put("send", "1");
        return post(sent);
    }

    public Page post(Map<String, String> fields) {
        Matcher action = ACTION.matcher(html);
        if (!action.find()) {
            throw new StoryFailed(uri + " has no form");
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri.resolve(action.group(1)))
                        .header("content-type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encode(fields)));
        cookie.ifPresent(value -> request.header("cookie", value));
        HttpResponse<String> response = Web.send(request.build());
        Optional<String> held = of(uri, response, cookie).cookie();
        return response.headers()
                .firstValue("location")
                .map(location -> open(uri.resolve(location), held))
                .orElseGet(() -> of(uri, response, cookie));
    }

    private static Page of(URI uri, HttpResponse<String> response, Optional<String> cookie) {
        List<String> cookies = new ArrayList<>(response.headers().allValues("set-cookie"));
        return new Page(
                uri,
                response.statusCode(),
                response.body(),
                cookies.stream().map(c -> c.split(";", 2)[0]).findFirst().or(() -> cookie));
    }

    private static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(
                        field ->
                                URLEncoder.encode(field.getKey(), UTF_8)
                                        + "="
                                        + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
