package io.mallhub.routes.outbound;

import io.mallhub.binding.ErpConnections;
import io.mallhub.connectors.ErpFault;
import org.springframework.stereotype.Component;

/** What a fault of an outgoing call means for its whole connection. */
@Component
public class ErpTrouble {
    private final ErpConnections connections;

    ErpTrouble(ErpConnections connections) {
        this.connections = connections;
    }

    public void note(String connection, ErpFault fault) {
        switch (fault) {
            case ErpFault.Unavailable down -> connections.leaveAlone(connection, down.retryAfter());
            case ErpFault.CredentialsRefused refused ->
                    connections.credentialsRefused(
                            connection, String.valueOf(refused.getMessage()));
            case ErpFault.Rejected _, ErpFault.DataInvalid _, ErpFault.OutcomeUnknown _ -> {
                // concerns this record alone
            }
        }
    }
}
