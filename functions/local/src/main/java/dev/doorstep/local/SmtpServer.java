package dev.doorstep.local;

import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** Takes mail for the recipients that SES would take it for, from any mail client. */
final class SmtpServer implements AutoCloseable {
    private static final String NAME = "inbound-smtp." + Machine.REGION + ".amazonaws.com";

    /** Source: Amazon SES Developer Guide, "Service quotas", on receiving. */
    private static final int MOST_BYTES = 40 * 1024 * 1024;

    private final SMTPServer server;

    /**
     * Starts it.
     *
     * @param port 0 for any that is free
     * @throws IllegalStateException if the port is taken
     */
    SmtpServer(int port, InboundMails inbound) {
        this.server =
                SMTPServer.port(port)
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .hostName(NAME)
                        .softwareName("Doorstep")
                        .insertReceivedHeaders(false)
                        .maxMessageSize(MOST_BYTES)
                        .messageHandlerFactory(context -> new Session(context, inbound))
                        .build();
        try {
            server.start();
        } catch (RuntimeException e) {
            throw new IllegalStateException("port " + port + " is taken", e);
        }
    }

    int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** One mail. */
    private static final class Session implements MessageHandler {
        private final String client;
        private final InboundMails inbound;
        private final List<String> recipients = new ArrayList<>();
        private String sender = "";

        Session(MessageContext context, InboundMails inbound) {
            this.client = context.getHelo().orElse("unknown");
            this.inbound = inbound;
        }

        @Override
        public void from(String address) {
            sender = address;
        }

        @Override
        public void recipient(String address) throws RejectException {
            if (!inbound.isFor(address)) {
                throw new RejectException(
                        550, "5.1.1 Requested action not taken: mailbox unavailable");
            }
            recipients.add(address);
        }

        @Override
        public String data(InputStream mail) throws IOException {
            inbound.receive(new Envelope(client, sender, recipients), mail.readAllBytes());
            return "OK";
        }

        @Override
        public void done() {}
    }
}
