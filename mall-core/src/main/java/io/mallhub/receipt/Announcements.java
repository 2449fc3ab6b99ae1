package io.mallhub.receipt;

import io.mallhub.customer.DocumentFile;
import io.mallhub.prepaid.TopUps;
import io.mallhub.receipt.Receipts.RecordOutcome;
import io.mallhub.receipt.Receipts.RecordReceipt;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Transfers that buyers say they made, with a proof. Nothing is booked of them: a person of finance
 * takes one over as a receipt that another one confirms, or declines it.
 */
public interface Announcements {
    /**
     * Finance is told. Idempotent by company, bank reference and amount. Not for within a
     * transaction: the proof is decoded.
     */
    AnnounceOutcome announce(AnnounceTransfer command);

    /**
     * Records it as finance found it on the bank statement, which may differ; the one who does is
     * the one who recorded it. Idempotent.
     */
    RecordOutcome takeOver(String number, RecordReceipt command);

    /** As {@link #takeOver}, of one that is a top-up of prepaid money. */
    TopUps.RecordOutcome takeOverAsTopUp(String number, TopUps.RecordTopUp command);

    /**
     * No such transfer came. The company is told. An order that it was for waits for so long from
     * now on as the account says, once, where its time to pay is over before and nothing else of it
     * lies with finance.
     *
     * @return message key of why not: announcement.not-staff, announcement.reason-missing,
     *     announcement.decided-already; empty when it was done
     */
    Optional<String> decline(String number, String reason, Actor by);

    Optional<AnnouncementView> find(String number);

    /** The one that became this receipt. */
    Optional<AnnouncementView> ofReceipt(String receipt);

    /** Those for this order, oldest first. */
    List<AnnouncementView> ofOrder(String order);

    /** Newest first. Null means any. */
    Page<AnnouncementView> page(
            @Nullable CustomerId customer, @Nullable AnnouncementState state, PageRequest page);

    Optional<DocumentFile> proof(String number);

    /** As {@link #proof}, of this company only. */
    Optional<DocumentFile> proofOf(CustomerId customer, String number);

    /**
     * @param bankReference spaces and case don't count
     * @param sentOn not in the future
     * @param note may be empty
     * @param proof a picture or PDF as it was uploaded, or null
     * @param order that it pays; not null for {@link Purpose#ORDER} and for nothing else
     */
    record AnnounceTransfer(
            CustomerId customer,
            Money amount,
            String bankReference,
            LocalDate sentOn,
            String note,
            @Nullable Upload proof,
            Purpose purpose,
            @Nullable String order,
            Actor by) {
        /** For what the company owes. */
        public AnnounceTransfer(
                CustomerId customer,
                Money amount,
                String bankReference,
                LocalDate sentOn,
                String note,
                @Nullable Upload proof,
                Actor by) {
            this(customer, amount, bankReference, sentOn, note, proof, Purpose.DEBT, null, by);
        }
    }

    /** What a transfer is for. */
    enum Purpose {
        /** What the company owes. */
        DEBT,
        /** An order that is paid by transfer. */
        ORDER,
        /** Prepaid money. */
        TOP_UP
    }

    /**
     * @param fileName as the client said
     */
    @SuppressWarnings("ArrayRecordComponent") // carries bytes through, never compared
    record Upload(String fileName, byte[] content) {}

    sealed interface AnnounceOutcome {
        /**
         * @param repeated the company announced this transfer before
         */
        record Announced(String number, boolean repeated) implements AnnounceOutcome {}

        /**
         * Nothing was kept.
         *
         * @param problem message key: announcement.not-buyer, announcement.too-many (detail: how
         *     many), announcement.reference-known (detail: the announcement),
         *     announcement.order-unknown, announcement.order-paid, own-top-up.* for a top-up that
         *     nobody may make, document.* of the proof, and receipt.amount, receipt.reference,
         *     receipt.day, receipt.note-too-long
         */
        record Refused(String problem, String detail) implements AnnounceOutcome {}
    }

    enum AnnouncementState {
        OPEN,
        /** It became a receipt or a top-up; open again when that is discarded or refused. */
        TAKEN,
        /** Or its receipt or top-up was taken back. */
        DECLINED
    }

    /**
     * @param fileName of the proof; null when none came with it
     * @param order that it pays; null for none
     * @param receipt it became; null until then
     * @param topUp it became; null until then
     * @param reason why it was declined; empty otherwise
     * @param announcedBy name of the buyer
     */
    record AnnouncementView(
            String number,
            CustomerId customer,
            String customerName,
            Money amount,
            String bankReference,
            LocalDate sentOn,
            String note,
            @Nullable String fileName,
            Purpose purpose,
            @Nullable String order,
            AnnouncementState state,
            @Nullable String receipt,
            @Nullable String topUp,
            String reason,
            String announcedBy,
            Instant announcedAt) {}
}
