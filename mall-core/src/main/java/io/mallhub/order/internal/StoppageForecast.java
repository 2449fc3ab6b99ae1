package io.mallhub.order.internal;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.customer.ExpiryRow;
import io.mallhub.customer.LicenceGate;
import io.mallhub.customer.LicenceGate.Item;
import io.mallhub.customer.LicenceGate.Verdict;
import io.mallhub.order.Stoppages;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoppageForecast implements Stoppages {
    private final JdbcClient jdbc;
    private final Products products;
    private final LicenceGate gate;

    StoppageForecast(JdbcClient jdbc, Products products, LicenceGate gate) {
        this.jdbc = jdbc;
        this.products = products;
        this.gate = gate;
    }

    private record Ending(CustomerId customer, LocalDate day) {}

    private record OpenLine(CustomerId customer, ProductId product, Line line) {}

    @Override
    @Transactional(readOnly = true)
    public List<Stoppage> when(List<ExpiryRow> ending) {
        Set<CustomerId> companies =
                ending.stream().map(ExpiryRow::customer).collect(Collectors.toSet());
        Map<CustomerId, List<OpenLine>> open =
                openLines(companies).stream().collect(Collectors.groupingBy(OpenLine::customer));
        Map<ProductId, ProductView> goods =
                products.products(
                        open.values().stream()
                                .flatMap(List::stream)
                                .map(OpenLine::product)
                                .distinct()
                                .toList());
        return ending.stream()
                .map(row -> new Ending(row.customer(), row.validUntil()))
                .distinct()
                .map(end -> stoppage(end, open.getOrDefault(end.customer(), List.of()), goods))
                .toList();
    }

    private Stoppage stoppage(Ending end, List<OpenLine> open, Map<ProductId, ProductView> goods) {
        List<Line> stopped = new ArrayList<>();
        if (!open.isEmpty()) {
            List<Item> items =
                    open.stream()
                            .map(
                                    one -> {
                                        ProductView product = goods.get(one.product());
                                        return new Item(
                                                one.product(),
                                                product == null ? null : product.category());
                                    })
                            .toList();
            List<Verdict> onTheDay = gate.checkOn(end.day(), end.customer(), items);
            List<Verdict> after = gate.checkOn(end.day().plusDays(1), end.customer(), items);
            for (int i = 0; i < open.size(); i++) {
                if (onTheDay.get(i).allowed() && !after.get(i).allowed()) {
                    stopped.add(because(open.get(i).line(), after.get(i)));
                }
            }
        }
        return new Stoppage(end.customer(), end.day(), stopped);
    }

    private static Line because(Line line, Verdict verdict) {
        return new Line(
                line.order(),
                line.number(),
                line.code(),
                line.name(),
                line.unit(),
                line.open(),
                LineRules.reason(verdict));
    }

    private List<OpenLine> openLines(Set<CustomerId> companies) {
        if (companies.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        SELECT o.customer_id, o.number, l.position, l.product_id, l.code, l.name,
                            l.unit, l.quantity - l.shipped AS open
                        FROM sales_order o JOIN sales_order_line l ON l.order_id = o.id
                        WHERE o.customer_id IN (:companies) AND l.shipped < l.quantity
                            AND o.state NOT IN
                                ('SHIPPED', 'COMPLETED', 'REJECTED', 'CANCELLED')
                        ORDER BY o.submitted_at, o.number, l.position
                        """)
                .param("companies", companies.stream().map(CustomerId::value).toList())
                .query(
                        (row, n) ->
                                new OpenLine(
                                        new CustomerId(row.getObject(1, UUID.class)),
                                        new ProductId(row.getObject(4, UUID.class)),
                                        new Line(
                                                row.getString(2),
                                                row.getInt(3) + 1,
                                                row.getString(5),
                                                row.getString(6),
                                                row.getString(7),
                                                new Quantity(row.getBigDecimal(8)),
                                                "")))
                .list();
    }
}
