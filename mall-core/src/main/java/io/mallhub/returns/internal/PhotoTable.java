package io.mallhub.returns.internal;

import io.mallhub.customer.DocumentFile;
import io.mallhub.customer.Pictures.Seen.Picture;
import io.mallhub.returns.ReturnPhotos.Photo;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Instants;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Photos as rows; the bytes are read only when someone looks at one. */
@Component
class PhotoTable {
    private static final String OF_FORM = " WHERE customer_id = :company AND form_key = :key";

    private final JdbcClient jdbc;

    PhotoTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is done about one form goes one after the other, its submission as well. */
    void lock(CustomerId company, String key) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:lock, 300))")
                .param("lock", company + " " + key)
                .query((row, place) -> true)
                .list();
    }

    Optional<UUID> same(CustomerId company, String key, String sha256) {
        return jdbc.sql("SELECT id FROM return_photo" + OF_FORM + " AND sha256 = :sha256")
                .param("company", company.value())
                .param("key", key)
                .param("sha256", sha256)
                .query(UUID.class)
                .optional();
    }

    boolean isSubmitted(CustomerId company, String key) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM return_request
                            WHERE customer_id = :company AND idempotency_key = :key)
                        """)
                .param("company", company.value())
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    UUID add(CustomerId company, String key, Picture picture, Actor by, Instant now) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        INSERT INTO return_photo (id, customer_id, form_key, name, media_type,
                            sha256, attached_by_id, attached_by_name, attached_at)
                        VALUES (:id, :company, :key, :name, :type, :sha256, :by, :byName, :now)
                        """)
                .param("id", id)
                .param("company", company.value())
                .param("key", key)
                .param("name", picture.file().fileName())
                .param("type", picture.file().mediaType())
                .param("sha256", picture.sha256())
                .param("by", by.id())
                .param("byName", by.name())
                .param("now", Instants.parameter(now))
                .update();
        jdbc.sql("INSERT INTO return_photo_content (photo, content) VALUES (?, ?)")
                .params(id, picture.file().content())
                .update();
        return id;
    }

    void remove(CustomerId company, String key, UUID photo) {
        jdbc.sql("DELETE FROM return_photo" + OF_FORM + " AND id = :id AND return_id IS NULL")
                .param("company", company.value())
                .param("key", key)
                .param("id", photo)
                .update();
    }

    void throwAway(CustomerId company, Instant before) {
        jdbc.sql(
                        """
                        DELETE FROM return_photo
                        WHERE customer_id = :company AND return_id IS NULL AND attached_at < :before
                        """)
                .param("company", company.value())
                .param("before", Instants.parameter(before))
                .update();
    }

    int unsent(CustomerId company) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM return_photo
                        WHERE customer_id = :company AND return_id IS NULL
                        """)
                .param("company", company.value())
                .query(Integer.class)
                .single();
    }

    /** From now on they are the return's. */
    void submitted(CustomerId company, String key, UUID returned) {
        jdbc.sql("UPDATE return_photo SET return_id = :returned" + OF_FORM)
                .param("returned", returned)
                .param("company", company.value())
                .param("key", key)
                .update();
    }

    List<Photo> attached(CustomerId company, String key) {
        return jdbc.sql("SELECT id, name FROM return_photo" + OF_FORM + " ORDER BY sequence")
                .param("company", company.value())
                .param("key", key)
                .query(Photo.class)
                .list();
    }

    List<Photo> of(String number) {
        return jdbc.sql(
                        """
                        SELECT p.id, p.name FROM return_photo p
                        JOIN return_request r ON r.id = p.return_id
                        WHERE r.number = ? ORDER BY p.sequence
                        """)
                .param(number)
                .query(Photo.class)
                .list();
    }

    Optional<DocumentFile> file(String number, UUID photo) {
        return file(
                "JOIN return_request r ON r.id = p.return_id WHERE p.id = ? AND r.number = ?",
                photo,
                number);
    }

    Optional<DocumentFile> fileOf(CustomerId company, UUID photo) {
        return file("WHERE p.id = ? AND p.customer_id = ?", photo, company.value());
    }

    private Optional<DocumentFile> file(String which, Object... params) {
        return jdbc.sql(
                        """
                        SELECT p.name, p.media_type, c.content FROM return_photo p
                        JOIN return_photo_content c ON c.photo = p.id
                        """
                                + which)
                .params(params)
                .query(
                        (row, place) ->
                                new DocumentFile(
                                        row.getString(1), row.getString(2), row.getBytes(3)))
                .optional();
    }
}
