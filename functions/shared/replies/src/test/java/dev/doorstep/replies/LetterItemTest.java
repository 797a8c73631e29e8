package dev.doorstep.replies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.doorstep.dynamodb.Item;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class LetterItemTest {
    private static final Letter LETTER =
            new Letter(
                    "0f3c",
                    Letter.Kind.TO_READ,
                    "mails/0f3c",
                    Instant.parse("2026-11-24T12:00:00.250Z"),
                    "Der Karton war nass. 😢",
                    List.of(
                            new Attachment("photographs/0f3c/1", "image/jpeg", 2_147_483_648L),
                            new Attachment("photographs/0f3c/2", "image/png", 0)));

    @Test
    void readsBackALetterWithItsPhotographsInTheirOrder() {
        assertThat(readBack(LETTER)).isEqualTo(LETTER);
    }

    @Test
    void readsBackALetterThatSaysNothingNew() {
        Letter silent =
                new Letter(
                        "0f", Letter.Kind.UNCLEAR, "mails/0f", LETTER.receivedAt(), "", List.of());

        assertThat(readBack(silent)).isEqualTo(silent);
    }

    @ParameterizedTest
    @EnumSource
    void readsBackWhatWasMadeOfALetter(Letter.Kind kind) {
        assertThat(readBack(LETTER.as(kind))).isEqualTo(LETTER.as(kind));
        assertThat(LETTER.as(kind).attachments()).isEqualTo(LETTER.attachments());
    }

    @Test
    void namesItsKindsAsTheDeskDoes() {
        assertThat(Letter.Kind.of("to-read")).isEqualTo(Letter.Kind.TO_READ);
        assertThatThrownBy(() -> Letter.Kind.of("read"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsItsPhotographsWhateverBecomesOfTheListThatTheyCameIn() {
        List<Attachment> photographs = new ArrayList<>(LETTER.attachments());
        Letter letter =
                new Letter(
                        "0f",
                        Letter.Kind.TO_READ,
                        "mails/0f",
                        LETTER.receivedAt(),
                        "",
                        photographs);

        photographs.clear();

        assertThat(letter.attachments()).hasSize(2);
    }

    private static Letter readBack(Letter letter) {
        return LetterItem.read(new Item(Map.copyOf(LetterItem.of(letter).attributes())));
    }
}
