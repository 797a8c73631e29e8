package dev.doorstep.replies;

import dev.doorstep.dynamodb.Item;

/** A letter as an item within others. */
public final class LetterItem {
    private static final String ID = "id";
    private static final String KIND = "kind";
    private static final String KEY = "key";
    private static final String RECEIVED_AT = "receivedAt";
    private static final String TEXT = "text";
    private static final String ATTACHMENTS = "attachments";
    private static final String TYPE = "type";
    private static final String SIZE = "size";

    private LetterItem() {}

    public static Item of(Letter letter) {
        return Item.builder()
                .with(ID, letter.id())
                .with(KIND, letter.kind().id())
                .with(KEY, letter.key())
                .with(RECEIVED_AT, letter.receivedAt())
                .with(TEXT, letter.text())
                .withItems(ATTACHMENTS, letter.attachments().stream().map(LetterItem::of).toList())
                .build();
    }

    public static Letter read(Item item) {
        return new Letter(
                item.string(ID),
                Letter.Kind.of(item.string(KIND)),
                item.string(KEY),
                item.instant(RECEIVED_AT),
                item.string(TEXT),
                item.items(ATTACHMENTS).stream().map(LetterItem::attachment).toList());
    }

    private static Item of(Attachment attachment) {
        return Item.builder()
                .with(KEY, attachment.key())
                .with(TYPE, attachment.type())
                .with(SIZE, attachment.size())
                .build();
    }

    private static Attachment attachment(Item item) {
        return new Attachment(item.string(KEY), item.string(TYPE), item.number(SIZE));
    }
}
