package dev.doorstep.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class ReceiptRuleTest {

    @ParameterizedTest
    @CsvSource({
        "reply.example.com, r-1@reply.example.com, true",
        "reply.example.com, R-1@Reply.Example.COM, true",
        "reply.example.com, r-1@example.com, false",
        "reply.example.com, r-1@sub.reply.example.com, false",
        ".example.com, r-1@reply.example.com, true",
        ".example.com, r-1@example.com, false",
        "user@example.com, user@example.com, true",
        "user@example.com, user+label@example.com, true",
        "user+a@example.com, user+b@example.com, false",
        "user@example.com, other@example.com, false",
        "example.com, nobody, false"
    })
    void isForAddressesDomainsAndSubdomains(String recipient, String address, boolean is) {
        ReceiptRule rule = new ReceiptRule(List.of(recipient), "bucket", "");

        assertThat(rule.isFor(address)).isEqualTo(is);
    }
}
