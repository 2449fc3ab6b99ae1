package io.mallhub.connectors.definition;

import io.mallhub.connectors.ErpClients.DefinitionSummary;
import io.mallhub.connectors.Guarantees;
import io.mallhub.connectors.mapping.BodyEncoding;
import io.mallhub.connectors.mapping.Charsets;
import io.mallhub.connectors.mapping.ReplyLanguage;
import io.mallhub.connectors.mapping.ValueFormats;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One kind of ERP, wholly described and checked.
 *
 * @param version counted up by its author with each change
 * @param settings names of values that each connection has its own of, known to all templates
 * @param inside null unless replies carry another text as a string
 * @param replyLimit longest reply in bytes
 */
public record Definition(
        String id,
        String title,
        int version,
        Protocol protocol,
        List<String> settings,
        Auth auth,
        Guarantees guarantees,
        Charsets charsets,
        ValueFormats formats,
        ReplyLanguage language,
        Format format,
        @Nullable Inside inside,
        Limits limits,
        FailureRules failures,
        Map<OperationKind, Operation> operations,
        int replyLimit) {
    public Definition {
        settings = List.copyOf(settings);
        operations = Map.copyOf(operations);
    }

    public enum Protocol {
        SOAP_11,
        SOAP_12,
        REST;

        public boolean soap() {
            return this != REST;
        }
    }

    /** Of requests and replies. */
    public enum Format {
        XML,
        JSON
    }

    /**
     * @param id of its kind
     */
    public Optional<Operation> operation(String id) {
        return OperationKind.of(id).flatMap(this::operation);
    }

    public Optional<Operation> operation(OperationKind kind) {
        return Optional.ofNullable(operations.get(kind));
    }

    /** How bodies go out. */
    public BodyEncoding encoding() {
        return format == Format.JSON ? BodyEncoding.json(charsets) : BodyEncoding.xml(charsets);
    }

    /** Names of all that a connection must provide. */
    public List<String> needed() {
        return Stream.concat(settings.stream(), auth.secretNames().stream()).distinct().toList();
    }

    public DefinitionSummary summary() {
        return summary(id);
    }

    /**
     * @param key by which a connection names it
     */
    public DefinitionSummary summary(String key) {
        return new DefinitionSummary(
                key, title, protocol.soap() ? "SOAP" : "REST", needed(), guarantees);
    }
}
