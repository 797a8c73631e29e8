package dev.doorstep.customerdata;

import dev.doorstep.surveys.OrderId;

import java.util.List;
import java.util.Locale;

/**
 * A customer of tests, and all by which they can be known.
 *
 * @param order the beginning of the numbers of their orders
 */
record Person(String address, String name, String phone, String comment, String order) {
    static final Person ADA =
            new Person(
                    "ada@customer.example",
                    "Ada Quillfeather",
                    "+49 30 901820",
                    "The lamp came in nine pieces.",
                    "A-1");
    static final Person BOB =
            new Person(
                    "bob@customer.example",
                    "Bob Wimbledore",
                    "+44 20 7946 0958",
                    "The kettle whistles out of tune.",
                    "B-1");

    /** Another one, with orders of their own. */
    static Person numbered(int number) {
        return new Person(
                "no" + number + "@customer.example",
                "Number" + number + " Person",
                "+49 30 9018" + (1000 + number),
                "Comment number " + number + " of many.",
                "N-" + number);
    }

    /** The same under another address. */
    Person at(String other) {
        return new Person(other, name, phone, comment, order);
    }

    /** Delivered, asked about, and answered unhappily; support is at it. */
    OrderId unhappy() {
        return new OrderId(order + "-unhappy");
    }

    /** Answered unhappily; support has put it right, and the customer has said so. */
    OrderId resolved() {
        return new OrderId(order + "-resolved");
    }

    /** Delivered, and to be asked about. */
    OrderId planned() {
        return new OrderId(order + "-planned");
    }

    List<String> secrets() {
        return List.of(address, name, phone, comment);
    }

    boolean isNamedIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return secrets().stream().anyMatch(s -> lower.contains(s.toLowerCase(Locale.ROOT)));
    }
}
