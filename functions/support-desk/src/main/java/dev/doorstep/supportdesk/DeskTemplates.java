package dev.doorstep.supportdesk;

import dev.doorstep.lambda.HttpResponse;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills the page's templates. */
final class DeskTemplates {
    HttpResponse list(int status, ListView view) {
        return page(status, "list.jte", view);
    }

    HttpResponse followUp(int status, CaseView view) {
        return page(status, "case.jte", view);
    }

    HttpResponse changes(ChangesView view) {
        return page(200, "changes.jte", view);
    }

    HttpResponse agents(AgentsView view) {
        return page(200, "agents.jte", view);
    }

    HttpResponse search(int status, SearchView view) {
        return page(status, "search.jte", view);
    }

    HttpResponse record(int status, RecordView view) {
        return page(status, "record.jte", view);
    }

    HttpResponse help(Frame frame) {
        return page(200, "help.jte", frame);
    }

    HttpResponse message(int status, String about, Frame frame) {
        return message(status, new MessageView(frame, about, List.of(), Optional.empty()));
    }

    HttpResponse message(int status, MessageView view) {
        return page(status, "message.jte", view);
    }

    /** See other (303): a reload sends nothing twice. */
    HttpResponse seeOther(String path) {
        return new HttpResponse(303, Map.of("location", path), List.of(), "");
    }

    private HttpResponse page(int status, String template, Object view) {
        StringOutput html = new StringOutput();
        Engine.OF_THE_PAGE.render(template, view, html);
        return HttpResponse.html(status, html.toString())
                .withHeaders(Map.of("cache-control", "no-store", "vary", "accept-language"));
    }

    /** Made when a page is first asked for: the desk's API needs none. */
    private static final class Engine {
        static final TemplateEngine OF_THE_PAGE =
                TemplateEngine.createPrecompiled(
                        null, ContentType.Html, null, "dev.doorstep.supportdesk.templates");
    }
}
