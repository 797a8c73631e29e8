package dev.doorstep.local;

import java.util.Collection;

/** What keeps the objects of the template's buckets. Safe for use by several threads. */
interface ObjectStore {

    /** Whether there is a bucket of this physical name. */
    boolean has(String bucket);

    /** Stores an object, and tells whom the bucket notifies. */
    void put(String bucket, String key, S3Object object);

    /** The keys of all objects of a bucket. */
    Collection<String> keys(String bucket);

    /** Removes all objects. */
    void empty();
}
