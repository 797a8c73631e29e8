package dev.doorstep.local;

import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells from a request to AWS what IAM asks leave for. Source: AWS Service Authorization Reference,
 * for Amazon DynamoDB, Amazon SQS, Amazon SES v2 and Amazon S3.
 */
final class CallReader {
    private static final String DYNAMODB = "dynamodb";
    private static final String SQS = "sqs";
    private static final String S3 = "s3";
    private static final String GET_ACCOUNT = "ses:GetAccount";
    private static final Pattern ADDRESS = Pattern.compile("<([^>]+)>");
    private static final Pattern ATTEMPT = Pattern.compile("attempt=(\\d+)");

    private final String function;

    CallReader(String function) {
        this.function = function;
    }

    /**
     * @throws IllegalArgumentException if the request is none of a service that is known here
     */
    AwsCall read(AwsRequest request) {
        if (request.isSignedFor(S3)) {
            S3Request s3 = S3Request.of(request.method(), request.uri());
            return call(request, s3.operation().id(), List.of(s3.use()));
        }
        if (SesEndpoint.isAboutTheAccount(request.method(), request.uri())) {
            return call(request, GET_ACCOUNT, List.of(Use.of(GET_ACCOUNT, "*")));
        }
        return post(request, Json.parseObject(request.body()));
    }

    private AwsCall post(AwsRequest request, JsonObject body) {
        String target = request.header("X-Amz-Target").orElse("");
        String operation = target.substring(target.indexOf('.') + 1);
        if (target.startsWith("DynamoDB_")) {
            return call(request, DYNAMODB + ":" + operation, dynamoDb(operation, body));
        }
        if (target.startsWith("AmazonSQS")) {
            return call(request, SQS + ":" + operation, List.of(sqs(operation, body)));
        }
        if (request.uri().getPath().equals(SesEndpoint.PATH)) {
            return call(request, "ses:SendEmail", ses(body));
        }
        throw new IllegalArgumentException(
                "a call to " + request.uri().getPath() + " is not known here");
    }

    private AwsCall call(AwsRequest request, String operation, List<Use> uses) {
        Matcher attempt = ATTEMPT.matcher(request.header("amz-sdk-request").orElse(""));
        return new AwsCall(
                function,
                operation,
                uses,
                request.header("amz-sdk-invocation-id").orElseGet(CallReader::another),
                attempt.find() ? Integer.parseInt(attempt.group(1)) : 1);
    }

    /** A browser that follows a presigned link numbers nothing: each request is one of its own. */
    private static String another() {
        return UUID.randomUUID().toString();
    }

    /** Each write of a transaction needs the right of the like single write. */
    private static List<Use> dynamoDb(String operation, JsonObject request) {
        return switch (operation) {
            case "TransactWriteItems" ->
                    request.objects("TransactItems").stream().map(CallReader::write).toList();
            case "BatchGetItem", "BatchWriteItem" ->
                    request.object("RequestItems").members().keySet().stream()
                            .map(table -> Use.of(DYNAMODB + ":" + operation, table(table)))
                            .toList();
            default -> List.of(Use.of(DYNAMODB + ":" + operation, tableOrIndex(request)));
        };
    }

    private static Use write(JsonObject item) {
        Map.Entry<String, @Nullable Object> only = item.members().entrySet().iterator().next();
        String kind = only.getKey().equals("ConditionCheck") ? "ConditionCheck" : only.getKey();
        return Use.of(
                DYNAMODB + ":" + kind + "Item",
                table(item.object(only.getKey()).string("TableName")));
    }

    private static String tableOrIndex(JsonObject request) {
        return table(request.string("TableName"))
                + request.findString("IndexName").map(index -> "/index/" + index).orElse("");
    }

    private static String table(String name) {
        return Machine.arn(DYNAMODB, "table/", Machine.logicalId(name));
    }

    private static Use sqs(String operation, JsonObject request) {
        return Use.of(
                SQS + ":" + operation.replaceAll("Batch$", ""),
                Machine.arn(SQS, "", Machine.logicalId(request.string("QueueUrl"))));
    }

    private static List<Use> ses(JsonObject request) {
        String from = request.string("FromEmailAddress");
        Matcher bare = ADDRESS.matcher(from);
        String address = bare.find() ? bare.group(1) : from;
        Map<String, String> context = Map.of("ses:FromAddress", address);
        List<Use> uses = new ArrayList<>();
        uses.add(
                new Use(
                        "ses:SendEmail",
                        Machine.sesArn("identity/" + address.substring(address.indexOf('@') + 1)),
                        context));
        request.findString("ConfigurationSetName")
                .ifPresent(
                        set ->
                                uses.add(
                                        new Use(
                                                "ses:SendEmail",
                                                Machine.sesArn("configuration-set/" + set),
                                                context)));
        return uses;
    }
}
