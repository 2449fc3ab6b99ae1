package io.mallhub.points.internal;

import io.mallhub.points.Points;
import io.mallhub.points.PointsMove;
import io.mallhub.points.internal.LotTable.Told;
import io.mallhub.points.internal.PointsAccounts.Sums;
import io.mallhub.points.internal.SpendingTable.Spending;
import io.mallhub.points.internal.SpendingTable.State;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.RetriedTransaction;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The account is locked before anything is read that decides. */
@Service
@Transactional
class PointsDesk implements Points {
    private static final Actor EXPIRY = Actor.system("points-expiry");
    private static final int REMINDED_AT_ONCE = 200;

    private final PointsAccounts accounts;
    private final LotTable lots;
    private final SpendingTable spendings;
    private final PointsEarning earning;
    private final PointsNotices notices;
    private final Clock clock;

    PointsDesk(
            PointsAccounts accounts,
            LotTable lots,
            SpendingTable spendings,
            PointsEarning earning,
            PointsNotices notices,
            Clock clock) {
        this.accounts = accounts;
        this.lots = lots;
        this.spendings = spendings;
        this.earning = earning;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Balance balance(CustomerId company) {
        return accounts.find(company)
                .map(
                        it ->
                                new Balance(
                                        it.available(),
                                        it.held(),
                                        lots.firstEnding(company, clock.instant()).orElse(null)))
                .orElse(Balance.NOTHING);
    }

    @Override
    public HoldOutcome hold(
            CustomerId company, String orderNumber, long points, int rule, Actor by) {
        if (points <= 0) {
            throw new IllegalArgumentException("More than 0 points are held, not " + points);
        }
        Optional<Sums> account = accounts.lock(company);
        if (account.isEmpty()) {
            return new HoldOutcome.TooFew(0);
        }
        Optional<Spending> earlier = spendings.find(orderNumber);
        if (earlier.isPresent()) {
            return repeated(orderNumber, earlier.get(), points);
        }
        long available = account.get().available() - expire(company);
        if (points > available) {
            return new HoldOutcome.TooFew(available);
        }
        spendings.open(company, orderNumber, rule, points);
        lots.spend(company, orderNumber, points);
        append(
                new NewEntry(
                        company,
                        PointsMove.HOLD,
                        orderNumber,
                        orderNumber,
                        -points,
                        points,
                        by.id(),
                        "",
                        "hold/" + orderNumber));
        return new HoldOutcome.Held();
    }

    @Override
    public HoldOutcome exchange(
            CustomerId company, String document, long points, String key, Actor by) {
        if (points <= 0) {
            throw new IllegalArgumentException("More than 0 points are spent, not " + points);
        }
        Optional<Sums> account = accounts.lock(company);
        if (account.isEmpty()) {
            return new HoldOutcome.TooFew(0);
        }
        if (accounts.isKnown(company, "exchange/" + key)) {
            return new HoldOutcome.Held();
        }
        long available = account.get().available() - expire(company);
        if (points > available) {
            return new HoldOutcome.TooFew(available);
        }
        lots.spendForGood(company, points);
        append(
                new NewEntry(
                        company,
                        PointsMove.EXCHANGE,
                        document,
                        null,
                        -points,
                        0,
                        by.id(),
                        "",
                        "exchange/" + key));
        return new HoldOutcome.Held();
    }

    private static HoldOutcome repeated(String orderNumber, Spending earlier, long points) {
        if (earlier.state() == State.ENDED || earlier.points() != points) {
            throw new IllegalStateException(
                    "Order %s has %s %d points; it can't hold %d"
                            .formatted(orderNumber, earlier.state(), earlier.points(), points));
        }
        return new HoldOutcome.Held();
    }

    @Override
    public void reduce(String orderNumber, long points, String change, Actor by) {
        Optional<Spending> spending = locked(orderNumber);
        if (spending.isEmpty() || spending.get().points() <= points) {
            return;
        }
        if (spending.get().state() != State.HELD) {
            throw new IllegalStateException("Order " + orderNumber + " is not changed any more");
        }
        free(orderNumber, spending.get(), points, orderNumber, "reduce/" + change, change, by);
    }

    @Override
    public void use(String orderNumber, Actor by) {
        Optional<Spending> spending = locked(orderNumber);
        if (spending.isEmpty() || spending.get().state() != State.HELD) {
            return;
        }
        Spending held = spending.get();
        spendings.set(orderNumber, held.points(), State.USED);
        append(
                new NewEntry(
                        held.company(),
                        PointsMove.USE,
                        orderNumber,
                        orderNumber,
                        0,
                        -held.points(),
                        by.id(),
                        "",
                        "use/" + orderNumber));
    }

    @Override
    public void giveBack(String orderNumber, String reason, Actor by) {
        locked(orderNumber)
                .filter(it -> it.state() != State.ENDED)
                .ifPresent(
                        it ->
                                free(
                                        orderNumber,
                                        it,
                                        0,
                                        orderNumber,
                                        "end/" + orderNumber,
                                        reason,
                                        by));
    }

    @Override
    public void giveBack(String orderNumber, String document, long points, Actor by) {
        Optional<Spending> spending = locked(orderNumber);
        String key = "return/" + document;
        if (points == 0 || spending.isEmpty() || accounts.isKnown(spending.get().company(), key)) {
            return;
        }
        long left = spending.get().points() - points;
        if (points < 0 || left < 0 || spending.get().state() != State.USED) {
            throw new IllegalStateException(
                    "Order %s has %s %d points; %s can't give back %d"
                            .formatted(
                                    orderNumber,
                                    spending.get().state(),
                                    spending.get().points(),
                                    document,
                                    points));
        }
        free(orderNumber, spending.get(), left, document, key, "", by);
    }

    private Optional<Spending> locked(String orderNumber) {
        Optional<Spending> seen = spendings.find(orderNumber);
        seen.ifPresent(it -> accounts.lock(it.company()));
        return seen.isEmpty() ? seen : spendings.find(orderNumber);
    }

    /** What the order uses beyond {@code left} is free again; what has ended meanwhile expires. */
    private void free(
            String orderNumber,
            Spending spending,
            long left,
            String document,
            String key,
            String note,
            Actor by) {
        CustomerId company = spending.company();
        long freed = spending.points() - left;
        boolean held = spending.state() == State.HELD;
        long available = accounts.lock(company).orElseThrow().available();
        lots.giveBack(orderNumber, freed, Math.min(freed, Math.max(-available, 0)));
        spendings.set(orderNumber, left, left == 0 ? State.ENDED : spending.state());
        append(
                new NewEntry(
                        company,
                        held ? PointsMove.RELEASE : PointsMove.GIVE_BACK,
                        document,
                        orderNumber,
                        freed,
                        held ? -freed : 0,
                        by.id(),
                        note,
                        key));
        expire(company);
    }

    @Override
    public long earn(CustomerId company, String companyName, String orderNumber, List<Paid> lines) {
        return earning.earn(company, companyName, orderNumber, lines);
    }

    @Override
    public long takeBack(
            CustomerId company, String orderNumber, String document, Map<Integer, Money> returned) {
        return earning.takeBack(company, orderNumber, document, returned);
    }

    @Override
    @Transactional(readOnly = true)
    public long foretell(String orderNumber, Map<Integer, Money> returned) {
        return earning.foretell(orderNumber, returned);
    }

    @Override
    @Transactional(readOnly = true)
    public OrderPoints ofOrder(String orderNumber) {
        return new OrderPoints(
                spendings.find(orderNumber).map(Spending::points).orElse(0L),
                earning.ofOrder(orderNumber));
    }

    @Override
    @RetriedTransaction
    public int expire(int atMost) {
        List<CustomerId> due = lots.withEnded(clock.instant(), atMost);
        for (CustomerId company : due) {
            accounts.lock(company);
            expire(company);
        }
        return due.size();
    }

    /** Returns how many points had ended. */
    private long expire(CustomerId company) {
        Instant now = clock.instant();
        long ended = lots.end(company, now);
        if (ended > 0) {
            append(
                    new NewEntry(
                            company,
                            PointsMove.EXPIRE,
                            MallTime.dateOf(now).toString(),
                            null,
                            -ended,
                            0,
                            EXPIRY.id(),
                            "",
                            "expire/" + UUID.randomUUID()));
        }
        return ended;
    }

    @Override
    @RetriedTransaction
    public int remind(int daysAhead) {
        Instant now = clock.instant();
        Instant before = MallTime.startOf(MallTime.dateOf(now).plusDays(daysAhead + 1L));
        List<Told> told = lots.ending(now, before, REMINDED_AT_ONCE);
        told.forEach(notices::ending);
        return told.size();
    }

    @Override
    @Transactional(readOnly = true)
    public Page<EntryView> entries(CustomerId company, PageRequest page) {
        return accounts.entries(company, page);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<AccountRow> page(String name, PageRequest page) {
        return accounts.page(name, page);
    }

    @Override
    @Transactional(readOnly = true)
    public Figures figures(Instant since) {
        return accounts.figures(since);
    }

    @Override
    @Transactional(readOnly = true)
    public Collection<CustomerId> unproven() {
        return accounts.unproven();
    }

    private void append(NewEntry entry) {
        accounts.append(entry, clock.instant());
    }
}
