package dev.doorstep.local.bench;

import dev.doorstep.local.AwsCall;
import dev.doorstep.local.CallWatch;
import dev.doorstep.local.Consumed;
import dev.doorstep.local.Fault;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Adds up what calls consume; for many threads. */
final class Meter implements CallWatch {
    private static final Set<String> READS =
            Set.of("dynamodb:GetItem", "dynamodb:Query", "dynamodb:BatchGetItem");

    private double reads;
    private double writes;
    private int queueRequests;
    private boolean isMetering;

    /**
     * What was consumed.
     *
     * @param reads read request units
     * @param writes write request units
     * @param queueRequests calls to SQS
     */
    record Units(double reads, double writes, int queueRequests) {

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
            queueRequests++;
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
    public synchronized void consumed(AwsCall call, List<Consumed> consumed) {
        double units = consumed.stream().mapToDouble(Consumed::units).sum();
        if (READS.contains(call.operation())) {
            reads += units;
        } else {
            writes += units;
        }
    }

    /** What was consumed since this was asked last. */
    synchronized Units read() {
        Units units = new Units(reads, writes, queueRequests);
        reads = 0;
        writes = 0;
        queueRequests = 0;
        return units;
    }
}
