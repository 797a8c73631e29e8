package dev.doorstep.local.bench;

import dev.doorstep.local.AwsCall;
import dev.doorstep.local.CallWatch;
import dev.doorstep.local.Consumed;
import dev.doorstep.local.Fault;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds up what the calls of each function consume; for many threads. */
final class Meter implements CallWatch {
    private final Map<String, Units> consumed = new HashMap<>();
    private boolean isMetering;

    /**
     * What was consumed.
     *
     * @param reads read request units
     * @param writes write request units
     * @param queueRequests calls to SQS
     */
    record Units(double reads, double writes, int queueRequests) {
        static final Units NONE = new Units(0, 0, 0);

        Units times(double factor) {
            return new Units(
                    reads * factor, writes * factor, (int) Math.round(queueRequests * factor));
        }

        Units plus(Units other) {
            return new Units(
                    reads + other.reads,
                    writes + other.writes,
                    queueRequests + other.queueRequests);
        }
    }

    @Override
    public synchronized Optional<Fault> before(AwsCall call) {
        if (call.operation().startsWith("sqs:")) {
            add(call, new Units(0, 0, 1));
        }
        return Optional.empty();
    }

    @Override
    public synchronized boolean isMetering() {
        return isMetering;
    }

    /**
     * Starts; what DynamoDB says of it has to be read by the functions too, and takes them time.
     */
    synchronized void start() {
        isMetering = true;
    }

    @Override
    public synchronized void consumed(AwsCall call, List<Consumed> parts) {
        double units = parts.stream().mapToDouble(Consumed::units).sum();
        add(call, call.isRead() ? new Units(units, 0, 0) : new Units(0, units, 0));
    }

    /** What a function consumed since this was asked of it last. */
    synchronized Units read(String function) {
        return Optional.ofNullable(consumed.remove(function)).orElse(Units.NONE);
    }

    private void add(AwsCall call, Units units) {
        consumed.merge(call.function(), units, Units::plus);
    }
}
