package dev.doorstep.local;

import com.sun.net.httpserver.HttpExchange;

import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.Rejected;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** All mail that was sent, as a web page and as JSON; what can be answered has a box for that. */
final class Inbox {
    private static final String ANSWERS = "answers";
    private static final String SANDBOX =
            "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
                    + " img-src data:; style-src 'unsafe-inline'";
    private static final int LONGEST_ANSWER = 1024 * 1024;

    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final AnswerBox answers;

    Inbox(AnswerBox answers) {
        this.answers = answers;
    }

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
            answer(exchange, List.of(path.substring(1).split("/", -1)));
        }
    }

    private void answer(HttpExchange exchange, List<String> path) throws IOException {
        Optional<Mail> mail = path.size() < 2 ? Optional.empty() : find(path.get(1));
        if (mail.isEmpty()) {
            Http.respondHtml(exchange, 404, InboxPage.unknown());
        } else if (path.getLast().equals(ANSWERS)) {
            take(exchange, mail.get());
        } else if (path.getFirst().equals("html")) {
            exchange.getResponseHeaders().set("Content-Security-Policy", SANDBOX);
            Http.respondHtml(exchange, 200, InboxPage.opensLinksElsewhere(mail.get().html()));
        } else {
            boolean isAnswered = "answered".equals(exchange.getRequestURI().getQuery());
            Http.respondHtml(
                    exchange,
                    200,
                    InboxPage.show(mail.get(), answers.isOpenFor(mail.get()), isAnswered));
        }
    }

    private void take(HttpExchange exchange, Mail mail) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            Http.respondHtml(exchange, 405, InboxPage.unknown());
        } else if (answers.answer(mail, text(exchange), List.of())) {
            exchange.getResponseHeaders().set("Location", "/mails/" + mail.id() + "?answered");
            Http.respond(exchange, 303, new byte[0]);
        } else {
            Http.respondHtml(exchange, 404, InboxPage.unknown());
        }
    }

    private static String text(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_ANSWER);
        Map<String, String> none = Map.of();
        HttpRequest request = new HttpRequest("POST", "/", none, none, none, none, none, body);
        try {
            return String.join("\n", request.form().getOrDefault("text", List.of()));
        } catch (Rejected _) {
            return "";
        }
    }

    private Optional<Mail> find(String id) {
        return mails.stream().filter(mail -> mail.id().equals(id)).findFirst();
    }
}
