package dev.doorstep.programme;

import java.time.Duration;

/**
 * When customers are told of their delivery before they ask.
 *
 * @param delay from an order event to the news that it makes, so that what takes it back, or comes
 *     with it, is known by then
 * @param overdueAfter from the promised time on; then a parcel of which nothing is heard is overdue
 * @param followUpAfter how late a delivery is for a person to get in touch unasked
 * @param latestAfter from the promised time, or the loss; later than that nothing is told any more
 */
public record NewsPlan(
        Duration delay, Duration overdueAfter, Duration followUpAfter, Duration latestAfter) {

    public NewsPlan {
        if (delay.isNegative() || overdueAfter.isNegative() || followUpAfter.isNegative()) {
            throw new IllegalArgumentException("a time of the news is negative");
        }
        if (overdueAfter.compareTo(latestAfter) >= 0 || followUpAfter.compareTo(latestAfter) >= 0) {
            throw new IllegalArgumentException("latestAfter ends the news before they begin");
        }
    }
}
