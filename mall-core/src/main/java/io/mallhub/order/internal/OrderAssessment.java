package io.mallhub.order.internal;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.catalog.Visibility;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.LicenceGate;
import io.mallhub.customer.LicenceGate.Verdict;
import io.mallhub.openness.PriceSight;
import io.mallhub.order.SubmitOrder;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.pricing.PriceQuote;
import io.mallhub.pricing.Prices;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks at wanted lines with the eyes of catalogue, licence gate and price lists: one question to
 * each for all lines. Cart and submit share it, so that they never disagree.
 */
@Component
class OrderAssessment {
    private final Products products;
    private final Prices prices;
    private final Visibility visibility;
    private final PriceSight sight;

    OrderAssessment(Products products, Prices prices, Visibility visibility, PriceSight sight) {
        this.products = products;
        this.visibility = visibility;
        this.sight = sight;
        this.prices = prices;
    }

    /** As {@link #assess}, for a buyer who may order only what he is shown, with its price. */
    List<AssessedLine> offered(LicenceGate.Case buyer, List<SubmitOrder.Line> lines) {
        return assess(buyer, lines, unseen(buyer, lines), true);
    }

    /** As {@link #offered}, for goods that no flash sale is about: they are given. */
    List<AssessedLine> given(LicenceGate.Case buyer, List<SubmitOrder.Line> lines) {
        return assess(buyer, lines, unseen(buyer, lines), false);
    }

    /** Products he is not shown, and those he is shown without a price, with the key of why. */
    private Map<ProductId, String> unseen(LicenceGate.Case buyer, List<SubmitOrder.Line> lines) {
        CustomerView customer = buyer.customer();
        Set<ProductId> wanted = demand(lines).keySet();
        Map<ProductId, String> unseen = new HashMap<>();
        sight.keptBack(customer, wanted).forEach((product, why) -> unseen.put(product, why.key()));
        visibility
                .hidden(customer.viewer(), wanted)
                .keySet()
                .forEach(product -> unseen.put(product, "product.hidden"));
        return unseen;
    }

    /**
     * Without flash sales: for what is no new offer. Quantity breaks count the whole demand for a
     * product, on however many lines it stands.
     */
    List<AssessedLine> assess(LicenceGate.Case buyer, List<SubmitOrder.Line> lines) {
        return assess(buyer, lines, Map.of(), false);
    }

    private List<AssessedLine> assess(
            LicenceGate.Case buyer,
            List<SubmitOrder.Line> lines,
            Map<ProductId, String> unseen,
            boolean withSales) {
        CustomerView customer = buyer.customer();
        Map<ProductId, Quantity> demand = demand(lines);
        Map<ProductId, ProductView> known = products.products(demand.keySet());
        Map<ProductId, PriceQuote> quotes =
                withSales
                        ? prices.quote(customer.viewer(), demand)
                        : prices.quoteWithoutSales(customer.viewer(), demand);
        List<Verdict> verdicts = buyer.check(items(lines, known));
        List<AssessedLine> assessed = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            ProductId product = lines.get(line).product();
            assessed.add(
                    line(
                            line,
                            lines.get(line),
                            known.get(product),
                            quotes.get(product),
                            verdicts.get(line),
                            unseen.get(product)));
        }
        return assessed;
    }

    static Map<ProductId, Quantity> demand(List<SubmitOrder.Line> lines) {
        Map<ProductId, Quantity> demand = new LinkedHashMap<>();
        lines.forEach(line -> demand.merge(line.product(), line.quantity(), Quantity::plus));
        return demand;
    }

    private static List<LicenceGate.Item> items(
            List<SubmitOrder.Line> lines, Map<ProductId, ProductView> known) {
        return lines.stream()
                .map(
                        line -> {
                            ProductView product = known.get(line.product());
                            return new LicenceGate.Item(
                                    line.product(), product == null ? null : product.category());
                        })
                .toList();
    }

    private static AssessedLine line(
            int number,
            SubmitOrder.Line line,
            @Nullable ProductView product,
            @Nullable PriceQuote quote,
            Verdict verdict,
            @Nullable String unseen) {
        List<LineProblem> problems = LineRules.problems(number, line, product, quote, verdict);
        if (unseen != null && product != null) {
            problems.removeIf(it -> it.problem().equals(LineRules.NO_PRICE));
            problems.add(LineRules.problem(number, line, unseen, product.code()));
        }
        return new AssessedLine(
                number,
                line.product(),
                line.quantity(),
                product,
                unseen == null ? quote : null, // nor is he told by the way what it costs
                Money.ZERO,
                Money.ZERO,
                quote != null && quote.belowFloor(),
                "",
                verdict,
                null,
                null,
                problems);
    }
}
