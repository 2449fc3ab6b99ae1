package io.mallhub.connectors;

import java.util.Optional;

/** Where definitions lie that people handed in; to be provided by who keeps them. */
@FunctionalInterface
public interface UploadedDefinitions {
    /** Nothing was ever uploaded. */
    UploadedDefinitions NONE = key -> Optional.empty();

    /**
     * @param key {@code id@version}; what is found for one never changes
     */
    Optional<DefinitionPack> pack(String key);
}
