package io.mallhub.coupon.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.coupon.CouponEntry;
import io.mallhub.coupon.CouponKinds.KindView;
import io.mallhub.coupon.CouponState;
import io.mallhub.coupon.CouponView;
import io.mallhub.coupon.CouponWay;
import io.mallhub.coupon.Coupons;
import io.mallhub.coupon.internal.CouponTable.Ending;
import io.mallhub.coupon.internal.CouponTable.Gift;
import io.mallhub.coupon.internal.CouponTable.Move;
import io.mallhub.customer.CustomerState;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.promotion.Basket;
import io.mallhub.promotion.Judgement;
import io.mallhub.promotion.Rule;
import io.mallhub.promotion.RuleBook;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CodeText;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.RetriedTransaction;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class CouponDesk implements Coupons {
    private static final Actor EXPIRY = Actor.system("coupon-expiry");
    private static final Actor REPURCHASE = Actor.system("repurchase-coupons");
    private static final int MOST_PUSHED = 200;
    private static final int MOST_OFFERED = 200;
    private static final int REMINDED_AT_ONCE = 200;
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_REQUEST = 100;

    private final KindTable kinds;
    private final CouponTable coupons;
    private final Giving giving;
    private final CouponNotices notices;
    private final Customers customers;
    private final AuditLog audit;
    private final Clock clock;

    CouponDesk(
            KindTable kinds,
            CouponTable coupons,
            Giving giving,
            CouponNotices notices,
            Customers customers,
            AuditLog audit,
            Clock clock) {
        this.kinds = kinds;
        this.coupons = coupons;
        this.giving = giving;
        this.notices = notices;
        this.customers = customers;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @RetriedTransaction
    public ClaimOutcome claim(
            CustomerId company, String kind, long points, String request, Actor by) {
        Optional<KindView> known = kinds.find(kind);
        return known.isPresent() && known.get().kind().way() == CouponWay.CENTRE
                ? give(kind, company, "claim/" + request, points, "", by)
                : new ClaimOutcome.Refused("coupon.unknown-kind", "");
    }

    @Override
    @RetriedTransaction
    public ClaimOutcome claim(CustomerId company, String kind, String request, Actor by) {
        return claim(company, kind, 0, request, by);
    }

    @Override
    @RetriedTransaction
    public ClaimOutcome claimByCode(CustomerId company, String typed, String request, Actor by) {
        String code = CodeText.normalise(typed);
        Optional<KindView> known = code.isEmpty() ? Optional.empty() : kinds.byTyped(code);
        return known.isPresent()
                ? give(known.get().kind().code(), company, "claim/" + request, "", by)
                : new ClaimOutcome.Refused("coupon.unknown-code", "");
    }

    private ClaimOutcome give(
            String kind, CustomerId company, String givenFor, String note, Actor by) {
        return give(kind, company, givenFor, 0, note, by);
    }

    private ClaimOutcome give(
            String kind, CustomerId company, String givenFor, long points, String note, Actor by) {
        if (givenFor.length() > LONGEST_REQUEST) {
            throw new IllegalArgumentException(
                    "A request has at most " + LONGEST_REQUEST + " characters");
        }
        Optional<CustomerView> customer = customers.customer(company);
        if (customer.isEmpty() || customer.get().state() != CustomerState.ACTIVE) {
            return new ClaimOutcome.Refused("coupon.not-active", "");
        }
        String name = customer.get().company().name();
        return giving.give(kind, new Gift(company, name, givenFor, points, note, by));
    }

    @Override
    @RetriedTransaction
    public PushOutcome push(
            String kind,
            Collection<CustomerId> companies,
            String request,
            String reason,
            Actor by) {
        Optional<String> problem = problem(kind, companies, reason, by);
        if (problem.isPresent()) {
            return new PushOutcome.Refused(problem.get());
        }
        Map<CustomerId, String> refused = new LinkedHashMap<>();
        int given = 0;
        for (CustomerId company : new ArrayList<>(new HashSet<>(companies))) {
            switch (give(kind, company, "push/" + request, reason.strip(), by)) {
                case ClaimOutcome.Claimed claimed -> {
                    given++;
                    notices.given(claimed.coupon());
                }
                case ClaimOutcome.Refused why -> refused.put(company, why.key());
            }
        }
        audit.record(
                new AuditEntry(
                        by,
                        "push-coupon",
                        "coupon-kind",
                        kind,
                        reason.strip(),
                        Map.of(
                                "given", Integer.toString(given),
                                "refused", Integer.toString(refused.size()))));
        return new PushOutcome.Pushed(given, refused);
    }

    private Optional<String> problem(
            String kind, Collection<CustomerId> companies, String reason, Actor by) {
        if (by.kind() != Actor.Kind.STAFF) {
            return Optional.of("coupon-kind.not-staff");
        }
        if (reason.isBlank() || reason.strip().length() > LONGEST_TEXT) {
            return Optional.of("coupon-kind.reason");
        }
        if (companies.isEmpty()) {
            return Optional.of("coupon-kind.no-companies");
        }
        if (companies.size() > MOST_PUSHED) {
            return Optional.of("coupon-kind.too-many-companies");
        }
        Optional<KindView> known = kinds.find(kind);
        if (known.isEmpty() || known.get().kind().way() != CouponWay.PUSH) {
            return Optional.of("coupon-kind.not-pushed");
        }
        return known.get().isStopped() ? Optional.of("coupon.stopped") : Optional.empty();
    }

    @Override
    public List<String> reward(CustomerId company, String orderNumber) {
        List<String> given = new ArrayList<>();
        for (String kind : kinds.live(CouponWay.REPURCHASE)) {
            if (give(kind, company, orderNumber, "", REPURCHASE)
                    instanceof ClaimOutcome.Claimed claimed) {
                notices.given(claimed.coupon());
                given.add(claimed.coupon().number());
            }
        }
        return given;
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> earned(CustomerId company, String orderNumber) {
        Instant now = clock.instant();
        return coupons.earned(company, orderNumber).stream()
                .filter(it -> now.isBefore(it.until()))
                .map(CouponView::number)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<CouponView> earnedAndTaken(CustomerId company, String orderNumber) {
        return coupons.earned(company, orderNumber).stream()
                .filter(it -> it.order() != null)
                .toList();
    }

    @Override
    public List<String> endEarned(
            CustomerId company, String orderNumber, String document, Actor by) {
        Instant now = clock.instant();
        List<CouponView> earned =
                coupons.lockEarned(company, orderNumber).stream()
                        .filter(it -> now.isBefore(it.until()))
                        .toList();
        for (CouponView coupon : earned) {
            if (coupon.state() == CouponState.FREE) {
                coupons.move(coupon, Move.expire(document, by), now);
            } else {
                coupons.endsBy(coupon, now);
            }
        }
        return earned.stream().map(CouponView::number).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Offer> offers(CustomerId company, Basket basket, RuleBook promotions) {
        return coupons
                .ofCompany(company, CouponState.FREE, PageRequest.first(MOST_OFFERED))
                .items()
                .stream()
                .map(coupon -> offer(coupon, basket, promotions))
                .sorted(Comparator.comparing(CouponDesk::cost))
                .toList();
    }

    /** What saves most comes first, what can't be used last; else those that end first. */
    private static BigDecimal cost(Offer offer) {
        return switch (offer) {
            case Offer.Usable usable -> usable.saves().amount().negate();
            case Offer.Unusable unusable -> BigDecimal.ONE;
        };
    }

    private static Offer offer(CouponView coupon, Basket basket, RuleBook promotions) {
        Rule rule = CouponWorth.rule(coupon);
        Judgement judgement =
                promotions.deal(basket, List.of(rule)).judgements().stream()
                        .filter(it -> it.rule().equals(rule.code()))
                        .findFirst()
                        .orElseThrow();
        return switch (judgement) {
            case Judgement.Applied applied ->
                    new Offer.Usable(coupon, applied.amount(), applied.withheld(), applied.keeps());
            case Judgement.Rejected no -> new Offer.Unusable(coupon, no.key(), no.detail());
        };
    }

    @Override
    @Transactional(readOnly = true)
    public Chosen chosen(CustomerId company, Collection<String> numbers, @Nullable String order) {
        Set<String> wanted = new TreeSet<>(numbers);
        List<CouponView> found =
                coupons.of(wanted).stream().filter(it -> it.company().equals(company)).toList();
        found.forEach(it -> wanted.remove(it.number()));
        Map<String, Offer.Unusable> unusable = objections(found, order);
        return new Chosen(
                found.stream()
                        .filter(coupon -> !unusable.containsKey(coupon.number()))
                        .map(CouponWorth::rule)
                        .toList(),
                List.copyOf(unusable.values()),
                List.copyOf(wanted));
    }

    @Override
    public HoldOutcome hold(
            CustomerId company, String orderNumber, Collection<String> numbers, Actor by) {
        Set<String> wanted = new TreeSet<>(numbers);
        List<CouponView> locked = coupons.lock(wanted, orderNumber);
        Set<String> kept = new TreeSet<>();
        locked.stream()
                .filter(coupon -> orderNumber.equals(coupon.order()))
                .forEach(coupon -> kept.add(coupon.number()));
        if (!kept.isEmpty()) {
            if (!kept.equals(wanted)) {
                throw new IllegalStateException(
                        "Order " + orderNumber + " has " + kept + "; it can't hold " + wanted);
            }
            return new HoldOutcome.Held();
        }
        if (wanted.isEmpty()) {
            return new HoldOutcome.Held();
        }
        mustBeOf(company, locked, wanted);
        if (coupons.hasReleased(orderNumber)) {
            throw new IllegalStateException(
                    "Order " + orderNumber + " gave its coupons back; it holds none again");
        }
        Optional<Offer.Unusable> objection =
                objections(locked, orderNumber).values().stream().findFirst();
        if (objection.isPresent()) {
            Offer.Unusable why = objection.get();
            return new HoldOutcome.Refused(why.coupon().number(), why.key(), why.detail());
        }
        Instant now = clock.instant();
        locked.forEach(coupon -> coupons.move(coupon, Move.hold(orderNumber, by), now));
        return new HoldOutcome.Held();
    }

    /** Why coupons can't be used together in an order, by number. */
    private Map<String, Offer.Unusable> objections(
            List<CouponView> together, @Nullable String order) {
        Map<String, Offer.Unusable> objections = new TreeMap<>();
        boolean several = together.size() > 1;
        Instant now = clock.instant();
        for (CouponView coupon : together) {
            Offer.Unusable no = objection(coupon, order, now);
            if (no == null && several && !coupon.kind().combinable()) {
                no = new Offer.Unusable(coupon, "coupon.alone", "");
            }
            if (no != null) {
                objections.put(coupon.number(), no);
            }
        }
        return objections;
    }

    private static Offer.@Nullable Unusable objection(
            CouponView coupon, @Nullable String order, Instant now) {
        String its = coupon.order();
        if (its != null) {
            return its.equals(order) ? null : new Offer.Unusable(coupon, "coupon.taken", its);
        }
        if (coupon.state() == CouponState.EXPIRED || !now.isBefore(coupon.until())) {
            return new Offer.Unusable(
                    coupon, "coupon.expired", MallTime.dateOf(coupon.lastSecond()).toString());
        }
        return now.isBefore(coupon.from())
                ? new Offer.Unusable(
                        coupon, "coupon.not-yet", MallTime.dateOf(coupon.from()).toString())
                : null;
    }

    private static void mustBeOf(CustomerId company, List<CouponView> found, Set<String> wanted) {
        long own = found.stream().filter(coupon -> coupon.company().equals(company)).count();
        if (own != wanted.size()) {
            throw new IllegalArgumentException(
                    "Some of these are no coupons of company " + company + ": " + wanted);
        }
    }

    @Override
    public void use(String orderNumber, Actor by) {
        Map<String, Integer> used = new TreeMap<>();
        for (CouponView coupon : coupons.lock(List.of(), orderNumber)) {
            if (coupon.state() == CouponState.HELD) {
                coupons.move(coupon, Move.use(orderNumber, by), clock.instant());
                used.merge(coupon.kind().code(), 1, Integer::sum);
            }
        }
        used.forEach(kinds::used);
    }

    @Override
    public void giveBack(String orderNumber, String reason, Actor by) {
        release(coupons.lock(List.of(), orderNumber), orderNumber, reason, by);
    }

    @Override
    public void release(String orderNumber, Collection<String> numbers, String reason, Actor by) {
        List<CouponView> its =
                coupons.lock(List.of(), orderNumber).stream()
                        .filter(coupon -> numbers.contains(coupon.number()))
                        .toList();
        release(its, orderNumber, reason, by);
    }

    private void release(List<CouponView> its, String orderNumber, String reason, Actor by) {
        Map<String, Integer> unused = new TreeMap<>();
        for (CouponView coupon : its) {
            coupons.move(coupon, Move.release(orderNumber, reason, by), clock.instant());
            if (coupon.state() == CouponState.USED) {
                unused.merge(coupon.kind().code(), -1, Integer::sum);
            }
        }
        unused.forEach(kinds::used);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CouponView> ofOrder(String orderNumber) {
        return coupons.ofOrder(orderNumber);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Rule> rulesOf(String orderNumber) {
        return coupons.ofOrder(orderNumber).stream().map(CouponWorth::rule).toList();
    }

    @Override
    @RetriedTransaction
    public int expire(int atMost) {
        Instant now = clock.instant();
        List<CouponView> over = coupons.lockOver(now, atMost);
        String day = MallTime.dateOf(now).toString();
        over.forEach(coupon -> coupons.move(coupon, Move.expire(day, EXPIRY), now));
        return over.size();
    }

    @Override
    @RetriedTransaction
    public int remind(int daysAhead) {
        Instant now = clock.instant();
        Instant before = MallTime.startOf(MallTime.dateOf(now).plusDays(daysAhead + 1L));
        List<Ending> ending = coupons.ending(now, before, REMINDED_AT_ONCE);
        ending.forEach(notices::ending);
        return ending.size();
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Claimable> centre(CustomerId company, PageRequest page) {
        Page<KindView> live = kinds.page(CouponWay.CENTRE, true, page);
        Map<String, Integer> had =
                coupons.countsOf(
                        company, live.items().stream().map(it -> it.kind().code()).toList());
        return live.map(
                kind ->
                        new Claimable(
                                kind,
                                giving.objection(kind, had.getOrDefault(kind.kind().code(), 0))));
    }

    @Override
    @Transactional(readOnly = true)
    public Page<CouponView> ofCompany(CustomerId company, CouponState state, PageRequest page) {
        return coupons.ofCompany(company, state, page);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<CouponState, Long> countOfCompany(CustomerId company) {
        return coupons.counts(company);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<CouponView> find(String number) {
        return coupons.find(number);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CouponEntry> entries(String number) {
        return coupons.entries(number);
    }
}
