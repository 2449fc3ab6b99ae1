package io.mallhub.order.internal;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.LicenceGate;
import io.mallhub.order.PaymentMethod;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.pricing.Prices;
import io.mallhub.promotion.Basket;
import io.mallhub.promotion.Budgets;
import io.mallhub.promotion.Channel;
import io.mallhub.promotion.Deal;
import io.mallhub.promotion.Gift;
import io.mallhub.promotion.GiftPolicy;
import io.mallhub.promotion.GiftTerms;
import io.mallhub.promotion.Goods;
import io.mallhub.promotion.Judgement;
import io.mallhub.promotion.Rule;
import io.mallhub.promotion.RuleBook;
import io.mallhub.promotion.Stacking;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.UnitPrice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the promotion engine about lines, and puts its answer on them: discounts, then gifts. */
@Component
class Dealings {
    /** What replaces goods is paid for already, whatever the policy: no limit holds for it. */
    static final RuleBook NO_PROMOTIONS =
            RuleBook.of(
                    List.of(),
                    GiftPolicy.given(GiftTerms.FIRST, List.of(), Set.of(Replacement.CODE)));

    private final GiftLines gifts;
    private final Products products;
    private final Prices prices;
    private final Budgets budgets;

    Dealings(GiftLines gifts, Products products, Prices prices, Budgets budgets) {
        this.gifts = gifts;
        this.products = products;
        this.prices = prices;
        this.budgets = budgets;
    }

    /**
     * How an order comes and is paid.
     *
     * @param channel null where that is not looked at
     */
    record How(PaymentMethod payment, @Nullable Channel channel) {}

    /**
     * What holds for an order.
     *
     * @param coupons their codes are the coupons' numbers
     * @param own other rules of this order alone
     * @param held by an order that is changed; null for a new one
     */
    record Terms(RuleBook book, List<Rule> coupons, List<Rule> own, GiftLines.@Nullable Held held) {
        /** Without rules that can't give what they would. */
        Terms without(Set<String> rules) {
            return new Terms(
                    book.without(rules),
                    coupons,
                    own.stream().filter(it -> !rules.contains(it.code())).toList(),
                    held);
        }

        /** Whether other rules have to leave the goods of this one alone. */
        boolean closes(String code) {
            return Stream.concat(book.rule(code).stream(), own.stream())
                    .anyMatch(
                            it ->
                                    it.code().equals(code)
                                            && it.stacking().mode() != Stacking.Mode.COMBINABLE);
        }

        List<Rule> guests() {
            List<Rule> guests = new ArrayList<>(own);
            guests.addAll(coupons);
            return guests;
        }

        boolean isCoupon(String code) {
            return coupons.stream().anyMatch(it -> it.code().equals(code));
        }
    }

    /** Guests that give nothing are named as useless. */
    Discounted of(
            Terms terms, LicenceGate.Case buyer, How how, List<AssessedLine> lines, Instant at) {
        return of(terms, left(terms.book(), buyer.customer()), buyer, how, lines, at);
    }

    private Discounted of(
            Terms terms,
            Map<String, Budgets.Left> left,
            LicenceGate.Case buyer,
            How how,
            List<AssessedLine> lines,
            Instant at) {
        List<Rule> guests = terms.guests();
        Basket basket = basket(terms.book(), guests, buyer.customer(), how, lines, at);
        Deal deal = terms.book().deal(basket, guests);
        List<AssessedLine> seen = seen(lines, basket);
        GiftLines.Given given =
                gifts.give(buyer, lines, deal.gifts(), terms.book().gifts(), terms.held());
        List<Judgement> spent = spent(deal, given, left);
        if (!spent.isEmpty()) {
            Set<String> codes = spent.stream().map(Judgement::rule).collect(Collectors.toSet());
            return of(terms.without(codes), left, buyer, how, lines, at).besides(List.of(), spent);
        }
        Set<String> empty = empty(terms, deal, given);
        if (!empty.isEmpty()) {
            // What gives nothing after all leaves its goods to the others.
            List<Judgement> judged =
                    deal.judgements().stream().filter(it -> empty.contains(it.rule())).toList();
            return of(terms.without(empty), left, buyer, how, lines, at)
                    .besides(given.withheld(), judged);
        }
        List<AssessedLine> all = new ArrayList<>(deal.total().isZero() ? seen : less(seen, deal));
        all.addAll(given.lines());
        return explained(terms, deal, all, given);
    }

    private static Discounted explained(
            Terms terms, Deal deal, List<AssessedLine> lines, GiftLines.Given given) {
        Set<String> guests = terms.guests().stream().map(Rule::code).collect(Collectors.toSet());
        GiftPolicy policy = terms.book().gifts();
        List<OrderBenefit> benefits = new ArrayList<>();
        List<LineProblem> useless = new ArrayList<>();
        List<Judgement> promotions = new ArrayList<>();
        for (Judgement judgement : deal.judgements()) {
            boolean guest = guests.contains(judgement.rule());
            if (!guest) {
                promotions.add(judgement);
            }
            switch (judgement) {
                case Judgement.Applied applied -> {
                    if (!applied.amount().isZero() || gives(applied, given)) {
                        String coupon = terms.isCoupon(applied.rule()) ? applied.rule() : "";
                        benefits.add(
                                new OrderBenefit(
                                        applied, coupon, shares(applied, lines, given), policy));
                    }
                }
                case Judgement.Rejected rejected -> {
                    if (guest) {
                        useless.add(new LineProblem(-1, null, rejected.key(), rejected.detail()));
                    }
                }
            }
        }
        return new Discounted(lines, benefits, useless, promotions, given.withheld());
    }

