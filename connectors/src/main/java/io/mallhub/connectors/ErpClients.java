package io.mallhub.connectors;

import java.util.List;
import java.util.Map;
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
    default ErpClient open(ConnectionSettings settings, Consumer<Exchange> log) {
        return open(settings, log, new Losses());
    }

    /**
     * As the other, over a wire that loses what it is told to.
     *
     * @throws DefinitionInvalid as the other
     */
    ErpClient open(ConnectionSettings settings, Consumer<Exchange> log, Losses losses);

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
            Guarantees guarantees) {
        /** Names of those that these secrets have not. */
        public List<String> lacking(Map<String, String> secrets) {
            return secretNames.stream()
                    .filter(name -> secrets.getOrDefault(name, "").isEmpty())
                    .toList();
        }
    }

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
