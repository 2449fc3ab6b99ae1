package io.mallhub.processes.engine;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the engine is and how hard it is driven. The same settings serve the embedded broker and an
 * external cluster.
 *
 * @param gateway gRPC address; {@code https} switches TLS on
 * @param rest address of the REST API, used for user tasks
 * @param caCertificate file of the authority that signed the gateway's certificate, if not a public
 *     one
 * @param authority name expected in that certificate, if it differs from the host
 * @param oauth client credentials, if the cluster asks for them
 * @param inFlight jobs worked on at the same time by this node
 * @param inFlightPerType of these, at most this many of one type, so that a slow ERP leaves room
 *     for the others
 * @param requestTimeout of one command
 * @param closeTimeout at the end of the hub, its workers and then its client have so long to close;
 *     the client itself waits at most 15 s for commands under way
 */
@Validated
@ConfigurationProperties("mallhub.zeebe")
public record EngineSettings(
        @DefaultValue("http://127.0.0.1:26500") URI gateway,
        @DefaultValue("http://127.0.0.1:8088") URI rest,
        @Nullable String caCertificate,
        @Nullable String authority,
        @Nullable OAuth oauth,
        @DefaultValue("64") int inFlight,
        @DefaultValue("16") int inFlightPerType,
        @DefaultValue("10s") Duration requestTimeout,
        @DefaultValue("20s") Duration closeTimeout,
        @DefaultValue Backoff backoff,
        @DefaultValue Outbox outbox) {

    public record OAuth(
            String clientId,
            String clientSecret,
            String audience,
            URI tokenUrl,
            @Nullable String scope) {
        @Override
        public String toString() {
            return "OAuth[clientId=" + clientId + ", tokenUrl=" + tokenUrl + "]";
        }
    }

    /**
     * Waiting time before the next try of a failed job: doubled each time, up to the longest.
     *
     * @param tries how often a job is tried at most before it becomes an incident; the diagram's
     *     own number counts where it is smaller
     */
    public record Backoff(
            @DefaultValue("1s") Duration first,
            @DefaultValue("2m") Duration longest,
            @DefaultValue("60") int tries) {
        public Backoff {
            if (tries < 1) {
                throw new IllegalArgumentException("A job is tried at least once");
            }
        }

        /**
         * @param attempt the try that failed, 1 for the first
         */
        Duration after(int attempt) {
            int doublings = Math.clamp(attempt - 1L, 0, 30);
            Duration wait = first.multipliedBy(1L << doublings);
            return wait.compareTo(longest) < 0 ? wait : longest;
        }
    }

    /**
     * @param poll looks for commands of other nodes, or due again, at this interval
     * @param batch commands on their way to the engine at the same time
     * @param lease a command that a crashed node had taken is free again after this time
     */
    public record Outbox(
            @DefaultValue("1s") Duration poll,
            @DefaultValue("64") int batch,
            @DefaultValue("30s") Duration lease) {}
}
