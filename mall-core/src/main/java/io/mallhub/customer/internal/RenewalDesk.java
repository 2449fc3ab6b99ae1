package io.mallhub.customer.internal;

import io.mallhub.customer.DocumentData;
import io.mallhub.customer.DocumentFile;
import io.mallhub.customer.ExpiryRow;
import io.mallhub.customer.LicenceLost;
import io.mallhub.customer.Registrations.ApprovalOutcome;
import io.mallhub.customer.Registrations.DocumentOutcome;
import io.mallhub.customer.RenewalView;
import io.mallhub.customer.Renewals;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One step at a time on one renewal: each waits for the row of the renewal. */
@Service
class RenewalDesk implements Renewals {
    private final RenewalRepository renewals;
    private final DocumentRepository documents;
    private final FileTable files;
    private final Uploads uploads;
    private final Expiries expiries;
    private final BusinessNumbers numbers;
    private final RenewalReview review;
    private final RenewalViews views;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RenewalDesk(
            RenewalRepository renewals,
            DocumentRepository documents,
            FileTable files,
            Uploads uploads,
            Expiries expiries,
            BusinessNumbers numbers,
            RenewalReview review,
            RenewalViews views,
            ApplicationEventPublisher events,
            Clock clock) {
        this.renewals = renewals;
        this.documents = documents;
        this.files = files;
        this.uploads = uploads;
        this.expiries = expiries;
        this.numbers = numbers;
        this.review = review;
        this.views = views;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public int openDue(int daysAhead, int limit) {
        LocalDate today = MallTime.today(clock);
        List<UUID> due = expiries.withoutRenewal(today, today.plusDays(daysAhead), limit);
        for (UUID id : due) {
            Document document = documents.findById(id).orElseThrow();
            LocalDate end = document.validUntil();
            if (end != null) {
                renewals.save(
                        Renewal.due(numbers.nextRenewal(today), document, end, clock.instant()));
            }
        }
        return due.size();
    }

    @Override
    public DocumentOutcome submit(
            String number, DocumentData data, String fileName, byte[] content, Actor by) {
        return uploads.take(
                data,
                fileName,
                content,
                (stated, file) -> review.submit(locked(number), stated, file, by));
    }

    @Override
    @Transactional(readOnly = true)
    public Facts facts(String number) {
        return review.facts(known(number));
    }

    @Override
    @Transactional
    public ApprovalOutcome approve(String number, String reason, Actor by) {
        return review.approve(locked(number), Words.of(reason), by);
    }

    @Override
    @Transactional
    public ApprovalOutcome sendBack(String number, String reason, Actor by) {
        return review.sendBack(locked(number), Words.needed(reason), by);
    }

    @Override
    @Transactional
    public void lapse(String number) {
        Renewal renewal = locked(number);
        if (renewal.lapse(clock.instant())) {
            events.publishEvent(new LicenceLost(renewal.customer(), number));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<RenewalView> renewal(String number) {
        return renewals.findByNumber(number).map(views::of);
    }

    @Override
    @Transactional(readOnly = true)
    public List<RenewalView> openOf(CustomerId customer) {
        return renewals.openOf(customer.value()).stream().map(views::of).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<DocumentFile> file(String number, UUID document) {
        return renewals.findByNumber(number)
                .filter(renewal -> renewal.concerns(document))
                .flatMap(renewal -> documents.findById(document))
                .flatMap(files::of);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<ExpiryRow> forecast(LocalDate from, LocalDate until, PageRequest page) {
        return expiries.page(from, until, page);
    }

    private Renewal known(String number) {
        return renewals.findByNumber(number).orElseThrow(() -> unknown(number));
    }

    private Renewal locked(String number) {
        return renewals.lockByNumber(number).orElseThrow(() -> unknown(number));
    }

    private static IllegalArgumentException unknown(String number) {
        return new IllegalArgumentException("No renewal " + number);
    }
}
