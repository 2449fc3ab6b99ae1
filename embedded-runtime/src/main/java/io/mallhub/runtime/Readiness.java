package io.mallhub.runtime;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * A question over HTTP that a ready program answers with status 200.
 *
 * @param proof text that the answer must contain; empty if the status is enough. It shows that it
 *     is the program just started that answers, not another one on the same port.
 */
public record Readiness(URI url, String proof) {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    boolean answeredBy(HttpClient client) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(url).timeout(PATIENCE).build();
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().contains(proof);
        } catch (IOException notYet) {
            return false;
        }
    }
}
