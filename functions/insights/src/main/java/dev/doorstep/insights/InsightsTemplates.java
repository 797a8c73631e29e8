package dev.doorstep.insights;

import dev.doorstep.lambda.HttpResponse;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

import java.util.Map;

/** Fills the page's templates. */
final class InsightsTemplates {
    HttpResponse report(int status, ReportPageView view) {
        return page(status, "report.jte", view);
    }

    HttpResponse behind(BehindPageView view) {
        return page(200, "behind.jte", view);
    }

    HttpResponse message(int status, String about, Frame frame) {
        MessageView view =
                new MessageView(
                        frame,
                        frame.text("message." + about + ".title"),
                        frame.text("message." + about));
        return page(status, "message.jte", view);
    }

    private static HttpResponse page(int status, String template, Object view) {
        StringOutput html = new StringOutput();
        Engine.OF_THE_PAGE.render(template, view, html);
        return HttpResponse.html(status, html.toString())
                .withHeaders(Map.of("cache-control", "no-store", "vary", "accept-language"));
    }

    /** Made when a page is first asked for: whoever counts needs none. */
    private static final class Engine {
        static final TemplateEngine OF_THE_PAGE =
                TemplateEngine.createPrecompiled(
                        null, ContentType.Html, null, "dev.doorstep.insights.templates");
    }
}
