package dev.doorstep.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Does nothing: what is left is what the platform takes. */
public final class NoOpHandler implements RequestStreamHandler {

    @Override
    public void handleRequest(InputStream event, OutputStream result, Context context)
            throws IOException {
        result.write("{}".getBytes(UTF_8));
    }
}
