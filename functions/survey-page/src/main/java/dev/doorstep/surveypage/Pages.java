package dev.doorstep.surveypage;

import dev.doorstep.lambda.HttpResponse;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * Fills the templates, and answers with what keeps a page to itself: nothing is loaded from
 * elsewhere, no script runs, nothing is kept or told on.
 */
final class Pages {
    private static final String STYLE = style();

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, null, "dev.doorstep.surveypage.templates");
    private final Map<String, String> headers =
            Map.of(
                    "content-security-policy",
                    "default-src 'none'; style-src 'sha256-"
                            + sha256(STYLE)
                            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
                    "cache-control",
                    "no-store",
                    "referrer-policy",
                    "no-referrer",
                    "x-robots-tag",
                    "noindex, nofollow",
                    "x-content-type-options",
                    "nosniff");

    HttpResponse question(int status, QuestionView view) {
        return page(status, "question.jte", view);
    }

    HttpResponse thanks(int status, ThanksView view) {
        return page(status, "thanks.jte", view);
    }

    HttpResponse unsubscribe(UnsubscribeView view) {
        return page(200, "unsubscribe.jte", view);
    }

    HttpResponse message(int status, MessageView view) {
        return page(status, "message.jte", view);
    }

    /** See other (303): the browser gets the page again, and a reload sends nothing twice. */
    HttpResponse seeOther(String path) {
        return HttpResponse.html(303, "")
                .withHeaders(headers)
                .withHeaders(Map.of("location", path));
    }

    private HttpResponse page(int status, String template, Object view) {
        StringOutput html = new StringOutput();
        engine.render(template, Map.of("view", view, "style", STYLE), html);
        return HttpResponse.html(status, html.toString()).withHeaders(headers);
    }

    private static String style() {
        try (InputStream css = Pages.class.getResourceAsStream("page.css")) {
            if (css == null) {
                throw new IllegalStateException("page.css is missing");
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
