package io.mallhub.order;

import static io.mallhub.fixture.TradeFixtures.BUYER;
import static io.mallhub.fixture.TradeFixtures.anOrderOf;
import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.order.Orders.CancelOutcome;
import io.mallhub.order.Orders.ReportShipment;
import io.mallhub.order.Orders.ShipmentOutcome;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderShippingTest extends OrderTest {
    @Test
    void shipmentsAddUpToTheOrderAndNotFurther() {
        String number = trade.anAcceptedOrder(customer);

        assertThat(trade.ship(number, "FH-1", 4)).isEqualTo(new ShipmentOutcome.Recorded(false));
        assertThat(state(number)).isEqualTo(OrderState.PARTLY_SHIPPED);
        assertThat(trade.ship(number, "FH-1", 4)).isEqualTo(new ShipmentOutcome.Repeated());
        assertThat(trade.ship(number, "FH-2", 7)).isInstanceOf(ShipmentOutcome.Refused.class);
        assertThat(trade.ship(number, "FH-3", 6)).isEqualTo(new ShipmentOutcome.Recorded(true));

        OrderView order = order(number);
        assertThat(order.state()).isEqualTo(OrderState.SHIPPED);
        assertThat(order.lines().getFirst().shipped()).isEqualTo(Quantity.of(10));
        assertThat(order.shipments())
                .extracting(OrderView.Shipment::erpNumber)
                .containsExactly("FH-1", "FH-3");
        assertThat(order.shipments().getFirst().batches().getFirst().batch()).isEqualTo("B20261");
        assertThat(events.stream(OrderShipped.class).filter(it -> it.number().equals(number)))
                .extracting(OrderShipped::complete)
                .containsExactly(false, true);
    }

    @Test
    void anOrderIsCompletedOnceItIsShippedWhole() {
        String number = trade.anAcceptedOrder(customer);
        trade.ship(number, "FH-1", 4);
        assertThatThrownBy(() -> orders.complete(number)).isInstanceOf(IllegalStateException.class);
        trade.ship(number, "FH-2", 6);

        orders.complete(number);
        orders.complete(number);

        assertThat(state(number)).isEqualTo(OrderState.COMPLETED);
        assertThat(timeline(number)).containsOnlyOnce("order.completed");
    }

    @Test
    void aBatchWithoutLineGoesToTheOpenLinesOfItsProduct() {
        ProductId product = trade.aProduct();
        ProductId other = trade.aProduct();
        String number =
                trade.submitted(
                        anOrderOf(customer, line(product, 3), line(other, 1), line(product, 2)));
        orders.approve(number, 0);
        orders.recordSent(number, "XS-9", ERP_TIME);

        ShipmentOutcome outcome = ship(number, batch(0, product, 4), batch(2, other, 1));

        assertThat(outcome).isEqualTo(new ShipmentOutcome.Recorded(false));
        assertThat(order(number).lines())
                .extracting(OrderView.Line::shipped)
                .containsExactly(Quantity.of(3), Quantity.of(1), Quantity.of(1));
    }

    @Test
    void aDeliveryThatCannotBeOfTheOrderIsRefusedWhole() {
        String number = trade.anAcceptedOrder(customer);
        ProductId ordered = firstProduct(number);
        ProductId stranger = trade.aProduct();

        assertThat(refusal(number, batch(0, ordered, 1), batch(0, stranger, 1)))
                .isEqualTo("shipment.unknown-line");
        assertThat(refusal(number, batch(2, ordered, 1))).isEqualTo("shipment.unknown-line");
        assertThat(refusal(number, batch(1, ordered, 6), batch(1, ordered, 5)))
                .isEqualTo("shipment.more-than-ordered");
        assertThat(refusal(number, batch(1, ordered, -1)))
                .isEqualTo("shipment.quantity-not-positive");
        assertThat(refusal(number)).isEqualTo("shipment.no-batches");
        assertThat(refusal("SO-NOT-OURS", batch(1, ordered, 1)))
                .isEqualTo("shipment.unknown-order");
        assertThat(refusal(trade.aPlacedOrder(customer), batch(1, ordered, 1)))
                .isEqualTo("shipment.not-sent");
        assertThat(order(number).lines().getFirst().shipped()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void aBuyerCancelsUntilTheErpHasBegunToShip() {
        String number = trade.anAcceptedOrder(customer);

        assertThat(orders.requestCancel(number, "下错了", BUYER))
                .isEqualTo(new CancelOutcome.Requested());
        trade.ship(number, "FH-1", 1);

        assertThat(orders.requestCancel(number, "下错了", BUYER))
                .isEqualTo(new CancelOutcome.TooLate(OrderState.PARTLY_SHIPPED));
        assertThatThrownBy(() -> orders.recordVoided(number, ""))
                .isInstanceOf(IllegalStateException.class);
        assertThat(
                        events.stream(OrderCancelRequested.class)
                                .filter(it -> it.number().equals(number)))
                .hasSize(1);
    }

    private String refusal(String number, ReportShipment.Batch... batches) {
        return ((ShipmentOutcome.Refused) ship(number, batches)).problem();
    }

    private ShipmentOutcome ship(String number, ReportShipment.Batch... batches) {
        return orders.recordShipment(
                new ReportShipment(number, "FH-X", ERP_TIME, List.of(batches), "erp"));
    }

    private static ReportShipment.Batch batch(int line, ProductId product, int quantity) {
        return new ReportShipment.Batch(line, product, "B1", null, Quantity.of(quantity));
    }
}
