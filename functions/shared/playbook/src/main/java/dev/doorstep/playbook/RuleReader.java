package dev.doorstep.playbook;

import dev.doorstep.lambda.Ids;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one rule of a playbook. */
record RuleReader(Doubts doubts) {
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_TITLE = 120;
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern LINE =
            Pattern.compile("[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]+");
    private static final Map<String, Action> PLAIN = plain();
    private static final String VOUCHER = "voucher";

    PlaybookFile.PlacedRule read(Node node) {
        Node.Members rule = node.members();
        rule.allow("entry of a rule", List.of("id", "title", "practice", "when", "actions"));
        Node id = rule.require("id");
        Node actions = rule.require("actions");
        return new PlaybookFile.PlacedRule(
                node.place(),
                id.place(),
                new Rule(
                        id(id),
                        title(rule.require("title").members()),
                        practice(rule.require("practice")),
                        rule.find("when").map(new ConditionReader(doubts)::read).orElse(List.of()),
                        actions(actions)),
                actions.some().stream().filter(Node.Members.class::isInstance).findFirst());
    }

    private static String id(Node node) {
        String id = node.text();
        if (!ID.matcher(id).matches() || id.length() > LONGEST_ID) {
            throw node.place()
                    .wrong(
                            "an id is made of small letters, digits and single dashes, as in"
                                    + " parcel-not-here, and has no more than 64 of them");
        }
        return id;
    }

    private static Title title(Node.Members title) {
        title.allow("language of a title", List.of("en", "de"));
        return new Title(line(title.require("en")), line(title.require("de")));
    }

    private static String line(Node node) {
        String line = node.text();
        if (!LINE.matcher(line).matches()
                || line.codePointCount(0, line.length()) > LONGEST_TITLE) {
            throw node.place().wrong("must be one line of 1 to 120 letters");
        }
        return line;
    }

    private static Practice practice(Node node) {
        return node.word("practice", Practice::find, ids(Practice.values()));
    }

    private static List<Action> actions(Node node) {
        List<Action> actions = new ArrayList<>();
        for (Node each : node.some()) {
            Action action = action(each);
            if (actions.stream().anyMatch(earlier -> isSame(earlier, action))) {
                throw each.place().wrong("the same action is given twice");
            }
            actions.add(action);
        }
        return actions;
    }

    private static boolean isSame(Action one, Action other) {
        return one.getClass() == other.getClass()
                || (one instanceof Action.Voucher && other instanceof Action.Voucher);
    }

    private static Action action(Node node) {
        return node instanceof Node.Members members ? voucher(members) : plain(node);
    }

    private static Action plain(Node node) {
        if (node instanceof Node.Text(Place place, String value) && value.equals(VOUCHER)) {
            throw place.wrong(
                    "a voucher says of how much, as in { \"voucher\": { \"percentage\": 10 } }");
        }
        return node.word("action", word -> Optional.ofNullable(PLAIN.get(word)), actionNames());
    }

    private static Action.Voucher voucher(Node.Members action) {
        action.allow("action", List.of(VOUCHER));
        Node.Members voucher = action.require(VOUCHER).members();
        voucher.allow("kind of voucher", List.of("percentage", "amounts"));
        if (voucher.byName().size() != 1) {
            throw voucher.place().wrong("a voucher has either \"percentage\" or \"amounts\"");
        }
        return voucher.find("percentage")
                .<Action.Voucher>map(
                        percentage -> new Action.Voucher.Percentage(percentage.whole(1, 100)))
                .orElseGet(() -> amounts(voucher.require("amounts").members()));
    }

    private static Action.Voucher amounts(Node.Members node) {
        node.requireSome();
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        for (Node.Member member : node.byName().values()) {
            amounts.put(Currencies.require(member), LimitReader.money(member.value()));
        }
        return new Action.Voucher.Amount(amounts);
    }

    static List<String> actionNames() {
        List<String> names = new ArrayList<>(PLAIN.keySet());
        names.add(VOUCHER);
        return names;
    }

    private static Map<String, Action> plain() {
        Map<String, Action> actions = new LinkedHashMap<>();
        for (Action action :
                List.of(
                        new Action.Apologise(),
                        new Action.ReplaceAndLetKeep(),
                        new Action.RefundShipping(),
                        new Action.CallWithinTheHour(),
                        new Action.PassToCarrier(),
                        new Action.PassToProductTeam())) {
            actions.put(action.id(), action);
        }
        return actions;
    }

    static List<String> ids(Enum<?>[] values) {
        return Arrays.stream(values).map(Ids::of).toList();
    }
}
