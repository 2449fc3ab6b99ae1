package io.mallhub.processes.outbox;

import java.time.Duration;
import java.util.Map;

/**
 * A message for the engine.
 *
 * @param key says what happened, once ever: {@code order-submitted/SO…}; also the message id
 * @param message name in the diagram
 * @param correlationKey business number
 * @param variables simple values, lists and maps of these
 * @param timeToLive how long the engine keeps it for a receiver that is not there yet
 */
public record EngineCommand(
        String key,
        String message,
        String correlationKey,
        Map<String, Object> variables,
        Duration timeToLive) {
    public EngineCommand {
        variables = Map.copyOf(variables);
    }
}
