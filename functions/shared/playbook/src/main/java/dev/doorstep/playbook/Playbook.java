package dev.doorstep.playbook;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Rules that suggest what to do for a follow-up, and how many vouchers a customer may get. Of the
 * rules that match, the first one counts.
 */
public record Playbook(List<VoucherLimit> voucherLimits, List<Rule> rules) {

    public Playbook {
        voucherLimits = List.copyOf(voucherLimits);
        rules = List.copyOf(rules);
    }

    /**
     * The playbook that ships with the function.
     *
     * @throws WrongPlaybook if the file is wrong, so that a function with a wrong playbook does not
     *     start
     */
    public static Playbook load() {
        return PlaybookFile.load();
    }

    /**
     * @param file what the text's file is called when something in it is wrong
     * @throws WrongPlaybook if it is not a playbook, or contradicts itself
     */
    public static Playbook read(String file, String json) {
        return new PlaybookFile(file).read(json);
    }

    /** The ids of all that a rule can suggest. */
    public static List<String> actions() {
        return RuleReader.actionNames();
    }

    /** What the first rule that matches suggests. */
    public Optional<Suggestion> suggest(Facts facts) {
        return rules.stream()
                .map(rule -> rule.suggest(facts))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * The one limit that holds for these vouchers in that month. Without one, none may be given.
     *
     * @param kind {@code percentage}, or the ISO 4217 currency of an amount
     */
    public Optional<VoucherLimit> voucherLimit(String kind, YearMonth month) {
        return voucherLimits.stream()
                .filter(limit -> limit.kind().id().equals(kind) && limit.holdsIn(month))
                .findFirst();
    }
}
