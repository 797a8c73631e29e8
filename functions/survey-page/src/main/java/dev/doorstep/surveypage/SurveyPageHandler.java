package dev.doorstep.surveypage;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.HttpRequest;

import org.crac.Core;
import org.crac.Resource;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * Answers customers. Before Lambda takes its snapshot, one read is made and one page filled, so
 * that whoever comes first after it is restored does not wait for classes to load.
 */
public final class SurveyPageHandler implements RequestStreamHandler, Resource {
    private final SurveyPage page;

    /** Used by the Lambda runtime, once per execution environment. */
    public SurveyPageHandler() {
        this(SurveyPage.production(Environment.system()));
        Core.getGlobalContext().register(this);
    }

    public SurveyPageHandler(SurveyPage page) {
        this.page = requireNonNull(page, "page is null");
    }

    @Override
    public void handleRequest(InputStream event, OutputStream result, Context context) {
        handle(event, result);
    }

    void handle(InputStream event, OutputStream result) {
        page.respond(HttpRequest.read(event)).writeTo(result);
    }

    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
        page.prime();
    }

    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {
        // the clients connect by themselves when they are used
    }
}
