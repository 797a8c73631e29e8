package dev.doorstep.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;

class JsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{\"a\":1,\"a\":2}", "{} {}", "nul", "[1,]"})
    void refusesWhatIsNotOneJsonValue(String json) {
        assertThatThrownBy(() -> Json.parse(json)).isInstanceOf(Rejected.class);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] latin1 = {'"', (byte) 0xe4, '"'};

        assertThatThrownBy(() -> Json.parse(latin1))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void refusesDeepNesting() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);

        assertThatThrownBy(() -> Json.parse(deep)).isInstanceOf(Rejected.class);
    }

    @Test
    void saysWhereAMemberIsThatHasTheWrongType() {
        JsonObject json = Json.parseObject("{\"a/b\":{\"c\":\"one\"}}");

        assertThatThrownBy(() -> json.object("a/b").integer("c"))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.field()).isEqualTo("/a~1b/c"));
    }

    @Test
    void keepsAmountsExact() {
        JsonObject json = Json.parseObject("{\"amount\":79.90,\"none\":null}".getBytes(UTF_8));

        assertThat(json.findDecimal("amount")).contains(new BigDecimal("79.90"));
        assertThat(json.findString("none")).isEmpty();
    }
}
