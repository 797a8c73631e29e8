package dev.doorstep.local.imports;

import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.lambda.Unavailable;
import dev.doorstep.local.Console;
import dev.doorstep.local.Local;
import dev.doorstep.programme.Programme;
import dev.doorstep.replies.Replies;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Imports replies from a file into the table of a stack: Delighted's export, or a plain file. Tells
 * each row that is refused, and why, and in the end what is there by score. Ends with 0 only if no
 * row was refused.
 */
public final class Import {
    private static final String OF_THIS_MACHINE = "local";

    private Import() {}

    /** Arguments are of the form {@code name=value}. */
    public static void main(String[] arguments) {
        Console console = new Console(System.out);
        System.exit(run(arguments, Local.root(), console) ? 0 : 1);
    }

    /**
     * Imports as the arguments say, and tells what came of it.
     *
     * @return whether every row was taken
     */
    public static boolean run(String[] arguments, Path root, Console console) {
        try {
            ImportOptions options = ImportOptions.of(arguments, root);
            return run(options, console);
        } catch (Rejected e) {
            console.line("NOT IMPORTED  " + e.getMessage());
        } catch (Unavailable e) {
            console.line("STOPPED  " + e.getMessage() + "; what was imported stays: run it again");
        } catch (SdkException e) {
            console.line("NOT IMPORTED  " + e.getMessage());
        } catch (IOException e) {
            console.line("STOPPED  the file cannot be read: " + e);
        }
        return false;
    }

    private static boolean run(ImportOptions options, Console console) throws IOException {
        Programme programme = Programme.load(new Environment(Map.of()));
        Source source =
                Source.of(
                        TextFile.of(options.file(), options.charset()),
                        options.renamed(),
                        options.told(),
                        new Moments(programme.zone(), Clock.systemUTC()));
        console.line(source.text() + "; times without a zone are of " + programme.zone());
        try (DynamoDbClient dynamoDb = client(options.endpoint())) {
            ImportedReplies replies = new ImportedReplies(new Replies(dynamoDb, options.table()));
            Tally tally =
                    new Importer(replies, refusal -> console.line(refusal.toString())).run(source);
            console.line(tally.text());
            return !tally.hasRefused();
        }
    }

    /**
     * Looks for region and credentials where AWS's own tools do; a server of ours asks for none.
     */
    private static DynamoDbClient client(Optional<URI> endpoint) {
        DynamoDbClientBuilder builder =
                DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create());
        endpoint.ifPresent(
                uri ->
                        builder.endpointOverride(uri)
                                .region(Region.EU_CENTRAL_1)
                                .credentialsProvider(
                                        StaticCredentialsProvider.create(
                                                AwsBasicCredentials.create(
                                                        OF_THIS_MACHINE, OF_THIS_MACHINE))));
        return builder.build();
    }
}
