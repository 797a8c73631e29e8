package dev.doorstep.local;

import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** All mail that was sent, as a web page and as JSON. */
final class Inbox {
    private final List<Mail> mails = new CopyOnWriteArrayList<>();

    void add(Mail mail) {
        mails.add(mail);
    }

    void clear() {
        mails.clear();
    }

    List<Mail> mails() {
        return List.copyOf(mails);
    }

    void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/_local/mails")) {
            Http.respond(
                    exchange, 200, Map.of("mails", mails.stream().map(Mail::members).toList()));
        } else if (path.equals("/")) {
            Http.respondHtml(exchange, 200, InboxPage.list(mails));
        } else {
            show(exchange, path.split("/", -1));
        }
    }

    private void show(HttpExchange exchange, String[] segments) throws IOException {
        Optional<Mail> mail =
                mails.stream()
                        .filter(m -> m.id().equals(segments[segments.length - 1]))
                        .findFirst();
        if (mail.isEmpty()) {
            Http.respondHtml(exchange, 404, InboxPage.unknown());
        } else if (segments[1].equals("html")) {
            Http.respondHtml(exchange, 200, mail.get().html());
        } else {
            Http.respondHtml(exchange, 200, InboxPage.show(mail.get()));
        }
    }
}
