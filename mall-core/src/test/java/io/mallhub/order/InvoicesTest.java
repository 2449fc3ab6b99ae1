package io.mallhub.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.order.Invoices.Outcome;
import io.mallhub.order.Invoices.ReportInvoice;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Money;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class InvoicesTest extends OrderTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final String FIRST = "26312000000000000001";
    private static final String SECOND = "26312000000000000002";

    @Autowired Invoices invoices;
    @Autowired JdbcClient jdbc;

    @Test
    void theInvoicesOfAnOrderAddUpToIt() {
        String number = trade.anAcceptedOrder(customer);
        Money total = order(number).total();
        Money part = Money.of("1.23");

        assertThat(report(number, FIRST, part)).isEqualTo(new Outcome.Recorded(false));
        assertThat(report(number, SECOND, total.minus(part))).isEqualTo(new Outcome.Recorded(true));

        assertThat(invoices.of(number))
                .extracting(Invoices.Invoice::number)
                .containsExactly(FIRST, SECOND);
        assertThat(events.stream(OrderInvoiced.class).filter(it -> it.number().equals(number)))
                .containsExactly(
                        new OrderInvoiced(number, FIRST, false),
                        new OrderInvoiced(number, SECOND, true));
        assertThat(timeline(number)).contains("order.invoiced");
    }

    @Test
    void anInvoiceToldTwiceIsRecordedOnceAndAnotherUnderItsNumberIsRefused() {
        String number = trade.anAcceptedOrder(customer);
        report(number, FIRST, Money.of("1.00"));

        assertThat(report(number, FIRST, Money.of("1.00"))).isEqualTo(new Outcome.Repeated());
        assertThat(refusal(number, FIRST, "2.00")).isEqualTo("invoice.other-content");
        assertThat(invoices.of(number)).hasSize(1);
        assertThat(events.stream(OrderInvoiced.class).filter(it -> it.number().equals(number)))
                .hasSize(1);
    }

    @Test
    void moreThanTheOrderOrLessThanNothingIsRefused() {
        String number = trade.anAcceptedOrder(customer);
        Money total = order(number).total();

        assertThat(refusal(number, FIRST, total.plus(Money.of("0.01")).amount().toPlainString()))
                .isEqualTo("invoice.not-the-order");
        assertThat(refusal(number, FIRST, "-0.01")).isEqualTo("invoice.not-the-order");
        assertThat(refusal(number, FIRST, "0.00")).isEqualTo("invoice.malformed");
        assertThat(refusal(number, " ", "1.00")).isEqualTo("invoice.malformed");
        assertThat(refusal("SO-NONE", FIRST, "1.00")).isEqualTo("invoice.unknown-order");
        assertThat(invoices.of(number)).isEmpty();
    }

    @Test
    void aRedInvoiceTakesBackABlueOne() {
        String number = trade.anAcceptedOrder(customer);
        Money total = order(number).total();
        report(number, FIRST, total);

        assertThat(report(number, SECOND, total.negate())).isEqualTo(new Outcome.Recorded(false));
        assertThat(report(number, FIRST + "9", total)).isEqualTo(new Outcome.Recorded(true));
    }

    @Test
    void anOrderThatCameToNothingTakesNoInvoice() {
        String number = trade.anApprovedOrder(customer);
        orders.cancel(number, "changed my mind", Actor.system("test"));

        assertThat(refusal(number, FIRST, "1.00")).isEqualTo("invoice.order-ended");
    }

    @Test
    void aRecordedInvoiceIsNeverChanged() {
        String number = trade.anAcceptedOrder(customer);
        report(number, FIRST, Money.of("1.00"));

        assertThatThrownBy(() -> jdbc.sql("UPDATE order_invoice SET amount = 2").update())
                .hasMessageContaining("never changed");
    }

    private Outcome report(String order, String invoice, Money amount) {
        return invoices.record(new ReportInvoice(order, invoice, DAY, amount, "erp"));
    }

    private String refusal(String order, String invoice, String amount) {
        Outcome outcome = report(order, invoice, Money.of(amount));
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).problem();
    }
}
