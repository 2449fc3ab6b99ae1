package io.mallhub.coupon;

import io.mallhub.coupon.CouponKinds.KindView;
import io.mallhub.promotion.Basket;
import io.mallhub.promotion.Rule;
import io.mallhub.promotion.RuleBook;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The coupons of companies. Their ledger is append-only: claim, hold, use, release and expiry are
 * entries with source document and idempotency key. However many ask at once, no kind is given more
 * often than it may be, and no coupon serves two orders.
 *
 * <p>An order's way: {@link #chosen} in the cart and at submit, its rules to the promotion engine;
 * {@link #hold} in the transaction that submits, {@link #use} in the one that approves, {@link
 * #giveBack} when it ends early, {@link #reward} when it is completed.
 */
public interface Coupons {
    // ---- getting them

    /**
     * Takes one from the coupon centre. Idempotent by request.
     *
     * @param request names this click, so that its repetition takes no second one; at most 90
     *     characters
     * @param points that the buyer was told it costs: refused when it costs others now
     */
    ClaimOutcome claim(CustomerId company, String kind, long points, String request, Actor by);

    /** As {@link #claim(CustomerId, String, long, String, Actor)}, for nothing. */
    ClaimOutcome claim(CustomerId company, String kind, String request, Actor by);

    /** Gets one by what was typed. Idempotent by request. */
    ClaimOutcome claimByCode(CustomerId company, String typed, String request, Actor by);

    /**
     * The desk gives each company one; those who can't have it are named. Their people are told.
     * Idempotent by request, company for company.
     *
     * @param companies at most 200
     */
    PushOutcome push(
            String kind, Collection<CustomerId> companies, String request, String reason, Actor by);

    /**
     * Gives the repurchase coupons of a completed order, as many kinds as are left. Idempotent by
     * order; joins the caller's transaction.
     *
     * @return numbers of the coupons given
     */
    List<String> reward(CustomerId company, String orderNumber);

    /** Numbers of what {@link #reward} gave for the order and {@link #endEarned} would end. */
    List<String> earned(CustomerId company, String orderNumber);

    /**
     * The order was undone: what {@link #reward} gave for it ends, at once where it is free; what
     * another order holds or used ends for the case that it comes back. All of it stands still
     * until the end of the caller's transaction, which this joins. Idempotent.
     *
     * @param document why, part of the key of the entries
     * @return numbers of those that end
     */
    List<String> endEarned(CustomerId company, String orderNumber, String document, Actor by);

    /**
     * What {@link #reward} gave for the order and another order holds or used, whatever its time.
     */
    List<CouponView> earnedAndTaken(CustomerId company, String orderNumber);

    // ---- using them

    /**
     * The company's free coupons for a basket, those that save most first, each unusable one with
     * its reason; at most 200.
     *
     * @param promotions that hold besides
     */
    List<Offer> offers(CustomerId company, Basket basket, RuleBook promotions);

    /**
     * What chosen coupons are worth to the promotion engine. Those that can't be used are named
     * instead.
     *
     * @param order that may hold them already; null in a cart
     */
    Chosen chosen(CustomerId company, Collection<String> coupons, @Nullable String order);

    /**
     * Keeps the coupons for an order: all or none. Joins the caller's transaction; idempotent by
     * order number. Nothing to keep is kept without a trace.
     *
     * @throws IllegalStateException when the order holds others, or gave its coupons back
     * @throws IllegalArgumentException for a coupon that is not the company's
     */
    HoldOutcome hold(CustomerId company, String orderNumber, Collection<String> coupons, Actor by);

    /**
     * The order is taken: what is held for it is used. Joins the caller's transaction; idempotent
     * by order number.
     */
    void use(String orderNumber, Actor by);

    /**
     * The order ended early: what it held or used is free again, and expires when its time is over.
     * Joins the caller's transaction; idempotent.
     */
    void giveBack(String orderNumber, String reason, Actor by);

    /**
     * These coupons of the order are free again, as by {@link #giveBack}; its others stay. Joins
     * the caller's transaction; idempotent.
     */
    void release(String orderNumber, Collection<String> coupons, String reason, Actor by);

    /** What the order holds or used. */
    List<CouponView> ofOrder(String orderNumber);

    /** Rules of what the order holds or used, to work out its discount again. */
    List<Rule> rulesOf(String orderNumber);

    // ---- the passing of time

    /**
     * Free coupons whose time is over expire.
     *
     * @return how many, at most that many
     */
    int expire(int atMost);

    /**
     * Tells companies once of coupons whose last day is near: one notice per company and last day.
     *
     * @return how many companies and days were looked at
     */
    int remind(int daysAhead);

    // ---- looking at them

    /** Kinds the company can take from the centre, and whether it may. */
    Page<Claimable> centre(CustomerId company, PageRequest page);

    /** Of a state, those that end first in front; the newest in front once they are over. */
    Page<CouponView> ofCompany(CustomerId company, CouponState state, PageRequest page);

    Map<CouponState, Long> countOfCompany(CustomerId company);

    Optional<CouponView> find(String number);

    /** Oldest first. */
    List<CouponEntry> entries(String number);

    sealed interface ClaimOutcome {
        record Claimed(CouponView coupon) implements ClaimOutcome {}

        /**
         * @param key message key, {@code coupon.…}
         */
        record Refused(String key, String detail) implements ClaimOutcome {}
    }

    sealed interface PushOutcome {
        /**
         * @param refused why, for each company that got none: message key
         */
        record Pushed(int given, Map<CustomerId, String> refused) implements PushOutcome {}

        /** Nobody got one. */
        record Refused(String key) implements PushOutcome {}
    }

    sealed interface HoldOutcome {
        record Held() implements HoldOutcome {}

        /** Nothing was changed. */
        record Refused(String coupon, String key, String detail) implements HoldOutcome {}
    }

    /** A coupon before a basket. */
    sealed interface Offer {
        CouponView coupon();

        default boolean isUsable() {
            return this instanceof Usable;
        }

        /**
         * @param withheld what the gift policy keeps it from taking off besides
         * @param keeps percent of their price that goods keep which are never gifts
         */
        record Usable(CouponView coupon, Money saves, Money withheld, int keeps) implements Offer {
            public boolean isLimited() {
                return !withheld.isZero();
            }
        }

        /**
         * @param key message key, {@code coupon.…} or {@code promotion.…}
         */
        record Unusable(CouponView coupon, String key, String detail) implements Offer {}
    }

    /**
     * @param rules of those that can be used; their codes are the coupons' numbers
     * @param unknown numbers of no coupon, or of another company's
     */
    record Chosen(List<Rule> rules, List<Offer.Unusable> unusable, List<String> unknown) {
        public Chosen {
            rules = List.copyOf(rules);
            unusable = List.copyOf(unusable);
            unknown = List.copyOf(unknown);
        }
    }

    /**
     * @param refusal message key of why the company can't take one; null when it can
     */
    record Claimable(KindView kind, @Nullable String refusal) {}
}
