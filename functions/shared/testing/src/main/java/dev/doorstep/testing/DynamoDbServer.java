package dev.doorstep.testing;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

import java.net.URI;

/** DynamoDB Local in this process: in memory, and only this machine can reach it. */
public final class DynamoDbServer implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final Server jetty;
    private final ServerConnector connector;

    private DynamoDbServer(Server jetty, ServerConnector connector) {
        this.jetty = jetty;
        this.connector = connector;
    }

    /**
     * Starts a server.
     *
     * @param port 0 for any that is free
     */
    public static DynamoDbServer start(int port) {
        SqliteLibrary.locate();
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setDaemon(true);
        Server jetty = new Server(threads);
        ServerConnector connector = new ServerConnector(jetty);
        connector.setHost(LOOPBACK);
        connector.setPort(port);
        jetty.addConnector(connector);
        DynamoDbServer server = new DynamoDbServer(jetty, connector);
        server.start();
        return server;
    }

    public URI endpoint() {
        return URI.create("http://%s:%d".formatted(LOOPBACK, connector.getLocalPort()));
    }

    @Override
    public void close() {
        try {
            jetty.stop();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local did not stop", e);
        }
    }

    private void start() {
        try {
            jetty.setHandler(new LocalDynamoDBServerHandler(inMemory(), ""));
            jetty.start();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local did not start", e);
        }
    }

    private static LocalDynamoDBRequestHandler inMemory() {
        boolean sharedByAllRegions = true;
        boolean delayTransientStatuses = false;
        return new LocalDynamoDBRequestHandler(
                0, true, null, sharedByAllRegions, delayTransientStatuses);
    }
}
