package dev.doorstep.local;

import java.util.Set;

/**
 * What can be asked of a bucket here, with what IAM asks leave for. Source: Amazon S3 API
 * Reference, and Amazon S3 User Guide, "Required permissions for Amazon S3 API operations".
 */
enum S3Operation {
    GET_OBJECT("s3:GetObject", "s3:GetObject"),
    HEAD_OBJECT("s3:HeadObject", "s3:GetObject"),
    PUT_OBJECT("s3:PutObject", "s3:PutObject"),
    CREATE_MULTIPART_UPLOAD("s3:CreateMultipartUpload", "s3:PutObject"),
    UPLOAD_PART("s3:UploadPart", "s3:PutObject"),
    COMPLETE_MULTIPART_UPLOAD("s3:CompleteMultipartUpload", "s3:PutObject"),
    DELETE_OBJECT("s3:DeleteObject", "s3:DeleteObject"),
    HEAD_BUCKET("s3:HeadBucket", "s3:ListBucket"),
    LIST_BUCKET("s3:ListBucket", "s3:ListBucket");

    private static final Set<S3Operation> OF_BUCKETS = Set.of(HEAD_BUCKET, LIST_BUCKET);

    private final String id;
    private final String action;

    S3Operation(String id, String action) {
        this.id = id;
        this.action = action;
    }

    /** The name in {@link AwsCall}. */
    String id() {
        return id;
    }

    /** The name in IAM. */
    String action() {
        return action;
    }

    /** Whether it is about a bucket and not about an object. */
    boolean isOfBucket() {
        return OF_BUCKETS.contains(this);
    }
}
