package io.mallhub.binding.internal;

import io.mallhub.connectors.DefinitionPack;
import io.mallhub.connectors.UploadedDefinitions;
import io.mallhub.connectors.ZippedPack;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Uploaded definitions as they lie in the database, the same for all nodes. */
@Component
class DefinitionStore implements UploadedDefinitions {
    private final JdbcClient jdbc;

    DefinitionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<DefinitionPack> pack(String key) {
        return content(key).map(DefinitionStore::unfolded);
    }

    Optional<byte[]> content(String key) {
        if (!DefinitionPack.isUpload(key)) {
            return Optional.empty();
        }
        int at = key.indexOf('@');
        return jdbc.sql(
                        "select content from definition_version where id = :id and version = :version")
                .param("id", key.substring(0, at))
                .param("version", Integer.parseInt(key.substring(at + 1)))
                .query((row, index) -> row.getBytes("content"))
                .optional();
    }

    private static DefinitionPack unfolded(byte[] content) {
        return switch (ZippedPack.read(content)) {
            case ZippedPack.Reading.Read read -> read.pack();
            case ZippedPack.Reading.Refused refused ->
                    throw new IllegalStateException("A kept definition is damaged: " + refused);
        };
    }
}
