package dev.doorstep.emailreply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.lambda.Json;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Events;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

class LogsTest {

    /** Of the mails, what is said of or by a person, or opens something. */
    private static final List<String> PERSONAL =
            List.of(
                    "ada",
                    "lovelace",
                    "customer.example",
                    "else.example",
                    "eve@",
                    "a".repeat(26),
                    "b".repeat(26),
                    "c".repeat(26),
                    "reply.shop.example",
                    "courier",
                    "because",
                    "the box",
                    "lamp",
                    "7 or 8",
                    "terrible",
                    "thanks",
                    "stop",
                    "0100 200 300",
                    "img_1");

    @Test
    void saysWhatBecameOfEachMailAndNothingPersonal(@TempDir Path folder) throws Exception {
        Path output = folder.resolve("output");

        int exit = read(output);

        String all = Files.readString(output).toLowerCase(Locale.ROOT);
        assertThat(exit).isZero();
        assertThat(all).doesNotContain(PERSONAL);
        assertThat(whats(output))
                .contains(
                        "scored",
                        "unclear",
                        "to-read",
                        "unsubscribed",
                        "automatic",
                        "virus",
                        "spam",
                        "forged",
                        "unknown-address",
                        "other-sender");
        assertThat(all).contains("message failed", "mail handed to ses", "mailsread");
    }

    @Test
    void looksForWhatIsInTheMails() {
        StringBuilder mails = new StringBuilder();
        for (String mail : ReadEverything.MAILS) {
            mails.append(
                    new String(
                            Events.read("email-reply/" + mail + ".eml"), StandardCharsets.UTF_8));
        }

        assertThat(mails.toString().toLowerCase(Locale.ROOT)).contains(PERSONAL);
    }

    private static int read(Path output) throws IOException, InterruptedException {
        String classes =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Ddoorstep.dynamodb.endpoint=" + DynamoDbLocal.endpoint(),
                        "-Ddoorstep.events=" + System.getProperty("doorstep.events"),
                        "-Ddoorstep.root=" + System.getProperty("doorstep.root"),
                        "-classpath",
                        classes,
                        ReadEverything.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
    }

    private static List<String> whats(Path output) throws IOException {
        return Files.readAllLines(output, StandardCharsets.UTF_8).stream()
                .filter(line -> line.contains("\"mail read\""))
                .map(line -> Json.parseObject(line.getBytes(StandardCharsets.UTF_8)))
                .map(line -> line.string("what"))
                .distinct()
                .toList();
    }
}
