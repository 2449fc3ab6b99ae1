package io.mallhub.payment.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.payment.PaymentGateway;
import io.mallhub.payment.PaymentGateway.NotAuthentic;
import io.mallhub.payment.PaymentGateway.Trade;
import io.mallhub.payment.PaymentNotices;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

@Service
class NoticeDesk implements PaymentNotices {
    private static final Logger log = LoggerFactory.getLogger(NoticeDesk.class);
    private static final int LONGEST_TEXT = 500;

    private final Provider provider;
    private final PaymentBook book;
    private final NoticeTable notices;
    private final AuditLog audit;
    private final Clock clock;

    NoticeDesk(
            Provider provider, PaymentBook book, NoticeTable notices, AuditLog audit, Clock clock) {
        this.provider = provider;
        this.book = book;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Optional<Verdict> receive(Map<String, String> fields) {
        Optional<PaymentGateway> gateway = provider.local();
        if (gateway.isEmpty()) {
            return Optional.empty();
        }
        Trade trade;
        try {
            trade = gateway.get().read(fields);
        } catch (NotAuthentic e) {
            // Anybody may send anything here: it fills a line of the log, never the database.
            log.warn("A payment notice was not taken: {}", e.getMessage());
            return Optional.empty();
        }
        return Optional.of(provider.commit(() -> book.told(trade)));
    }

    @Override
    public List<NoticeView> ofPayment(String payment) {
        return notices.ofPayment(payment);
    }

    @Override
    public Page<NoticeView> page(boolean waitingOnly, PageRequest page) {
        return notices.page(waitingOnly, page);
    }

    @Override
    public HandleOutcome handled(long id, String how, Actor by) {
        if (by.kind() != Actor.Kind.STAFF) {
            return new HandleOutcome.Refused("notice.not-staff");
        }
        if (how.isBlank() || how.strip().length() > LONGEST_TEXT) {
            return new HandleOutcome.Refused("notice.reason-missing");
        }
        return provider.commit(
                () -> {
                    NoticeView notice =
                            notices.lock(id)
                                    .orElseThrow(
                                            () -> new IllegalArgumentException("No notice " + id));
                    if (!notice.isWaiting()) {
                        return new HandleOutcome.Refused("notice.nothing-to-do");
                    }
                    notices.handled(id, how.strip(), by, clock.instant());
                    audit.record(
                            new AuditEntry(
                                    by,
                                    "handle-payment-notice",
                                    "payment-notice",
                                    Long.toString(id),
                                    how.strip(),
                                    Map.of(
                                            "payment", notice.payment(),
                                            "trade", notice.providerNumber(),
                                            "amount", notice.amount().toString(),
                                            "why", notice.verdict().name())));
                    return new HandleOutcome.Done();
                });
    }
}
