package io.mallhub.connectors;

import io.mallhub.connectors.ErpClients.DefinitionInvalid;
import io.mallhub.connectors.ErpClients.DefinitionSummary;
import java.util.Optional;

/** Definitions as files: to check what somebody hands in, and to start another one from. */
public interface DefinitionPacks {
    /**
     * Reads and checks all of it, as at start; keeps nothing.
     *
     * @return what it is, with the key it gets as an upload
     * @throws DefinitionInvalid with file and line
     */
    DefinitionSummary check(DefinitionPack pack);

    Optional<DefinitionPack> pack(String key);
}
