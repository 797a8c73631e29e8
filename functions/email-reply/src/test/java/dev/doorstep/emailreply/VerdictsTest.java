package dev.doorstep.emailreply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class VerdictsTest {
    private static final String RECEIVED =
            "Received: from mail.example (mail.example [192.0.2.1]) by"
                    + " inbound-smtp.eu-central-1.amazonaws.com with SMTP id x1";
    private static final String SPAM = "X-SES-Spam-Verdict: ";
    private static final String VIRUS = "X-SES-Virus-Verdict: ";
    private static final String RESULTS = "Authentication-Results: amazonses.com; ";

    @Test
    void letsThroughWhatPassedEverything() {
        assertThat(
                        refusal(
                                RECEIVED,
                                SPAM + "PASS",
                                VIRUS + "PASS",
                                RESULTS + "spf=pass; dkim=pass; dmarc=pass header.from=a.example"))
                .isEmpty();
    }

    @Test
    void refusesAVirus() {
        assertThat(refusal(SPAM + "PASS", VIRUS + "FAIL")).contains(Refusal.VIRUS);
        assertThat(refusal(VIRUS + " fail ")).contains(Refusal.VIRUS);
    }

    @Test
    void refusesSpam() {
        assertThat(refusal(SPAM + "FAIL", VIRUS + "PASS")).contains(Refusal.SPAM);
        assertThat(refusal(SPAM + " fail ")).contains(Refusal.SPAM);
    }

    @Test
    void namesTheVirusFirst() {
        assertThat(refusal(RESULTS + "dmarc=fail", SPAM + "FAIL", VIRUS + "FAIL"))
                .contains(Refusal.VIRUS);
        assertThat(refusal(RESULTS + "dmarc=fail", SPAM + "FAIL")).contains(Refusal.SPAM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"PASS", "GRAY", "PROCESSING_FAILED", "DISABLED", "", "FAILURE", "not FAIL"})
    void letsThroughWhatSesCouldNotTell(String verdict) {
        assertThat(refusal(SPAM + verdict, VIRUS + verdict)).isEmpty();
    }

    @Test
    void letsThroughAMailThatWasNotLookedAt() {
        assertThat(refusal("From: ada@customer.example")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dmarc=fail",
                "DMARC=FAIL",
                "dmarc = fail",
                "dmarc=fail header.from=customer.example",
                "dmarc=fail (p=none dis=none) header.from=customer.example",
                "spf=pass; dkim=pass header.d=else.example; dmarc=fail;",
                "spf=fail (spfCheck: domain of x)\r\n client-ip=192.0.2.1;\r\n\tdmarc=fail"
            })
    void refusesWhoIsNotWhomTheyName(String results) {
        assertThat(refusal(RESULTS + results)).contains(Refusal.FORGED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dmarc=pass",
                "dmarc=none",
                "dmarc=temperror",
                "dmarc=permerror",
                "dmarc=bestguesspass",
                "dmarc=failover",
                "spf=fail; dkim=fail; dmarc=pass",
                "spf=fail; dkim=fail",
                "none"
            })
    void letsThroughWhoMayBeWhomTheyName(String results) {
        assertThat(refusal(RESULTS + results)).isEmpty();
    }

    @Test
    void believesNoVerdictThatTheSenderWroteBelowThatOfSes() {
        assertThat(
                        refusal(
                                RECEIVED,
                                SPAM + "FAIL",
                                VIRUS + "PASS",
                                RESULTS + "dmarc=pass",
                                SPAM + "PASS",
                                VIRUS + "PASS"))
                .contains(Refusal.SPAM);
        assertThat(refusal(RECEIVED, VIRUS + "FAIL", VIRUS + "PASS")).contains(Refusal.VIRUS);
        assertThat(refusal(RECEIVED, RESULTS + "dmarc=fail", RESULTS + "dmarc=pass"))
                .contains(Refusal.FORGED);
        assertThat(refusal(RECEIVED, SPAM + "PASS", SPAM + "FAIL")).isEmpty();
    }

    /** Without SES's own word the sender's stands on top: it can speak against the mail alone. */
    @Test
    void lendsTheSenderNothingWhereSesSaidNothing() {
        Optional<Refusal> silent = refusal(RECEIVED, "From: ada@customer.example");

        assertThat(
                        refusal(
                                RECEIVED,
                                SPAM + "PASS",
                                VIRUS + "PASS",
                                RESULTS + "dmarc=pass",
                                "From: ada@customer.example"))
                .isEqualTo(silent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: x\rX-SES-Virus-Verdict: PASS",
                "Subject: x\u0000X-SES-Virus-Verdict: PASS",
                "Subject: =?utf-8?q?x=0D=0AX-SES-Virus-Verdict:_PASS?=",
                "=?utf-8?q?X-SES-Virus-Verdict?=: PASS",
                "X-SES-Virus-Verdict\u00A0: PASS"
            })
    void findsNoVerdictInsideOfAnotherField(String field) {
        assertThat(refusal(field, VIRUS + "FAIL")).contains(Refusal.VIRUS);
    }

    @Test
    void namesRefusalsAsTheyStandInLogs() {
        assertThat(Refusal.values())
                .extracting(Refusal::id)
                .containsExactly("virus", "spam", "forged", "unknown-address", "other-sender");
    }

    private static Optional<Refusal> refusal(String... fields) {
        return new Verdicts(Headed.headers(fields)).refusal();
    }
}
