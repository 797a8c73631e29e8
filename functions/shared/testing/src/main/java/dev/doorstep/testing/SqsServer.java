package dev.doorstep.testing;

import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;

import java.net.URI;

/** ElasticMQ in this process: in memory, and only this machine can reach it. */
public final class SqsServer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    private final SQSRestServer server;

    private SqsServer(SQSRestServer server) {
        this.server = server;
    }

    /** Starts a server, on any port that is free. */
    public static SqsServer start() {
        return new SqsServer(
                SQSRestServerBuilder.withInterface(LOOPBACK).withDynamicPort().start());
    }

    public URI endpoint() {
        int port = server.waitUntilStarted().localAddress().getPort();
        return URI.create("http://%s:%d".formatted(LOOPBACK, port));
    }

    @Override
    public void close() {
        server.stopAndWait();
    }
}
