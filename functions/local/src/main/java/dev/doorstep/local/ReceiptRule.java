package dev.doorstep.local;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.JsonObject;

import java.util.List;
import java.util.Locale;

/**
 * Where SES puts the mail for some recipients. Source: Amazon SES Developer Guide, "Creating
 * receipt rules", and AWS CloudFormation User Guide, {@code AWS::SES::ReceiptRule}.
 *
 * @param recipients addresses, domains, or with a dot in front, all subdomains of one; none is all
 * @param bucket its physical name
 * @param prefix of the keys
 */
record ReceiptRule(List<String> recipients, String bucket, String prefix) {

    ReceiptRule {
        recipients =
                recipients.stream().map(recipient -> recipient.toLowerCase(Locale.ROOT)).toList();
        requireNonNull(bucket, "bucket is null");
        requireNonNull(prefix, "prefix is null");
    }

    /**
     * The places where an enabled rule puts mail.
     *
     * @throws IllegalArgumentException if it does something else with mail
     */
    static List<ReceiptRule> of(JsonObject properties) {
        JsonObject rule = properties.object("Rule");
        return rule.findBoolean("Enabled").orElse(false)
                ? rule.objects("Actions").stream().map(action -> of(rule, action)).toList()
                : List.of();
    }

    private static ReceiptRule of(JsonObject rule, JsonObject action) {
        JsonObject s3 =
                action.findObject("S3Action")
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                action.members().keySet() + " is not known here"));
        return new ReceiptRule(
                rule.strings("Recipients"),
                s3.string("BucketName"),
                s3.findString("ObjectKeyPrefix").orElse(""));
    }

    /** An address stands for itself with any label behind a plus, too. */
    boolean isFor(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        int at = lower.lastIndexOf('@');
        String domain = lower.substring(at + 1);
        String withoutLabel = lower.substring(0, Math.max(at, 0)).split("\\+", 2)[0] + "@" + domain;
        return recipients.isEmpty()
                || recipients.stream()
                        .anyMatch(
                                recipient ->
                                        recipient.equals(domain)
                                                || recipient.equals(lower)
                                                || recipient.equals(withoutLabel)
                                                || (recipient.startsWith(".")
                                                        && domain.endsWith(recipient)));
    }
}
