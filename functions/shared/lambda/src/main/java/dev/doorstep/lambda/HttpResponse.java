package dev.doorstep.lambda;

import static java.util.Objects.requireNonNull;

import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A response in API Gateway's payload format 2.0. */
public record HttpResponse(
        int status, Map<String, String> headers, List<String> cookies, String body) {

    public HttpResponse {
        headers = Map.copyOf(headers);
        cookies = List.copyOf(cookies);
        requireNonNull(body, "body is null");
    }

    public static HttpResponse json(int status, Object body) {
        return new HttpResponse(
                status,
                Map.of(
                        "content-type", "application/json; charset=utf-8",
                        "cache-control", "no-store"),
                List.of(),
                Json.write(body));
    }

    public static HttpResponse html(int status, String body) {
        return new HttpResponse(
                status, Map.of("content-type", "text/html; charset=utf-8"), List.of(), body);
    }

    public static HttpResponse problem(Problem problem) {
        return new HttpResponse(
                problem.status(),
                Map.of(
                        "content-type", "application/problem+json; charset=utf-8",
                        "cache-control", "no-store"),
                List.of(),
                Json.write(problem.members()));
    }

    public HttpResponse withHeaders(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new HttpResponse(status, all, cookies, body);
    }

    public HttpResponse withCookie(String cookie) {
        return new HttpResponse(status, headers, List.of(cookie), body);
    }

    public void writeTo(OutputStream result) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("statusCode", status);
        response.put("headers", headers);
        response.put("cookies", cookies);
        response.put("body", body);
        response.put("isBase64Encoded", false);
        Json.writeTo(result, response);
    }
}
