package io.mallhub.order.internal;

import io.mallhub.order.Invoices;
import io.mallhub.order.OrderInvoiced;
import io.mallhub.order.OrderState;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class InvoiceBook implements Invoices {
    private static final int LONGEST_NUMBER = 64;

    private final OpenOrders orders;
    private final JdbcClient jdbc;
    private final OrderHistory history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    InvoiceBook(
            OpenOrders orders,
            JdbcClient jdbc,
            OrderHistory history,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.jdbc = jdbc;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Outcome record(ReportInvoice report) {
        if (report.number().isBlank()
                || report.number().length() > LONGEST_NUMBER
                || report.amount().isZero()) {
            return new Outcome.Refused("invoice.malformed", report.toString());
        }
        return orders.find(report.orderNumber())
                .map(order -> record(report, order))
                .orElseGet(
                        () -> new Outcome.Refused("invoice.unknown-order", report.orderNumber()));
    }

    private Outcome record(ReportInvoice report, Order order) {
        List<Invoice> known = of(order.number());
        Optional<Invoice> same =
                known.stream().filter(it -> it.number().equals(report.number())).findFirst();
        if (same.isPresent()) {
            return repeated(report, same.get());
        }
        if (order.state() == OrderState.REJECTED || order.state() == OrderState.CANCELLED) {
            return new Outcome.Refused("invoice.order-ended", order.state().name());
        }
        Money sum = known.stream().map(Invoice::amount).reduce(report.amount(), Money::plus);
        if (sum.isNegative() || sum.compareTo(order.total()) > 0) {
            return new Outcome.Refused("invoice.not-the-order", sum + " / " + order.total());
        }
        insert(report);
        boolean complete = sum.equals(order.total());
        history.note(
                order,
                "order.invoiced",
                Actor.erp(report.connection()),
                report.number() + ": " + report.amount());
        events.publishEvent(new OrderInvoiced(order.number(), report.number(), complete));
        return new Outcome.Recorded(complete);
    }

    private static Outcome repeated(ReportInvoice report, Invoice known) {
        boolean same =
                known.amount().equals(report.amount())
                        && known.issuedOn().equals(report.issuedOn());
        return same
                ? new Outcome.Repeated()
                : new Outcome.Refused(
                        "invoice.other-content",
                        "%s: %s %s, not %s %s"
                                .formatted(
                                        known.number(),
                                        known.issuedOn(),
                                        known.amount(),
                                        report.issuedOn(),
                                        report.amount()));
    }

    private void insert(ReportInvoice report) {
        jdbc.sql(
                        """
                        INSERT INTO order_invoice
                            (order_number, number, issued_on, amount, connection, recorded_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        report.orderNumber(),
                        report.number(),
                        report.issuedOn(),
                        report.amount().amount(),
                        report.connection(),
                        Instants.parameter(clock.instant()))
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Invoice> of(String orderNumber) {
        return jdbc.sql(
                        """
                        SELECT number, issued_on, amount, recorded_at FROM order_invoice
                        WHERE order_number = ? ORDER BY issued_on, recorded_at, number
                        """)
                .param(orderNumber)
                .query(InvoiceBook::invoice)
                .list();
    }

    private static Invoice invoice(ResultSet row, int number) throws SQLException {
        return new Invoice(
                row.getString("number"),
                row.getObject("issued_on", LocalDate.class),
                new Money(row.getBigDecimal("amount")),
                Instants.sure(row, "recorded_at"));
    }
}
