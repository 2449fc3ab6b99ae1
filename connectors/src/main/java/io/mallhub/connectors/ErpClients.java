package io.mallhub.connectors;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Opens clients from definitions: those shipped in the jar ({@code
 * definitions/<id>/connector.yaml}), mounted and uploaded ones.
 */
public interface ErpClients {
    /**
     * @param log told of every exchange, on the calling thread, after the reply was read
     * @throws DefinitionInvalid with file and line, before anything is sent
     */
    ErpClient open(ConnectionSettings settings, Consumer<Exchange> log);

    /** Those shipped and mounted; uploaded ones are many and found by their key. */
    List<DefinitionSummary> definitions();

    /**
     * @throws DefinitionInvalid when it was uploaded and this release no longer takes it
     */
    Optional<DefinitionSummary> definition(String key);

    /**
     * @param id key by which a connection names it: {@code acme-erp}, or {@code acme-erp@3} for the
     *     third version uploaded
     * @param secretNames what a connection must provide, settings and secrets alike
     */
    record DefinitionSummary(
            String id,
            String title,
            String protocol,
            List<String> secretNames,
            Guarantees guarantees) {}

    final class DefinitionInvalid extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /**
         * @param where file:line
         */
        public DefinitionInvalid(String where, String what) {
            super(where + ": " + what);
        }
    }
}
