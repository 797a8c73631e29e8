package dev.doorstep.clients;

import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.lambda.Log;
import dev.doorstep.lambda.Problem;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.lambda.Unavailable;

import software.amazon.awssdk.core.exception.SdkException;

import java.util.Map;
import java.util.function.Supplier;

/** What an API answers. */
public final class ApiAnswer {

    private ApiAnswer() {}

    /**
     * The answer, or a problem document (RFC 9457) that says what is wrong with the request, or
     * that something which it needs cannot be had now.
     */
    public static HttpResponse of(Supplier<HttpResponse> answer) {
        try {
            return answer.get();
        } catch (Rejected e) {
            return HttpResponse.problem(Problem.of(e));
        } catch (Unavailable e) {
            return HttpResponse.problem(Problem.of(e));
        } catch (SdkException e) {
            Log.failure("request failed", e, Map.of());
            return HttpResponse.problem(
                    Problem.of(new Unavailable("what this needs cannot be had now", e)));
        }
    }
}
