package dev.doorstep.surveys;

import dev.doorstep.dynamodb.Item;
import dev.doorstep.programme.Touchpoint;

/** A decision as attributes of an item. */
final class DecisionItem {
    private static final String KIND = "kind";
    private static final String REASON = "reason";
    private static final String ABOUT = "about";
    private static final String FROM = "from";
    private static final String DUE_AT = "dueAt";

    private DecisionItem() {}

    static Item of(Decision decision) {
        Item.Builder item =
                Item.builder().with(KIND, decision.kind()).with(REASON, decision.reason().id());
        return switch (decision) {
            case Decision.Plan plan ->
                    item.with(ABOUT, plan.touchpoint().id()).with(DUE_AT, plan.dueAt()).build();
            case Decision.Postpone postpone ->
                    item.with(ABOUT, postpone.touchpoint().id())
                            .with(DUE_AT, postpone.dueAt())
                            .build();
            case Decision.Switch change ->
                    item.with(FROM, change.from().id())
                            .with(ABOUT, change.touchpoint().id())
                            .with(DUE_AT, change.dueAt())
                            .build();
            case Decision.Cancel _, Decision.Skip _ -> item.build();
            case Decision.Send send -> item.with(ABOUT, send.touchpoint().id()).build();
        };
    }

    static Decision read(Item item) {
        Reason reason = Reason.of(item.string(REASON));
        return switch (item.string(KIND)) {
            case Decision.Plan.KIND -> new Decision.Plan(about(item), item.instant(DUE_AT), reason);
            case Decision.Postpone.KIND ->
                    new Decision.Postpone(about(item), item.instant(DUE_AT), reason);
            case Decision.Switch.KIND ->
                    new Decision.Switch(
                            Touchpoint.of(item.string(FROM)),
                            about(item),
                            item.instant(DUE_AT),
                            reason);
            case Decision.Cancel.KIND -> new Decision.Cancel(reason);
            case Decision.Skip.KIND -> new Decision.Skip(reason);
            case Decision.Send.KIND -> new Decision.Send(about(item));
            default -> throw new IllegalStateException("decision is of an unknown kind");
        };
    }

    private static Touchpoint about(Item item) {
        return Touchpoint.of(item.string(ABOUT));
    }
}
