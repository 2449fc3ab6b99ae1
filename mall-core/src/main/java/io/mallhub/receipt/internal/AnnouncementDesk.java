package io.mallhub.receipt.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.customer.Customers;
import io.mallhub.customer.DocumentFile;
import io.mallhub.customer.Papers;
import io.mallhub.customer.Papers.Read;
import io.mallhub.identity.Role;
import io.mallhub.identity.StandIns;
import io.mallhub.prepaid.OwnTopUps;
import io.mallhub.prepaid.TopUps;
import io.mallhub.receipt.Announcements;
import io.mallhub.receipt.OrderTransfers.TransferState;
import io.mallhub.receipt.OrderTransfers.TransferView;
import io.mallhub.receipt.Receipts;
import io.mallhub.receipt.Receipts.RecordOutcome;
import io.mallhub.receipt.Receipts.RecordReceipt;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.RetriedTransaction;
import io.mallhub.transfer.BankTransfers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class AnnouncementDesk implements Announcements {
    private static final String ANNOUNCEMENT = "announcement";

    /** Of one company: nobody fills the database with proofs that finance does not come to see. */
    private static final int MOST_OPEN = 50;

    private final AnnouncementTable announced;
    private final OrderTransferTable transfers;
    private final Receipts receipts;
    private final TopUps recorded;
    private final OwnTopUps topUps;
    private final ReceiptCheck check;
    private final Customers customers;
    private final Papers papers;
    private final StandIns standIns;
    private final ReceiptNotices notices;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AnnouncementDesk(
            AnnouncementTable announced,
            OrderTransferTable transfers,
            Receipts receipts,
            TopUps recorded,
            OwnTopUps topUps,
            ReceiptCheck check,
            Customers customers,
            Papers papers,
            StandIns standIns,
            ReceiptNotices notices,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.announced = announced;
        this.transfers = transfers;
        this.receipts = receipts;
        this.recorded = recorded;
        this.topUps = topUps;
        this.check = check;
        this.customers = customers;
        this.papers = papers;
        this.standIns = standIns;
        this.notices = notices;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The proof is looked at before the transaction begins: decoding takes its time. */
    @Override
    public AnnounceOutcome announce(AnnounceTransfer command) {
        if (command.by().kind() != Actor.Kind.BUYER) {
            return new AnnounceOutcome.Refused("announcement.not-buyer", "");
        }
        String reference = BankTransfers.spelled(command.bankReference());
        Optional<String> problem =
                check.ofTransfer(command.amount(), reference, command.sentOn(), command.note());
        if (problem.isPresent()) {
            return new AnnounceOutcome.Refused(problem.get(), "");
        }
        problem = problemOfPurpose(command);
        if (problem.isPresent()) {
            return new AnnounceOutcome.Refused(problem.get(), "");
        }
        Upload upload = command.proof();
        if (upload == null) {
            return keep(command, reference, null);
        }
        return switch (papers.read(upload.fileName(), upload.content())) {
            case Read.Refused refused ->
                    new AnnounceOutcome.Refused(refused.problem(), refused.detail());
            case Read.Paper paper -> keep(command, reference, paper);
        };
    }

    private Optional<String> problemOfPurpose(AnnounceTransfer command) {
        if ((command.purpose() == Purpose.ORDER) != (command.order() != null)) {
            throw new IllegalArgumentException("An order is paid by a transfer for an order");
        }
        return command.purpose() == Purpose.TOP_UP
                ? topUps.objection(command.customer(), command.amount())
                : Optional.empty();
    }

    /** The order is neither closed nor paid before this is kept, nor after it was seen so. */
    private Optional<String> problemOfOrder(AnnounceTransfer command) {
        String order = command.order();
        if (order == null) {
            return Optional.empty();
        }
        Optional<TransferView> asked =
                transfers.lock(order).filter(it -> it.customer().equals(command.customer()));
        if (asked.isEmpty()) {
            return Optional.of("announcement.order-unknown");
        }
        return asked.get().state() == TransferState.PAID
                ? Optional.of("announcement.order-paid")
                : Optional.empty();
    }

    private AnnounceOutcome keep(
            AnnounceTransfer command, String reference, Read.@Nullable Paper proof) {
        return Objects.requireNonNull(
                transaction.execute(status -> keepNow(command, reference, proof)));
    }

    private AnnounceOutcome keepNow(
            AnnounceTransfer command, String reference, Read.@Nullable Paper proof) {
        Optional<String> problem = problemOfOrder(command);
        Optional<AnnouncementView> known = announced.byReference(command.customer(), reference);
        if (problem.isPresent() && known.isEmpty()) {
            return new AnnounceOutcome.Refused(problem.get(), "");
        }
        if (known.isEmpty() && announced.open(command.customer()) >= MOST_OPEN) {
            return new AnnounceOutcome.Refused("announcement.too-many", String.valueOf(MOST_OPEN));
        }
        String number = announced.nextNumber(clock.instant());
        String name = customers.customer(command.customer()).orElseThrow().company().name();
        if (known.isEmpty()
                && announced.add(number, command, name, reference, proof, clock.instant())) {
            notices.announced(number, name, command);
            return new AnnounceOutcome.Announced(number, false);
        }
        AnnouncementView it = announced.byReference(command.customer(), reference).orElseThrow();
        return it.amount().equals(command.amount())
                        && it.purpose() == command.purpose()
                        && Objects.equals(it.order(), command.order())
                ? new AnnounceOutcome.Announced(it.number(), true)
                : new AnnounceOutcome.Refused("announcement.reference-known", it.number());
    }

    @Override
    @RetriedTransaction
    public RecordOutcome takeOver(String number, RecordReceipt command) {
        AnnouncementView it = locked(number);
        if (!it.customer().equals(command.customer())) {
            throw new IllegalArgumentException(number + " is of " + it.customer());
        }
        if (it.purpose() == Purpose.TOP_UP) {
            return new RecordOutcome.Refused("announcement.is-top-up", "");
        }
        if (it.receipt() != null && it.state() == AnnouncementState.TAKEN) {
            return new RecordOutcome.Recorded(it.receipt(), true);
        }
        if (it.state() != AnnouncementState.OPEN) {
            return new RecordOutcome.Refused("announcement.decided-already", "");
        }
        RecordOutcome outcome = receipts.record(command);
        if (outcome instanceof RecordOutcome.Recorded done) {
            announced.decide(
                    number,
                    AnnouncementState.TAKEN,
                    done.number(),
                    null,
                    "",
                    command.by(),
                    clock.instant());
        }
        return outcome;
    }

    @Override
    @RetriedTransaction
    public TopUps.RecordOutcome takeOverAsTopUp(String number, TopUps.RecordTopUp command) {
        AnnouncementView it = locked(number);
        if (!it.customer().equals(command.customer()) || it.purpose() != Purpose.TOP_UP) {
            throw new IllegalArgumentException(number + " is no top-up of " + command.customer());
        }
        if (it.topUp() != null && it.state() == AnnouncementState.TAKEN) {
            return new TopUps.RecordOutcome.Recorded(it.topUp(), true);
        }
        if (it.state() != AnnouncementState.OPEN) {
            return new TopUps.RecordOutcome.Refused("announcement.decided-already", "");
        }
        TopUps.RecordOutcome outcome = recorded.record(command);
        if (outcome instanceof TopUps.RecordOutcome.Recorded done) {
            announced.decide(
                    number,
                    AnnouncementState.TAKEN,
                    null,
                    done.number(),
                    "",
                    command.by(),
                    clock.instant());
        }
        return outcome;
    }

    @Override
    @RetriedTransaction
    public Optional<String> decline(String number, String reason, Actor by) {
        AnnouncementView it = locked(number);
        if (by.kind() != Actor.Kind.STAFF) {
            return Optional.of("announcement.not-staff");
        }
        if (ReceiptCheck.isNoReason(reason)) {
            return Optional.of("announcement.reason-missing");
        }
        if (it.state() != AnnouncementState.OPEN) {
            return Optional.of("announcement.decided-already");
        }
        announced.decide(
                number,
                AnnouncementState.DECLINED,
                null,
                null,
                reason.strip(),
                by,
                clock.instant());
        Map<String, String> details =
                Map.of(
                        "customer", it.customerName(),
                        "amount", it.amount().toString(),
                        "reference", it.bankReference());
        audit.record(
                new AuditEntry(
                        by,
                        "decline-announcement",
                        ANNOUNCEMENT,
                        number,
                        reason.strip(),
                        standIns.eyes(by, Set.of(Role.FINANCE)).details(details)));
        notices.declined(it, reason.strip(), grace(it).orElse(null));
        return Optional.empty();
    }

    /**
     * Until when the buyer may announce again; empty where he has longer anyway, or had it once.
     */
    private Optional<Instant> grace(AnnouncementView declined) {
        String order = declined.order();
        if (order == null) {
            return Optional.empty();
        }
        Optional<TransferView> waiting =
                transfers
                        .lock(order)
                        .filter(it -> it.isAwaited() && !it.announced() && it.graceUntil() == null);
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        Duration grace = Duration.ofHours(waiting.get().account().graceHours());
        Instant until = clock.instant().plus(grace);
        if (!until.isAfter(waiting.get().expiresAt())) {
            return Optional.empty();
        }
        transfers.grace(order, until);
        return Optional.of(until);
    }

    private AnnouncementView locked(String number) {
        return announced
                .lock(number)
                .orElseThrow(() -> new IllegalArgumentException("No announcement " + number));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<AnnouncementView> find(String number) {
        return announced.find(number);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<AnnouncementView> ofReceipt(String receipt) {
        return announced.ofReceipt(receipt);
    }

    @Override
    @Transactional(readOnly = true)
    public List<AnnouncementView> ofOrder(String order) {
        return announced.ofOrder(order);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<AnnouncementView> page(
            @Nullable CustomerId customer, @Nullable AnnouncementState state, PageRequest page) {
        return announced.page(customer, state, page);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<DocumentFile> proof(String number) {
        return announced.proof(number);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<DocumentFile> proofOf(CustomerId customer, String number) {
        return announced
                .find(number)
                .filter(it -> it.customer().equals(customer))
                .flatMap(it -> announced.proof(number));
    }
}
