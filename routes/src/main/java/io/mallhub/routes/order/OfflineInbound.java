package io.mallhub.routes.order;

import io.mallhub.binding.Bindings;
import io.mallhub.binding.Bindings.Link;
import io.mallhub.binding.CalledFlows;
import io.mallhub.binding.CalledFlows.Closed;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Flow;
import io.mallhub.binding.Quarantine.Bad;
import io.mallhub.connectors.canonical.ErpOrderStatus;
import io.mallhub.connectors.canonical.ErpOrderStatus.Content;
import io.mallhub.order.OfflineOrders;
import io.mallhub.order.OfflineOrders.Line;
import io.mallhub.order.OfflineOrders.OfflineKind;
import io.mallhub.order.OfflineOrders.OfflineState;
import io.mallhub.order.OfflineOrders.Report;
import io.mallhub.routes.inbound.Applied;
import io.mallhub.routes.inbound.Canonical;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.UnitPrice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Orders that were made in the ERP itself become history of their customers. An order whose
 * customer has not come in yet waits for him, where customers come in over the connection at all;
 * lines of what the mall has not are kept by their name.
 */
@Component
class OfflineInbound {
    private final OfflineOrders orders;
    private final Bindings bindings;
    private final CalledFlows flows;

    OfflineInbound(OfflineOrders orders, Bindings bindings, CalledFlows flows) {
        this.orders = orders;
        this.bindings = bindings;
        this.flows = flows;
    }

    /**
     * @param records made in the ERP; those without content are passed over, unless they name an
     *     order: nobody knows which; and those of customers that are none of the mall's business
     */
    Applied apply(String connection, List<ErpOrderStatus> records) {
        List<ErpOrderStatus> told =
                records.stream().filter(record -> record.content() != null).toList();
        List<Bad> bad =
                records.stream()
                        .filter(record -> record.content() == null)
                        .filter(record -> !record.reference().isEmpty())
                        .map(OfflineInbound::unknown)
                        .collect(Collectors.toCollection(ArrayList::new));
        if (told.isEmpty()) {
            return new Applied(0, records.size() - bad.size(), 0, bad);
        }
        Map<String, Link> customers =
                bindings.byErpIds(
                        connection,
                        Entity.CUSTOMER,
                        told.stream()
                                .map(record -> content(record).customerCode())
                                .distinct()
                                .toList());
        Map<String, Link> products =
                bindings.byErpIds(
                        connection,
                        Entity.PRODUCT,
                        told.stream()
                                .flatMap(record -> content(record).lines().stream())
                                .map(ErpOrderStatus.Line::productCode)
                                .distinct()
                                .toList());
        List<Report> reports = new ArrayList<>();
        for (ErpOrderStatus record : told) {
            Content content = content(record);
            Link customer = customers.get(content.customerCode());
            if (customer != null || content.kind() == ErpOrderStatus.Kind.ADJUSTMENT) {
                reports.add(report(record, content, customer, products));
            } else if (content.customerCode().isEmpty() || customersComeIn(connection)) {
                bad.add(nobody(record, content.customerCode()));
            }
        }
        long changed = orders.apply(connection, reports).size();
        return new Applied(changed, records.size() - changed - bad.size(), 0, bad);
    }

    private boolean customersComeIn(String connection) {
        return !(flows.closed(connection, Flow.CUSTOMER_IN).orElse(null) instanceof Closed.Off);
    }

    private static Content content(ErpOrderStatus record) {
        return Objects.requireNonNull(record.content());
    }

    private static Bad unknown(ErpOrderStatus record) {
        return new Bad(
                record.code(),
                Canonical.json(record),
                "The mall has no order " + record.reference(),
                null,
                true);
    }

    private static Bad nobody(ErpOrderStatus record, String code) {
        return new Bad(
                record.code(),
                Canonical.json(record),
                code.isEmpty()
                        ? "The ERP names no customer: nobody's history"
                        : "Customer " + code + " has not come in over this connection",
                code.isEmpty() ? null : code,
                true);
    }

    private static Report report(
            ErpOrderStatus record,
            Content content,
            @Nullable Link customer,
            Map<String, Link> products) {
        List<Line> lines =
                content.lines().stream()
                        .map(line -> line(line, products.get(line.productCode())))
                        .toList();
        return new Report(
                record.code(),
                OfflineKind.valueOf(content.kind().name()),
                customer == null ? null : CustomerId.of(customer.mallId()),
                content.orderedAt(),
                OfflineState.valueOf(record.state().name()),
                record.words(),
                content.total() == null ? sum(lines) : new Money(content.total()),
                record.changedAt(),
                lines);
    }

    private static Line line(ErpOrderStatus.Line line, @Nullable Link product) {
        BigDecimal amount = line.amount();
        return new Line(
                product == null ? null : ProductId.of(product.mallId()),
                line.productCode(),
                line.name(),
                line.quantity(),
                new UnitPrice(line.price()),
                new Money(amount == null ? line.quantity().multiply(line.price()) : amount));
    }

    private static Money sum(List<Line> lines) {
        return lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
    }
}
