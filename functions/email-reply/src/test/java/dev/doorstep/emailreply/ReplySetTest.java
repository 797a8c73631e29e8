package dev.doorstep.emailreply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.emailreply.ReplySample.Made;
import dev.doorstep.testing.Events;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Whole mails as customers of each language write them, read as the function reads them. */
class ReplySetTest {
    private static final int FEWEST_MAILS = 30;
    private static final double LEAST_EXACT = 0.95;
    private static final double LEAST_COVERAGE = 0.9;

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "lb", "pt", "sl", "el", "ar"})
    void readsMailsAsAPersonWouldAndAsksWhereItIsNotSure(String language) {
        Tally tally = Tally.of(Events.names("email-reply/" + language, ".eml"), language);

        System.out.println(language + " " + tally);
        assertThat(tally.wrong()).as("scores that nobody gave").isEmpty();
        assertThat(tally.mistaken()).as("mails taken for what they are not").isEmpty();
        assertThat(tally.coverage()).as("%s", tally.unread()).isGreaterThan(LEAST_COVERAGE);
        assertThat(tally.exact()).as("%s", tally.inexact()).isGreaterThan(LEAST_EXACT);
        assertThat(tally.all()).hasSizeGreaterThanOrEqualTo(FEWEST_MAILS);
    }

    /** A sample and what the function made of it. */
    private record Read(ReplySample sample, Made byMachine) {

        static Read of(String name) {
            ReplySample sample = ReplySample.read(name);
            return new Read(sample, sample.byMachine());
        }

        Made byPerson() {
            return sample.byPerson();
        }

        boolean isOfSameKind() {
            return byMachine.kind() == byPerson().kind();
        }

        boolean isText() {
            return byPerson().text().isPresent();
        }

        boolean isExact() {
            return byMachine.text().equals(byPerson().text());
        }

        boolean isScored() {
            return byPerson().score().isPresent();
        }

        boolean isAccepted() {
            return byMachine.score().isPresent();
        }

        boolean isRight() {
            return byMachine.score().equals(byPerson().score());
        }

        @Override
        public String toString() {
            return "%n%s: %s%n    is %s".formatted(sample, byMachine, byPerson());
        }
    }

    private record Tally(List<Read> all) {

        static Tally of(List<String> names, String language) {
            return new Tally(names.stream().map(name -> Read.of(language + "/" + name)).toList());
        }

        List<Read> mistaken() {
            return those(read -> !read.isOfSameKind());
        }

        List<Read> wrong() {
            return those(read -> read.isAccepted() && !read.isRight());
        }

        List<Read> unread() {
            return those(read -> read.isScored() && !read.isAccepted());
        }

        List<Read> inexact() {
            return those(read -> read.isText() && !read.isExact());
        }

        double exact() {
            return share(Read::isText, Read::isExact);
        }

        double precision() {
            return share(Read::isAccepted, Read::isRight);
        }

        double coverage() {
            return share(Read::isScored, Read::isRight);
        }

        private double share(Predicate<Read> of, Predicate<Read> part) {
            return (double) those(of.and(part)).size() / those(of).size();
        }

        private List<Read> those(Predicate<Read> which) {
            return all.stream().filter(which).toList();
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "mails %3d  exact texts %3d of %3d  scores %3d  accepted %3d"
                            + "  precision %.3f  coverage %.3f",
                    all.size(),
                    those(read -> read.isText() && read.isExact()).size(),
                    those(Read::isText).size(),
                    those(Read::isScored).size(),
                    those(Read::isAccepted).size(),
                    precision(),
                    coverage());
        }
    }
}
