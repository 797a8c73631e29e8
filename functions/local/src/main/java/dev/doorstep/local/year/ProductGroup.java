package dev.doorstep.local.year;

import java.util.List;

/** What the shop sells, how often it comes back, and how well it is liked. */
enum ProductGroup {
    LIGHTING("Lighting", 30, 40, 0.2, 0.07, List.of("Desk lamp", "Floor lamp", "Fairy lights")),
    FURNITURE("Furniture", 14, 160, 0.9, 0.08, List.of("Side table", "Bookshelf", "Stool")),
    TEXTILES("Textiles", 26, 35, 0.5, 0.17, List.of("Curtain", "Cushion", "Blanket")),
    KITCHEN("Kitchen", 20, 30, 0.1, 0.05, List.of("Tea pot", "Mixing bowl", "Set of knives")),
    GARDEN("Garden", 10, 60, 0.4, 0.06, List.of("Watering can", "Lantern", "Bird feeder"));

    private final String title;
    private final int weight;
    private final int price;
    private final double displeasure;
    private final double sentBack;
    private final List<String> items;

    ProductGroup(
            String title,
            int weight,
            int price,
            double displeasure,
            double sentBack,
            List<String> items) {
        this.title = title;
        this.weight = weight;
        this.price = price;
        this.displeasure = displeasure;
        this.sentBack = sentBack;
        this.items = items;
    }

    /** The name that orders have. */
    String title() {
        return title;
    }

    /** Of a hundred orders. */
    int weight() {
        return weight;
    }

    /** What half of its orders cost less than, in euros. */
    int price() {
        return price;
    }

    /** In points of NPS. */
    double displeasure() {
        return displeasure;
    }

    /** The share of orders of which something is sent back. */
    double sentBack() {
        return sentBack;
    }

    List<String> items() {
        return items;
    }
}
