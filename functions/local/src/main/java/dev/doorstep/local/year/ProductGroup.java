package dev.doorstep.local.year;

import java.util.List;

/** What the shop sells, how often it comes back, and how well it is liked. */
enum ProductGroup {
    LIGHTING("Lighting", 30, 40, 0.2, 0.07),
    FURNITURE("Furniture", 14, 160, 0.9, 0.08),
    TEXTILES("Textiles", 26, 35, 0.5, 0.17),
    KITCHEN("Kitchen", 20, 30, 0.1, 0.05),
    GARDEN("Garden", 10, 60, 0.4, 0.06);

    private final String title;
    private final int weight;
    private final int price;
    private final double displeasure;
    private final double sentBack;

    ProductGroup(String title, int weight, int price, double displeasure, double sentBack) {
        this.title = title;
        this.weight = weight;
        this.price = price;
        this.displeasure = displeasure;
        this.sentBack = sentBack;
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
        return switch (this) {
            case LIGHTING -> List.of("Desk lamp", "Floor lamp", "Fairy lights");
            case FURNITURE -> List.of("Side table", "Bookshelf", "Stool");
            case TEXTILES -> List.of("Curtain", "Cushion", "Blanket");
            case KITCHEN -> List.of("Tea pot", "Mixing bowl", "Set of knives");
            case GARDEN -> List.of("Watering can", "Lantern", "Bird feeder");
        };
    }
}
