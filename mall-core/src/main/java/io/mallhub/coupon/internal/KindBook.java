package io.mallhub.coupon.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.coupon.CouponDiscount;
import io.mallhub.coupon.CouponKind;
import io.mallhub.coupon.CouponKinds;
import io.mallhub.coupon.CouponState;
import io.mallhub.coupon.CouponValidity;
import io.mallhub.coupon.CouponView;
import io.mallhub.coupon.CouponWay;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CodeText;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.RetriedTransaction;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@RetriedTransaction
class KindBook implements CouponKinds {
    private static final String SUBJECT = "coupon-kind";
    private static final Pattern TYPED = Pattern.compile("[A-Z0-9]{4,20}");
    private static final BigDecimal ALL = new BigDecimal(100);
    private static final Money MOST = Money.of("1000000000");
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_LIST = 200;
    private static final int LONGEST_VALIDITY = 3660;
    private static final int MOST_ISSUED = 10_000_000;
    private static final int MOST_PER_BUYER = 1000;
    private static final long MOST_POINTS = 100_000_000;

    private final KindTable kinds;
    private final CouponTable coupons;
    private final GivenByCoupons giving;
    private final AuditLog audit;
    private final Clock clock;

    KindBook(
            KindTable kinds,
            CouponTable coupons,
            GivenByCoupons giving,
            AuditLog audit,
            Clock clock) {
        this.kinds = kinds;
        this.coupons = coupons;
        this.giving = giving;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public PutOutcome put(PutKind command) {
        String typed = command.way() == CouponWay.CODE ? CodeText.normalise(command.typed()) : null;
        Optional<String> problem = problem(command, typed);
        if (problem.isPresent()) {
            return new PutOutcome.Refused(problem.get(), "");
        }
        Optional<PutOutcome.Refused> forbidden = giving.forbidden(command);
        if (forbidden.isPresent()) {
            return forbidden.get();
        }
        String code = command.code();
        KindView known = code == null ? null : kinds.lock(code).orElse(null);
        if (code != null) {
            String objection = objection(known, command);
            if (objection != null) {
                return new PutOutcome.Refused(objection, code);
            }
        }
        if (typed != null) {
            kinds.taking(typed);
            Optional<String> other = kinds.byTyped(typed).map(it -> it.kind().code());
            if (other.isPresent() && !other.get().equals(code)) {
                return new PutOutcome.Refused("coupon-kind.typed-taken", other.get());
            }
        }
        return new PutOutcome.Put(keep(command, known, typed));
    }

    private CouponKind keep(PutKind command, @Nullable KindView known, @Nullable String typed) {
        String code;
        int version = 1;
        if (known == null) {
            code = kinds.open(command.way(), typed, clock.instant());
        } else {
            code = known.kind().code();
            version = known.kind().version() + 1;
        }
        kinds.addVersion(code, version, command, clock.instant());
        if (known != null) {
            kinds.advance(code, version, typed);
        }
        CouponKind kind = kinds.find(code).orElseThrow().kind();
        audit.record(
                new AuditEntry(
                        command.by(),
                        "put-coupon-kind",
                        SUBJECT,
                        code,
                        kind.reason(),
                        Map.of(
                                "version", Integer.toString(version),
                                "name", kind.name(),
                                "way", kind.way().name(),
                                "discount", terms(kind.discount()),
                                "limit", String.valueOf(kind.issueLimit()),
                                "points", Long.toString(kind.points()))));
        return kind;
    }

    private static String terms(CouponDiscount discount) {
        return switch (discount) {
            case CouponDiscount.AmountOff off -> off.threshold() + " − " + off.amount();
            case CouponDiscount.PercentOff off -> {
                Money cap = off.cap();
                yield off.threshold()
                        + " − "
                        + off.percent()
                        + " %"
                        + (cap == null ? "" : " ≤ " + cap);
            }
        };
    }

    private static @Nullable String objection(@Nullable KindView known, PutKind command) {
        if (known == null) {
            return "coupon-kind.unknown";
        }
        if (known.isStopped()) {
            return "coupon.stopped";
        }
        if (known.kind().way() != command.way()) {
            return "coupon-kind.way-stays";
        }
        return known.kind().version() == command.version() ? null : "coupon-kind.changed-meanwhile";
    }

    private Optional<String> problem(PutKind kind, @Nullable String typed) {
        if (kind.by().kind() != Actor.Kind.STAFF) {
            return Optional.of("coupon-kind.not-staff");
        }
        if (kind.name().isBlank() || kind.name().strip().length() > LONGEST_NAME) {
            return Optional.of("coupon-kind.name");
        }
        if (kind.reason().isBlank() || kind.reason().strip().length() > LONGEST_TEXT) {
            return Optional.of("coupon-kind.reason");
        }
        if (typed != null && !TYPED.matcher(typed).matches()) {
            return Optional.of("coupon-kind.typed");
        }
        if (kind.issueLimit() != null
                && (kind.issueLimit() < 1 || kind.issueLimit() > MOST_ISSUED)) {
            return Optional.of("coupon-kind.issue-limit");
        }
        if (kind.perBuyer() < 1 || kind.perBuyer() > MOST_PER_BUYER) {
            return Optional.of("coupon-kind.per-buyer");
        }
        if (kind.points() < 0
                || kind.points() > MOST_POINTS
                || kind.points() > 0 && kind.way() != CouponWay.CENTRE) {
            return Optional.of("coupon-kind.points");
        }
        if (kind.way() == CouponWay.NEWCOMER && kind.perBuyer() != 1) {
            return Optional.of("coupon-kind.newcomer-once");
        }
        if (KindColumns.scopeOf(kind.goods()).length > LONGEST_LIST
                || kind.payments().size() > LONGEST_LIST) {
            return Optional.of("coupon-kind.list-too-long");
        }
        return Optional.ofNullable(problem(kind.discount()))
                .or(() -> Optional.ofNullable(problem(kind.validity())));
    }

    private static @Nullable String problem(CouponDiscount discount) {
        Money threshold = discount.threshold();
        if (threshold.isNegative() || threshold.compareTo(MOST) > 0) {
            return "coupon-kind.threshold";
        }
        return switch (discount) {
            case CouponDiscount.AmountOff off ->
                    off.amount().compareTo(Money.ZERO) <= 0
                                    || off.amount().compareTo(MOST) > 0
                                    || !threshold.isZero() && off.amount().compareTo(threshold) > 0
                            ? "coupon-kind.amount"
                            : null;
            case CouponDiscount.PercentOff off -> {
                Money cap = off.cap();
                if (off.percent().signum() <= 0
                        || off.percent().compareTo(ALL) > 0
                        || off.percent().stripTrailingZeros().scale() > 2) {
                    yield "coupon-kind.percent";
                }
                yield cap != null && (cap.compareTo(Money.ZERO) <= 0 || cap.compareTo(MOST) > 0)
                        ? "coupon-kind.cap"
                        : null;
            }
        };
    }

    private @Nullable String problem(CouponValidity validity) {
        return switch (validity) {
            case CouponValidity.Fixed fixed -> {
                if (fixed.until().isBefore(fixed.from())) {
                    yield "coupon-kind.ends-first";
                }
                yield fixed.until().isBefore(MallTime.today(clock)) ? "coupon-kind.over" : null;
            }
            case CouponValidity.Days after ->
                    after.days() < 0 || after.days() > LONGEST_VALIDITY ? "coupon-kind.days" : null;
        };
    }

    @Override
    public StopOutcome stop(String code, String reason, Actor by) {
        if (by.kind() != Actor.Kind.STAFF) {
            return new StopOutcome.Refused("coupon-kind.not-staff");
        }
        if (reason.isBlank() || reason.strip().length() > LONGEST_TEXT) {
            return new StopOutcome.Refused("coupon-kind.reason");
        }
        Optional<KindView> known = kinds.lock(code);
        if (known.isEmpty()) {
            return new StopOutcome.Refused("coupon-kind.unknown");
        }
        if (!known.get().isStopped()) {
            kinds.stop(code, reason.strip(), by, clock.instant());
            audit.record(
                    new AuditEntry(
                            by,
                            "stop-coupon-kind",
                            SUBJECT,
                            code,
                            reason.strip(),
                            Map.of("issued", Integer.toString(known.get().issued()))));
        }
        return new StopOutcome.Stopped();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<KindView> find(String code) {
        return kinds.find(code);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<KindView> page(@Nullable CouponWay way, PageRequest page) {
        return kinds.page(way, false, page);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CouponKind> versions(String code) {
        return kinds.versions(code);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<CouponView> given(String code, @Nullable CouponState state, PageRequest page) {
        return coupons.ofKind(code, state, page);
    }
}
