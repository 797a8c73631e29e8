package dev.doorstep.supportdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.figures.Middle;
import dev.doorstep.figures.Share;
import dev.doorstep.surveys.Customer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

class FiguresTest {

    @Test
    void tellsTheMiddleOfTheAgents() {
        List<Figures> agents = List.of(agent(10, 9), agent(20, 20), agent(30, 6), agent(0, 0));

        AgentsMedian median = AgentsMedian.of(agents).orElseThrow();

        assertThat(median.cases()).map(Middle::median).contains(15.0);
        assertThat(median.kept()).map(Middle::median).contains(0.9);
        assertThat(median.recovered()).isEmpty();
        assertThat(median.timeToContact()).isEmpty();
    }

    @Test
    void tellsNoMiddleOfTwoAgentsSinceEachWouldKnowTheOthersFigures() {
        assertThat(AgentsMedian.of(List.of(agent(10, 9), agent(20, 20)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I am Ada Lovelace, ada!         | I am … …, …!",
                "Write to ada@customer.example.  | Write to …",
                "Call +49 30 901820 at 4         | Call … at 4",
                "Adamant about it                | Adamant about it",
                "It cost 10 euros                | It cost 10 euros",
            })
    void leavesOutWhoTheCustomerIs(String said, String nameless) {
        Customer ada =
                new Customer(
                        Optional.empty(),
                        Optional.of("Ada Lovelace"),
                        Locale.ENGLISH,
                        ZoneId.of("Europe/London"),
                        Optional.empty());

        assertThat(Nameless.of(said, ada)).isEqualTo(nameless);
    }

    private static Figures agent(int cases, int kept) {
        return new Figures(cases, new Share(kept, cases), new Share(0, 0), Optional.empty());
    }
}
