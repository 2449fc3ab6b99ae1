package io.mallhub.receipt.internal;

import io.mallhub.customer.DocumentFile;
import io.mallhub.customer.Papers.Read.Paper;
import io.mallhub.receipt.Announcements.AnnounceTransfer;
import io.mallhub.receipt.Announcements.AnnouncementState;
import io.mallhub.receipt.Announcements.AnnouncementView;
import io.mallhub.receipt.Announcements.Purpose;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.DayNumber;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Money;
import io.mallhub.shared.NewestFirst;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of transfers that were announced; bytes of proofs are read only when asked for. */
@Component
class AnnouncementTable {
    private static final String COLUMNS =
            """
            number, customer_id, customer_name, amount, bank_reference, sent_on, note,
            file_name, purpose, order_number, state, receipt, top_up, reason, announced_by_name, announced_at
            """;

    private static final String SELECT = "SELECT " + COLUMNS + "FROM announced_transfer ";
    private static final NewestFirst LIST =
            new NewestFirst("announced_transfer", COLUMNS, "announced_at");

    private final JdbcClient jdbc;

    AnnouncementTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String nextNumber(Instant now) {
        return DayNumber.next(jdbc, "PA", "announced_transfer_number", now);
    }

    /** Returns false, and keeps nothing, when the company has announced that transfer. */
    boolean add(
            String number,
            AnnounceTransfer asked,
            String customerName,
            String reference,
            @Nullable Paper proof,
            Instant now) {
        int added =
                jdbc.sql(
                                """
                                INSERT INTO announced_transfer (number, customer_id, customer_name,
                                    amount, bank_reference, sent_on, note, file_name, media_type,
                                    sha256, purpose, order_number, state, announced_by_id,
                                    announced_by_name, announced_at)
                                VALUES (:number, :customer, :name, :amount, :reference, :day, :note,
                                    :file, :type, :sha256, :purpose, :order, 'OPEN', :by, :byName,
                                    :now)
                                ON CONFLICT (customer_id, bank_reference)
                                    WHERE state <> 'DECLINED' DO NOTHING
                                """)
                        .param("number", number)
                        .param("customer", asked.customer().value())
                        .param("name", customerName)
                        .param("amount", asked.amount().amount())
                        .param("reference", reference)
                        .param("day", asked.sentOn())
                        .param("note", asked.note().strip())
                        .param("file", proof == null ? null : proof.file().fileName())
                        .param("type", proof == null ? null : proof.file().mediaType())
                        .param("sha256", proof == null ? null : proof.sha256())
                        .param("purpose", asked.purpose().name())
                        .param("order", asked.order())
                        .param("by", asked.by().id())
                        .param("byName", asked.by().name())
                        .param("now", Instants.parameter(now))
                        .update();
        if (added == 1 && proof != null) {
            jdbc.sql("INSERT INTO announced_transfer_proof (transfer, content) VALUES (?, ?)")
                    .params(number, proof.file().content())
                    .update();
        }
        return added == 1;
    }

    /**
     * @param receipt it became, or null
     * @param topUp it became, or null
     */
    void decide(
            String number,
            AnnouncementState state,
            @Nullable String receipt,
            @Nullable String topUp,
            String reason,
            Actor by,
            Instant now) {
        jdbc.sql(
                        """
                        UPDATE announced_transfer SET state = :state, receipt = :receipt,
                            top_up = :topUp, reason = :reason, decided_by_id = :by, decided_by_name = :byName,
                            decided_at = :now
                        WHERE number = :number
                        """)
                .param("state", state.name())
                .param("receipt", receipt)
                .param("topUp", topUp)
                .param("reason", reason)
                .param("by", by.id())
                .param("byName", by.name())
                .param("now", Instants.parameter(now))
                .param("number", number)
                .update();
    }

    /** Its receipt was discarded, or its top-up refused: finance looks at it again. */
    void reopen(String document) {
        jdbc.sql(
                        """
                        UPDATE announced_transfer SET state = 'OPEN', receipt = NULL,
                            top_up = NULL, decided_by_id = NULL, decided_by_name = NULL,
                            decided_at = NULL
                        WHERE (receipt = :document OR top_up = :document) AND state = 'TAKEN'
                        """)
                .param("document", document)
                .update();
    }

    /** Its receipt or top-up was taken back: the company may announce the transfer anew. */
    void takenBack(String document, String reason) {
        jdbc.sql(
                        """
                        UPDATE announced_transfer SET state = 'DECLINED', reason = :reason
                        WHERE (receipt = :document OR top_up = :document) AND state = 'TAKEN'
                        """)
                .param("document", document)
                .param("reason", reason)
                .update();
    }

    List<AnnouncementView> ofOrder(String order) {
        return jdbc.sql(SELECT + "WHERE order_number = :order ORDER BY announced_at, number")
                .param("order", order)
                .query(AnnouncementTable::view)
                .list();
    }

    int open(CustomerId customer) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM announced_transfer
                        WHERE customer_id = :customer AND state = 'OPEN'
                        """)
                .param("customer", customer.value())
                .query(Integer.class)
                .single();
    }

    /** The one that was not declined. */
    Optional<AnnouncementView> byReference(CustomerId customer, String reference) {
        return one(
                "customer_id = :customer AND bank_reference = :reference AND state <> 'DECLINED'",
                Map.of("customer", customer.value(), "reference", reference));
    }

    /** Stands still until the end of the transaction. */
    Optional<AnnouncementView> lock(String number) {
        return one("number = :number FOR UPDATE", Map.of("number", number));
    }

    Optional<AnnouncementView> find(String number) {
        return one("number = :number", Map.of("number", number));
    }

    Optional<AnnouncementView> ofReceipt(String receipt) {
        return one("receipt = :receipt ORDER BY number LIMIT 1", Map.of("receipt", receipt));
    }

    private Optional<AnnouncementView> one(String where, Map<String, ?> params) {
        return jdbc.sql(SELECT + "WHERE " + where)
                .params(params)
                .query(AnnouncementTable::view)
                .optional();
    }

    Page<AnnouncementView> page(
            @Nullable CustomerId customer, @Nullable AnnouncementState state, PageRequest page) {
        return LIST.page(jdbc, customer, state, page, AnnouncementTable::view);
    }

    Optional<DocumentFile> proof(String number) {
        return jdbc.sql(
                        """
                        SELECT t.file_name, t.media_type, p.content
                        FROM announced_transfer t
                        JOIN announced_transfer_proof p ON p.transfer = t.number
                        WHERE t.number = :number
                        """)
                .param("number", number)
                .query(
                        (row, n) ->
                                new DocumentFile(
                                        row.getString("file_name"),
                                        row.getString("media_type"),
                                        row.getBytes("content")))
                .optional();
    }

    private static AnnouncementView view(ResultSet row, int number) throws SQLException {
        return new AnnouncementView(
                row.getString("number"),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                row.getString("customer_name"),
                new Money(row.getBigDecimal("amount")),
                row.getString("bank_reference"),
                row.getObject("sent_on", LocalDate.class),
                row.getString("note"),
                row.getString("file_name"),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("order_number"),
                AnnouncementState.valueOf(row.getString("state")),
                row.getString("receipt"),
                row.getString("top_up"),
                row.getString("reason"),
                row.getString("announced_by_name"),
                Instants.sure(row, "announced_at"));
    }
}
