package dev.doorstep.emailreply;

import dev.doorstep.emailreply.mime.Headers;

import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The addresses of a mail, without the names before them. */
final class Addresses {
    /** What takes encoded words apart takes a time that grows with the square. */
    private static final int LONGEST_FIELD = 8 * 1024;

    private static final int MOST_FIELDS = 3;
    private static final Pattern RECEIVED_FOR = Pattern.compile("\\bfor <?([^\\s<>;]{1,320})");

    private Addresses() {}

    /** Who sent the mail; empty if it names several: any of them could be made up. */
    static Optional<String> from(Headers headers) {
        List<String> senders =
                senders(headers).map(Mailbox::getAddress).distinct().limit(2).toList();
        return senders.size() == 1 ? Optional.of(senders.getFirst()) : Optional.empty();
    }

    /** What the sender is called, if the mail says so. */
    static Optional<String> nameOfSender(Headers headers) {
        return senders(headers).flatMap(sender -> Stream.ofNullable(sender.getName())).findFirst();
    }

    /**
     * First the one that SES took it for, which is its own word; then those that the mail names.
     */
    static Stream<String> to(Headers headers) {
        Stream<String> said =
                Stream.of("To", "Cc", "Delivered-To")
                        .flatMap(name -> headers.all(name).stream().limit(MOST_FIELDS))
                        .flatMap(Addresses::parse)
                        .map(Mailbox::getAddress);
        Stream<String> received =
                headers.all("Received").stream()
                        .limit(1)
                        .flatMap(field -> RECEIVED_FOR.matcher(field).results())
                        .map(MatchResult::group)
                        .map(found -> found.substring(found.lastIndexOf('<') + 1))
                        .map(found -> found.substring(found.lastIndexOf(' ') + 1));
        return Stream.concat(received, said);
    }

    /** The address without what follows a plus sign, which many providers pass over. */
    static String withoutLabel(String address) {
        int plus = address.indexOf('+');
        int at = address.lastIndexOf('@');
        return plus > 0 && plus < at ? address.substring(0, plus) + address.substring(at) : address;
    }

    private static Stream<Mailbox> senders(Headers headers) {
        List<String> fields = headers.all("From");
        return fields.size() == 1 ? parse(fields.getFirst()) : Stream.of();
    }

    private static Stream<Mailbox> parse(String field) {
        return field.length() > LONGEST_FIELD
                ? Stream.of()
                : LenientAddressParser.DEFAULT.parseAddressList(field).flatten().stream();
    }
}
