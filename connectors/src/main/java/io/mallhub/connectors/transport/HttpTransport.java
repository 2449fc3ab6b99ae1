package io.mallhub.connectors.transport;

import io.mallhub.connectors.transport.HttpOutcome.Lost;
import io.mallhub.connectors.transport.HttpOutcome.NotSent;
import io.mallhub.connectors.transport.HttpOutcome.Replied;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * The only way out to an ERP, for both protocols. Never throws for what happens on the wire,
 * follows no redirect, uses no proxy and repeats no writing call by itself.
 */
public final class HttpTransport implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final HostGuard guard;
    private final int replyLimit;
    private final HttpClient http;

    /**
     * @param timeout usual timeout of a call; connecting never takes longer
     * @param replyLimit longest reply in bytes
     */
    public HttpTransport(HostGuard guard, Duration timeout, int replyLimit) {
        this.guard = guard;
        this.replyLimit = replyLimit;
        http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .proxy(HttpClient.Builder.NO_PROXY)
                        .connectTimeout(timeout.compareTo(CONNECT) < 0 ? timeout : CONNECT)
                        .build();
    }

    public HttpOutcome send(HttpCall call) {
        try {
            guard.check(call.url());
        } catch (HostGuard.RefusedHost e) {
            return new NotSent(String.valueOf(e.getMessage()), e);
        } catch (UnknownHostException e) {
            return new NotSent("no address for host " + call.url().getHost(), e);
        }
        try {
            return exchange(call, request(call));
        } catch (IllegalArgumentException e) {
            // The JDK's message may quote a header, hence a secret.
            return new NotSent("the request has a header or address HTTP does not allow", e);
        }
    }

    private HttpOutcome exchange(HttpCall call, HttpRequest request) {
        AtomicReference<@Nullable ReplyBody> body = new AtomicReference<>();
        AtomicInteger status = new AtomicInteger();
        CompletableFuture<HttpResponse<byte[]>> reply =
                http.sendAsync(
                        request,
                        info -> {
                            status.set(info.statusCode());
                            ReplyBody subscriber = new ReplyBody(replyLimit);
                            body.set(subscriber);
                            return subscriber;
                        });
        try {
            HttpResponse<byte[]> r = reply.get(call.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return new Replied(r.statusCode(), r.headers(), r.body());
        } catch (TimeoutException e) {
            reply.cancel(true);
            return lost("no whole reply within " + call.timeout(), e, status, body);
        } catch (InterruptedException e) {
            reply.cancel(true);
            Thread.currentThread().interrupt();
            return lost("interrupted while waiting for the reply", e, status, body);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return neverSent(cause)
                    ? new NotSent("no connection: " + words(cause), cause)
                    : lost("connection broken: " + words(cause), cause, status, body);
        }
    }

    private static Lost lost(
            String reason,
            Throwable cause,
            AtomicInteger status,
            AtomicReference<@Nullable ReplyBody> body) {
        ReplyBody received = body.get();
        return new Lost(
                reason, cause, status.get(), received == null ? new byte[0] : received.partial());
    }

    private static boolean neverSent(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof SSLHandshakeException;
    }

    private static String words(Throwable cause) {
        String message = cause.getMessage();
        if (message == null && cause.getCause() instanceof IOException deeper) {
            message = deeper.getMessage();
        }
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    private static HttpRequest request(HttpCall call) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(call.url())
                        .method(
                                call.method(),
                                call.body().length == 0
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofByteArray(call.body()));
        call.headers().forEach(request::setHeader);
        return request.build();
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
