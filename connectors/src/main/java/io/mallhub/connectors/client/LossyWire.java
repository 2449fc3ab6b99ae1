package io.mallhub.connectors.client;

import io.mallhub.connectors.Losses;
import io.mallhub.connectors.Losses.Loss;
import io.mallhub.connectors.transport.HttpOutcome;
import io.mallhub.connectors.transport.Wire;
import java.io.IOException;
import java.util.Optional;

/** Loses what it is told to, to those behind it as if the network had. */
record LossyWire(Wire wire, Losses losses) implements Wire {
    @Override
    public Sent send(Request request) {
        Optional<Loss> loss = losses.take();
        if (loss.isEmpty()) {
            return wire.send(request);
        }
        Sent sent =
                loss.get() == Loss.REQUEST
                        ? new Sent(request.body(), lost(Loss.REQUEST))
                        : wire.send(request);
        return sent.outcome() instanceof HttpOutcome.Replied
                ? new Sent(sent.body(), lost(Loss.REPLY))
                : sent;
    }

    private static HttpOutcome lost(Loss loss) {
        String reason =
                loss == Loss.REQUEST
                        ? "the request was lost on purpose"
                        : "the reply was lost on purpose";
        return new HttpOutcome.Lost(reason, new IOException(reason), 0, new byte[0]);
    }
}
