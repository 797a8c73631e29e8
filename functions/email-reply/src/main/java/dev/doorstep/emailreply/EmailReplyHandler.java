package dev.doorstep.emailreply;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.SqsBatch;

import java.io.InputStream;
import java.io.OutputStream;

/** Reads the mails that customers write. */
public final class EmailReplyHandler implements RequestStreamHandler {
    private final EmailReply replies;

    /** Used by the Lambda runtime, once per execution environment. */
    public EmailReplyHandler() {
        this(EmailReply.production(Environment.system()));
    }

    public EmailReplyHandler(EmailReply replies) {
        this.replies = requireNonNull(replies, "replies is null");
    }

    @Override
    public void handleRequest(InputStream event, OutputStream result, Context context) {
        handle(event, result);
    }

    void handle(InputStream event, OutputStream result) {
        SqsBatch.read(event)
                .process(message -> Arrival.parse(message.body()).forEach(replies::receive))
                .writeTo(result);
    }
}
