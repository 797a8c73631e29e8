package dev.doorstep.local;

import com.sun.net.httpserver.HttpExchange;

import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.lambda.Rejected;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Takes mails as SES v2 does ({@code SendEmail} with simple content), checks what SES checks, puts
 * them into the inbox, and tells what became of them. Source: Amazon SES API v2 Reference,
 * "SendEmail", "MessageHeader" and "GetAccount".
 */
final class SesEndpoint {
    static final String PATH = "/v2/email/outbound-emails";
    static final String ACCOUNT_PATH = "/v2/email/account";

    private static final Pattern HEADER_NAME = Pattern.compile("[\\x21-\\x39\\x3b-\\x7e]{1,126}");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e]{1,870}");
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@,;<>]{1,64}@[^\\s@,;<>]+\\.[^\\s@,;<>]+");
    private static final int MOST_HEADERS = 15;

    private final Inbox inbox;
    private final Bus bus;
    private final String domain;
    private final ConfigurationSets configurationSets;
    private final Clock clock;

    SesEndpoint(
            Inbox inbox, Bus bus, String domain, ConfigurationSets configurationSets, Clock clock) {
        this.inbox = inbox;
        this.bus = bus;
        this.domain = domain;
        this.configurationSets = configurationSets;
        this.clock = clock;
    }

    static boolean isAboutTheAccount(String method, URI uri) {
        return method.equals("GET") && uri.getPath().equals(ACCOUNT_PATH);
    }

    /** With quotas of an account that sends much: a load is to find the limits of the functions. */
    void describeAccount(HttpExchange exchange) throws IOException {
        Http.respond(
                exchange,
                200,
                Map.of(
                        "EnforcementStatus",
                        "HEALTHY",
                        "ProductionAccessEnabled",
                        true,
                        "SendingEnabled",
                        true,
                        "SendQuota",
                        Map.of(
                                "Max24HourSend", 5_000_000.0,
                                "MaxSendRate", 500.0,
                                "SentLast24Hours", (double) inbox.mails().size())));
    }

    void answer(HttpExchange exchange) throws IOException {
        try {
            JsonObject request = Json.readObject(exchange.getRequestBody());
            Mail mail = take(request);
            inbox.add(mail);
            announce(mail, request);
            Http.respond(exchange, 200, Map.of("MessageId", mail.id()));
        } catch (Rejected e) {
            exchange.getResponseHeaders().add("x-amzn-ErrorType", errorOf(e));
            Http.respond(
                    exchange,
                    errorOf(e).equals("NotFoundException") ? 404 : 400,
                    Map.of("message", e.detail()));
        }
    }

    private static String errorOf(Rejected e) {
        return switch (e.field()) {
            case "/ConfigurationSetName" -> "NotFoundException";
            case "/FromEmailAddress" -> "MessageRejected";
            default -> "BadRequestException";
        };
    }

    private Mail take(JsonObject request) {
        String from = request.string("FromEmailAddress");
        require(
                from.matches(".*[<@.]" + Pattern.quote(domain) + ">?"),
                "/FromEmailAddress",
                "Email address is not verified.");
        String set = request.findString("ConfigurationSetName").orElse("");
        require(
                set.isEmpty() || configurationSets.has(set),
                "/ConfigurationSetName",
                "Configuration set does not exist.");
        List<String> to = request.object("Destination").strings("ToAddresses");
        require(to.size() == 1, "/Destination", "Exactly one recipient is known here.");
        require(ADDRESS.matcher(to.getFirst()).matches(), "/Destination", "Illegal address");
        JsonObject message = request.object("Content").object("Simple");
        return new Mail(
                UUID.randomUUID().toString(),
                clock.instant(),
                from,
                to.getFirst(),
                message.object("Subject").string("Data"),
                message.object("Body").object("Html").string("Data"),
                message.object("Body").object("Text").string("Data"),
                headers(message.objects("Headers"), request.strings("ReplyToAddresses")));
    }

    /** Tells what became of the mail, as far as its configuration set has that told. */
    private void announce(Mail mail, JsonObject request) {
        String set = request.findString("ConfigurationSetName").orElse("");
        Map<String, Object> described = described(mail, set, request);
        MailboxSimulator.fate(mail.to(), mail.at()).stream()
                .filter(event -> configurationSets.tells(set, event))
                .forEach(
                        event ->
                                bus.put(
                                        Bus.DEFAULT,
                                        "aws.ses",
                                        event.detailType(),
                                        List.of(Machine.sesArn("configuration-set/" + set)),
                                        event.detail(described)));
    }

    private static Map<String, Object> described(Mail mail, String set, JsonObject request) {
        Map<String, List<String>> tags = new LinkedHashMap<>();
        tags.put("ses:configuration-set", List.of(set));
        request.objects("EmailTags")
                .forEach(tag -> tags.put(tag.string("Name"), List.of(tag.string("Value"))));
        return Map.of(
                "timestamp", mail.at().toString(),
                "source", mail.from(),
                "sendingAccountId", Machine.ACCOUNT,
                "messageId", mail.id(),
                "destination", List.of(mail.to()),
                "tags", tags);
    }

    private static Map<String, String> headers(List<JsonObject> headers, List<String> replyTo) {
        require(headers.size() <= MOST_HEADERS, "/Content", "Too many headers.");
        Map<String, String> byName = new LinkedHashMap<>();
        for (JsonObject header : headers) {
            String name = header.string("Name");
            String value = header.string("Value");
            require(HEADER_NAME.matcher(name).matches(), "/Content", "Illegal header name.");
            require(HEADER_VALUE.matcher(value).matches(), "/Content", "Illegal header value.");
            byName.put(name, value);
        }
        if (!replyTo.isEmpty()) {
            byName.put("Reply-To", String.join(", ", replyTo));
        }
        return byName;
    }

    private static void require(boolean holds, String field, String otherwise) {
        if (!holds) {
            throw new Rejected(field, otherwise);
        }
    }
}
