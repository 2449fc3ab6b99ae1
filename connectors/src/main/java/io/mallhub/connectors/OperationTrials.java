package io.mallhub.connectors;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Operations of a definition tried one by one, for a person who looks at what comes back. */
public interface OperationTrials {
    /** Those the definition has, reading ones first. */
    List<TrialOperation> operations(String definition);

    /**
     * Calls the ERP once as the definition says, over a client of its own. Faults are part of what
     * is returned, never thrown.
     *
     * @param log told of every exchange as {@link ErpClients#open} says
     * @throws ErpClients.DefinitionInvalid when there is no such definition
     */
    OperationTrial run(ConnectionSettings settings, TrialOrder order, Consumer<Exchange> log);

    /**
     * What a definition makes of a reply that came earlier. Nothing is sent.
     *
     * @throws ErpClients.DefinitionInvalid when there is no such definition
     */
    OperationTrial reread(String definition, Exchange logged);

    /**
     * @param writes changes the ERP
     * @param inputs what has to be typed, with an example
     */
    record TrialOperation(String id, boolean writes, List<Input> inputs) {
        public TrialOperation {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * @param example empty where nothing need be typed
     */
    record Input(String name, String example) {}

    /**
     * @param values by the names of the operation's inputs
     */
    record TrialOrder(String operation, Map<String, String> values) {
        public TrialOrder {
            values = Map.copyOf(values);
        }
    }
}
