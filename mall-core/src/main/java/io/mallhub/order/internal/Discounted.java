package io.mallhub.order.internal;

import io.mallhub.catalog.ProductView;
import io.mallhub.order.SubmitOrder;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.promotion.Judgement;
import io.mallhub.shared.Money;
import io.mallhub.shared.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lines with all that is taken off them.
 *
 * @param lines less their discounts, gifts after what is bought
 * @param benefits add up to the discounts
 * @param useless coupons that take nothing off these goods, and points that cannot be used for
 *     them, with the reason; of the whole
 * @param promotions what became of each live rule of marketing
 * @param withheld gifts that were earned and can't be given
 */
record Discounted(
        List<AssessedLine> lines,
        List<OrderBenefit> benefits,
        List<LineProblem> useless,
        List<Judgement> promotions,
        List<GiftLines.Withheld> withheld) {
    static Discounted nothing(List<AssessedLine> lines) {
        return new Discounted(lines, List.of(), List.of(), List.of(), List.of());
    }

    /** What is bought, without gifts. */
    List<AssessedLine> bought() {
        return lines.stream().filter(it -> !it.isGift()).toList();
    }

    List<AssessedLine> gifts() {
        return lines.stream().filter(AssessedLine::isGift).toList();
    }

    /** Code of the product of a line; empty when nobody knows it. */
    String code(int line) {
        ProductView product = lines.get(line).product();
        return product == null ? "" : product.code();
    }

    /** All goods, as they are held and shipped. */
    List<SubmitOrder.Line> goods() {
        return lines.stream()
                .map(it -> new SubmitOrder.Line(it.productId(), it.quantity()))
                .toList();
    }

    /** Two that give a buyer the same goods at the same cost say the same. */
    String seen() {
        StringBuilder content = new StringBuilder();
        for (AssessedLine line : lines) {
            content.append(line.productId())
                    .append(' ')
                    .append(line.quantity())
                    .append(' ')
                    .append(line.amount())
                    .append(line.isGift() ? " gift\n" : "\n");
        }
        return Sha256.hex(content.toString()).substring(0, 16);
    }

    /** Besides: gifts that stay away, and what became of the rules that would give them. */
    Discounted besides(List<GiftLines.Withheld> more, List<Judgement> judged) {
        List<GiftLines.Withheld> allWithheld = new ArrayList<>(more);
        withheld.stream().filter(it -> !more.contains(it)).forEach(allWithheld::add);
        List<Judgement> all = new ArrayList<>(promotions);
        all.addAll(judged);
        return new Discounted(lines, benefits, useless, all, allWithheld);
    }

    Discounted with(
            List<AssessedLine> newLines,
            List<OrderBenefit> newBenefits,
            List<LineProblem> nowUseless) {
        return new Discounted(newLines, newBenefits, nowUseless, promotions, withheld);
    }

    Money total() {
        return lines.stream().map(AssessedLine::amount).reduce(Money.ZERO, Money::plus);
    }

    /** Numbers of the coupons that take something off. */
    Set<String> coupons() {
        return benefits.stream()
                .map(OrderBenefit::coupon)
                .filter(number -> !number.isEmpty())
                .collect(Collectors.toSet());
    }

    /** What each rule of marketing gives, by its code. */
    Map<String, Money> byPromotion() {
        return byPromotion(benefits);
    }

    /** What each promotion gave. */
    static Map<String, Money> byPromotion(List<OrderBenefit> benefits) {
        return benefits.stream()
                .filter(OrderBenefit::isPromotion)
                .collect(Collectors.toMap(OrderBenefit::rule, OrderBenefit::amount));
    }

    /** What points pay of it, if they do. */
    Optional<OrderBenefit> points() {
        return benefits.stream().filter(OrderBenefit::isPoints).findFirst();
    }
}
