package dev.doorstep.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourcePatternTest {

    @ParameterizedTest
    @CsvSource({
        "arn:aws:s3:::b/in/*, arn:aws:s3:::b/in/1, true",
        "arn:aws:s3:::b/in/*, arn:aws:s3:::b/in/2026/1.eml, true",
        "arn:aws:s3:::b/in/*.eml, arn:aws:s3:::b/in/1.eml, true",
        "arn:aws:s3:::b/in/*.eml, arn:aws:s3:::b/in/1-eml, false",
        "arn:aws:s3:::b/in/*, arn:aws:s3:::b/out/1, false",
        "arn:aws:s3:::b/in/*, arn:aws:s3:::b, false",
        "arn:aws:s3:::b, arn:aws:s3:::b/in/1, false",
        "*, *, true"
    })
    void takesAStarForAnyText(String pattern, String resource, boolean matches) {
        assertThat(new ResourcePattern(pattern).matches(resource)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:s3:::b/in/*, s3:GetObject, true",
        "arn:aws:s3:::b/*, s3:GetObject, true",
        "arn:aws:s3:::*, s3:ListBucket, false",
        "arn:aws:s3:::b*, s3:ListBucket, false",
        "arn:aws:s3:::*/in/1, s3:GetObject, false",
        "arn:aws:sqs:eu-central-1:000000000000:*, sqs:SendMessage, false",
        "*, s3:GetObject, false",
        "*, ses:GetAccount, true"
    })
    void isNarrowWhereAStarIsForKeysOnly(String pattern, String action, boolean isNarrow) {
        assertThat(new ResourcePattern(pattern).isNarrowFor(action)).isEqualTo(isNarrow);
    }
}
