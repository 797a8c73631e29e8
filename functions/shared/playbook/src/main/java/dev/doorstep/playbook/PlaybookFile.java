package dev.doorstep.playbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads playbook.json. Its form is the one that {@code playbook.schema.json} describes; it is
 * checked by hand, because a schema validator takes longer to load than all else that a first call
 * needs, and a test holds both to the same answers. What no schema can say is checked here alone.
 */
final class PlaybookFile {
    private static final String NAME = "playbook.json";
    private static final int MOST_LIMITS = 100;
    private static final int MOST_RULES = 200;

    private final String file;
    private final Doubts doubts = new Doubts();

    PlaybookFile(String file) {
        this.file = file;
    }

    static Playbook load() {
        try (InputStream shipped = PlaybookFile.class.getResourceAsStream(NAME)) {
            if (shipped == null) {
                throw new IllegalStateException(NAME + " is missing");
            }
            return new PlaybookFile(NAME).read(text(shipped.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException _) {
            throw new Place(NAME, 1, 1).wrong("the file must be saved as UTF-8");
        }
    }

    Playbook read(String json) {
        Node.Members playbook = LocatedJson.parse(file, json).members();
        playbook.allow("part", List.of("$schema", "voucherLimits", "rules"));
        playbook.find("$schema").ifPresent(Node::text);
        List<PlacedLimit> limits = limits(playbook.require("voucherLimits"));
        List<PlacedRule> rules = rules(playbook.require("rules"));
        rules.forEach(new VoucherCheck(limits, doubts)::check);
        doubts.tellFirst();
        return new Playbook(
                limits.stream().map(PlacedLimit::limit).toList(),
                rules.stream().map(PlacedRule::rule).toList());
    }

    private List<PlacedLimit> limits(Node node) {
        List<PlacedLimit> limits = new ArrayList<>();
        for (Node each : atMost(MOST_LIMITS, node, node.any())) {
            PlacedLimit limit = new LimitReader(doubts).read(each);
            limits.stream()
                    .filter(earlier -> earlier.limit().overlaps(limit.limit()))
                    .findFirst()
                    .ifPresent(earlier -> doubts.raise(overlapping(limit, earlier)));
            limits.add(limit);
        }
        return limits;
    }

    private static WrongPlaybook overlapping(PlacedLimit limit, PlacedLimit earlier) {
        return limit.place()
                .senseless(
                        "for the same vouchers (%s) there is a limit in the same months already,"
                                        .formatted(limit.limit().kind().id())
                                + " in line %d; take one of them out, or let one end before the"
                                        .formatted(earlier.place().line())
                                + " other begins");
    }

    private List<PlacedRule> rules(Node node) {
        List<PlacedRule> rules = new ArrayList<>();
        for (Node each : atMost(MOST_RULES, node, node.some())) {
            PlacedRule rule = new RuleReader(doubts).read(each);
            rules.forEach(earlier -> compare(rule, earlier));
            rules.add(rule);
        }
        return rules;
    }

    private void compare(PlacedRule later, PlacedRule earlier) {
        if (later.rule().id().equals(earlier.rule().id())) {
            doubts.raise(
                    later.idPlace()
                            .senseless(
                                    "the rule in line %d has the same id; each needs its own"
                                            .formatted(earlier.place().line())));
        }
        if (earlier.rule().matchesWherever(later.rule())) {
            doubts.raise(later.place().senseless(unreachable(earlier)));
        }
    }

    private static String unreachable(PlacedRule earlier) {
        String before = "\"%s\" in line %d".formatted(earlier.rule().id(), earlier.place().line());
        return earlier.rule().conditions().isEmpty()
                ? "this rule is never reached: the rule %s before it has no conditions and so"
                                .formatted(before)
                        + " matches everything; put that one last"
                : "this rule is never reached: the rule %s before it matches wherever this one does"
                        .formatted(before);
    }

    private static List<Node> atMost(int most, Node list, List<Node> nodes) {
        if (nodes.size() > most) {
            throw list.place().wrong("must have no more than " + most + " entries");
        }
        return nodes;
    }

    /** A limit, and where it stands. */
    record PlacedLimit(Place place, VoucherLimit limit) {}

    /**
     * A rule, and where it, its id and its voucher stand.
     *
     * @param voucher the place to name if the voucher cannot be given
     */
    record PlacedRule(Place place, Place idPlace, Rule rule, Optional<Node> voucher) {}
}
