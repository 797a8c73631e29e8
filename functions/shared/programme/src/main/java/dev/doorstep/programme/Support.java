package dev.doorstep.programme;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/**
 * When support works and what it promises.
 *
 * @param address of the team, where mails for whoever works there go
 * @param leadAddress of who leads it, and hears of each promise that broke
 * @param hours per day of the week, in {@code zone}; a day that is missing is free
 * @param normalPromise working time within which a person gets in touch
 * @param urgentPromise the same for an urgent follow-up
 * @param urgentOrderValue per ISO 4217 currency, the order value above which a follow-up is urgent
 * @param lease how long a claim holds without an action of its owner
 */
public record Support(
        String address,
        String leadAddress,
        ZoneId zone,
        Map<DayOfWeek, Hours> hours,
        Set<LocalDate> holidays,
        Duration normalPromise,
        Duration urgentPromise,
        Map<String, BigDecimal> urgentOrderValue,
        Duration lease) {

    public Support {
        requireNonNull(address, "address is null");
        requireNonNull(leadAddress, "leadAddress is null");
        requireNonNull(zone, "zone is null");
        hours = Map.copyOf(hours);
        holidays = Set.copyOf(holidays);
        urgentOrderValue = Map.copyOf(urgentOrderValue);
        if (hours.isEmpty()) {
            throw new IllegalArgumentException("support works on no day");
        }
        if (!normalPromise.isPositive() || !urgentPromise.isPositive() || !lease.isPositive()) {
            throw new IllegalArgumentException("promises and the lease must be positive");
        }
    }

    /** Working hours of one day, from {@code from} on, before {@code until}. */
    public record Hours(LocalTime from, LocalTime until) {
        private static final String MIDNIGHT = "24:00";

        public Hours {
            if (!from.isBefore(until)) {
                throw new IllegalArgumentException("working hours must end after they begin");
            }
        }

        /**
         * Reads {@code 09:00-18:00}; a day may end at {@code 24:00}.
         *
         * @throws IllegalArgumentException if it is not two times, the second after the first
         */
        public static Hours parse(String hours) {
            String[] ends = hours.split("-", -1);
            if (ends.length != 2) {
                throw new IllegalArgumentException("working hours must look like 09:00-18:00");
            }
            return new Hours(
                    LocalTime.parse(ends[0]),
                    ends[1].equals(MIDNIGHT) ? LocalTime.MAX : LocalTime.parse(ends[1]));
        }
    }
}
