package io.mallhub.customer;

import io.mallhub.customer.Registrations.ApprovalOutcome;
import io.mallhub.customer.Registrations.DocumentOutcome;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Renewing documents before they expire. The version in force stays current until a new one is
 * approved; when it expires first, the licence gate locks by its date alone.
 */
public interface Renewals {
    /**
     * Opens a renewal for each document in force of an active customer that expires within so many
     * days and has none; publishes {@link RenewalDue} for each. Safe to repeat on any node.
     *
     * @param limit at most so many at once
     * @return how many were opened
     */
    int openDue(int daysAhead, int limit);

    /**
     * Hands in a new version. Refused with words for the company: another type of document, an
     * unusable file, or an end not after the expiring version's. Publishes {@link
     * RenewalSubmitted}.
     *
     * @throws IllegalStateException while a version is under review, or after the approval
     */
    DocumentOutcome submit(
            String number, DocumentData data, String fileName, byte[] content, Actor by);

    /** Facts of the decision {@code renewal-review}. */
    Facts facts(String number);

    /**
     * The proposed version comes into force. Refuses who handed it in, the company's salesperson,
     * and whoever is not staff. Idempotent for the same person. Publishes {@link LicenceLost} when
     * the new version lacks a scope code of the one it replaces.
     */
    ApprovalOutcome approve(String number, String reason, Actor by);

    /** Back to the company, with a reason. Four eyes as in {@link #approve}. */
    ApprovalOutcome sendBack(String number, String reason, Actor by);

    /**
     * It has expired and no new version is in force. Idempotent; later a no-op. Publishes {@link
     * LicenceLost} the first time.
     */
    void lapse(String number);

    Optional<RenewalView> renewal(String number);

    /** Not approved yet, the next to expire first. */
    List<RenewalView> openOf(CustomerId customer);

    Optional<DocumentFile> file(String number, java.util.UUID document);

    /** Documents in force that end from the first through the second day, the next first. */
    Page<ExpiryRow> forecast(LocalDate from, LocalDate until, PageRequest page);

    /**
     * @param failed problems found in the proposed version
     * @param changed whether number, issuer or scope differ
     * @param widened whether it opens more than before
     * @param daysLeft until the version in force expires, negative after
     */
    record Facts(long failed, boolean changed, boolean widened, long daysLeft) {}
}
