package dev.doorstep.local;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The objects of the template's buckets, in memory. Safe for use by several threads. */
final class Buckets implements ObjectStore {
    private final Map<String, SortedMap<String, S3Object>> objects;
    private final Listener listener;

    /**
     * @param names of the buckets, physical ones
     */
    Buckets(Collection<String> names, Listener listener) {
        this.objects =
                names.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Function.identity(), _ -> new ConcurrentSkipListMap<>()));
        this.listener = listener;
    }

    /** Hears of each object once it is there, also of one that takes another's place. */
    @FunctionalInterface
    interface Listener {
        void created(String bucket, String key, S3Object object);
    }

    @Override
    public boolean has(String bucket) {
        return objects.containsKey(bucket);
    }

    @Override
    public void put(String bucket, String key, S3Object object) {
        bucket(bucket).put(key, object);
        listener.created(bucket, key, object);
    }

    Optional<S3Object> find(String bucket, String key) {
        return Optional.ofNullable(bucket(bucket).get(key));
    }

    /** To remove what is not there is no failure. */
    void remove(String bucket, String key) {
        bucket(bucket).remove(key);
    }

    /** All objects of a bucket by key, as they are now. */
    SortedMap<String, S3Object> all(String bucket) {
        return new ConcurrentSkipListMap<>(bucket(bucket));
    }

    @Override
    public Collection<String> keys(String bucket) {
        return all(bucket).keySet();
    }

    @Override
    public void empty() {
        objects.values().forEach(Map::clear);
    }

    private SortedMap<String, S3Object> bucket(String name) {
        return Objects.requireNonNull(objects.get(name), name + " is no bucket");
    }
}