    private static List<AssessedLine> seen(List<AssessedLine> lines, Basket basket) {
        List<AssessedLine> seen = new ArrayList<>();
        for (AssessedLine line : lines) {
            seen.add(line.seenAs(Traits.of(basket.lines().get(seen.size()))));
        }
        return seen;
    }

    /** Rules that have not so much left as they would give: to this order they give nothing. */
    private static List<Judgement> spent(
            Deal deal, GiftLines.Given given, Map<String, Budgets.Left> left) {
        List<Judgement> spent = new ArrayList<>();
        for (Judgement.Applied applied : deal.applied()) {
            Budgets.Left of = left.get(applied.rule());
            if (of != null) {
                of.objection(worth(applied, given))
                        .map(
                                key ->
                                        new Judgement.Rejected(
                                                applied.rule(),
                                                applied.version(),
                                                applied.name(),
                                                key,
                                                ""))
                        .ifPresent(spent::add);
            }
        }
        return spent;
    }

    private static Money worth(Judgement.Applied applied, GiftLines.Given given) {
        return given.lines().stream()
                .filter(it -> it.gift().equals(applied.rule()))
                .map(AssessedLine::gross)
                .reduce(applied.amount(), Money::plus);
    }

    private Map<String, Budgets.Left> left(RuleBook book, CustomerView customer) {
        return budgets.left(book.limited(), customer.id());
    }

    /** Rules all of whose gifts stay away, of those that leave their goods to no other. */
    private static Set<String> empty(Terms terms, Deal deal, GiftLines.Given given) {
        Set<String> empty = deal.gifts().stream().map(Gift::rule).collect(Collectors.toSet());
        given.lines().forEach(it -> empty.remove(it.gift()));
        empty.removeIf(rule -> !terms.closes(rule));
        return empty;
    }

    private static boolean gives(Judgement.Applied applied, GiftLines.Given given) {
        return given.lines().stream().anyMatch(it -> it.gift().equals(applied.rule()));
    }

    /** Of all lines, gifts with what they are worth. */
    private static List<Money> shares(
            Judgement.Applied applied, List<AssessedLine> lines, GiftLines.Given given) {
        List<Money> shares = new ArrayList<>(applied.shares());
        for (AssessedLine gift : given.lines()) {
            shares.add(gift.gift().equals(applied.rule()) ? gift.gross() : Money.ZERO);
        }
        if (shares.size() != lines.size()) {
            throw new IllegalStateException(shares.size() + " shares of " + lines.size());
        }
        return shares;
    }

    private List<AssessedLine> less(List<AssessedLine> lines, Deal deal) {
        Map<ProductId, UnitPrice> floors = prices.floors(ids(lines));
        List<AssessedLine> less = new ArrayList<>();
        for (AssessedLine line : lines) {
            less.add(line.less(deal.discounts().get(less.size()), floors.get(line.productId())));
        }
        return less;
    }

    Basket basket(
            RuleBook book,
            List<Rule> guests,
            CustomerView customer,
            How how,
            List<AssessedLine> lines,
            Instant at) {
        return Baskets.of(
                customer, how.payment(), how.channel(), lines, tags(book, guests, ids(lines)), at);
    }

    /** For coupons, which are told what they would take before anybody chose one. */
    Basket basketWithTags(CustomerView customer, How how, List<AssessedLine> lines, Instant at) {
        return Baskets.of(
                customer, how.payment(), how.channel(), lines, products.tags(ids(lines)), at);
    }

    /** Rules that a buyer may be told of at goods in the shop, in the order of the goods. */
    List<List<Rule>> offered(
            RuleBook book, CustomerView customer, List<ProductView> goods, Instant at) {
        List<ProductId> ids = goods.stream().map(ProductView::id).toList();
        if (book.size() == 0) {
            return goods.stream().map(any -> List.<Rule>of()).toList();
        }
        Set<String> nothing = new HashSet<>();
        left(book, customer)
                .forEach(
                        (rule, of) -> {
                            if (of.isNothing()) {
                                nothing.add(rule);
                            }
                        });
        RuleBook open = nothing.isEmpty() ? book : book.without(nothing);
        return open.offered(
                Baskets.of(customer, Channel.WEB, goods, tags(open, List.of(), ids), at));
    }

    /** Nobody looks for tags while no rule asks for them. */
    Map<ProductId, Set<String>> tags(
            RuleBook book, List<Rule> guests, Collection<ProductId> goods) {
        boolean asked =
                book.asksForTags()
                        || guests.stream()
                                .anyMatch(it -> it.benefit().goods() instanceof Goods.Tags);
        return asked ? products.tags(goods) : Map.of();
    }

    private static List<ProductId> ids(List<AssessedLine> lines) {
        return lines.stream().map(AssessedLine::productId).distinct().toList();
    }
}
