package dev.doorstep.local;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Receives mail as SES does: what a rule of the template is for is put into the bucket that the
 * rule names. Source: Amazon SES Developer Guide, "Deliver to S3 bucket action".
 */
final class InboundMails {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int ID_LENGTH = 40;

    private final List<ReceiptRule> rules;
    private final ObjectStore buckets;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    InboundMails(List<ReceiptRule> rules, ObjectStore buckets, Clock clock) {
        this.rules = List.copyOf(rules);
        for (ReceiptRule rule : rules) {
            if (!buckets.has(rule.bucket())) {
                throw new IllegalArgumentException(rule.bucket() + " is no bucket here");
            }
        }
        this.buckets = buckets;
        this.clock = clock;
    }

    /** Whether a rule is for this recipient. */
    boolean isFor(String recipient) {
        return rules.stream().anyMatch(rule -> rule.isFor(recipient));
    }

    /** Stores the mail once for each rule that is for one of its recipients. */
    void receive(Envelope envelope, byte[] mail) {
        String id = id();
        byte[] stored = new Receipt(id, envelope, clock.instant(), mail).stored();
        rules.stream()
                .filter(rule -> envelope.recipients().stream().anyMatch(rule::isFor))
                .forEach(
                        rule ->
                                buckets.put(
                                        rule.bucket(),
                                        rule.prefix() + id,
                                        new S3Object(
                                                stored,
                                                Map.of("content-type", "application/octet-stream"),
                                                clock.instant())));
    }

    private String id() {
        return random.ints(ID_LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                .collect(Collectors.joining());
    }
}
