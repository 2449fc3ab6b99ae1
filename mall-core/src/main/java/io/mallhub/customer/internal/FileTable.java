package io.mallhub.customer.internal;

import io.mallhub.customer.DocumentFile;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bytes of each document version; written once, read only when someone opens it. */
@Component
class FileTable {
    private final JdbcClient jdbc;

    FileTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(UUID document, byte[] content) {
        jdbc.sql("insert into document_file (document, content) values (?, ?)")
                .params(document, content)
                .update();
    }

    Optional<DocumentFile> of(Document document) {
        return jdbc.sql("select content from document_file where document = ?")
                .param(document.id())
                .query(
                        (row, number) ->
                                new DocumentFile(
                                        document.fileName(), document.mediaType(), row.getBytes(1)))
                .optional();
    }
}
