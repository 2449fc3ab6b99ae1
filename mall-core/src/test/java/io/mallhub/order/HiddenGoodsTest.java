package io.mallhub.order;

import static io.mallhub.fixture.TradeFixtures.anOrderOf;
import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mallhub.catalog.Visibility;
import io.mallhub.catalog.Visibility.PutOutcome;
import io.mallhub.catalog.Visibility.PutRule;
import io.mallhub.catalog.VisibilityRule.Audience;
import io.mallhub.catalog.VisibilityRule.AudienceKind;
import io.mallhub.catalog.VisibilityRule.Effect;
import io.mallhub.catalog.VisibilityRule.Goods;
import io.mallhub.catalog.VisibilityRule.GoodsKind;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.order.Carts.CartOutcome;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UserId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a company is not shown it cannot order either. */
class HiddenGoodsTest extends OrderTest {
    private final UserId user = new UserId(UUID.randomUUID());

    @Autowired Carts carts;
    @Autowired Visibility visibility;

    @Test
    void whatWasHiddenSinceItCameIntoTheCartIsBlockedThereAndRefusedAtSubmit() {
        ProductId hidden = trade.aProduct();
        ProductId shown = trade.aProduct();
        carts.put(user, customer, hidden, Quantity.of(1));
        hide(hidden);

        SubmitOutcome outcome = orders.submit(anOrderOf(customer, line(shown, 1), line(hidden, 2)));

        assertThat(carts.cart(user, customer).lines().getFirst().problems())
                .containsExactly("product.hidden");
        assertThat(carts.cart(user, customer).lines().getFirst().price()).isNull();
        assertThat(outcome).isInstanceOf(SubmitOutcome.Refused.class);
        assertThat(((SubmitOutcome.Refused) outcome).problems())
                .extracting(LineProblem::line, LineProblem::problem)
                .containsExactly(tuple(1, "product.hidden"));
    }

    @Test
    void whatIsHiddenDoesNotComeIntoTheCartButLeavesIt() {
        ProductId hidden = trade.aProduct();
        carts.put(user, customer, hidden, Quantity.of(1));
        hide(hidden);

        CartOutcome more = carts.put(user, customer, hidden, Quantity.of(2));
        CartOutcome none = carts.put(user, customer, hidden, Quantity.ZERO);

        assertThat(more).isInstanceOf(CartOutcome.Refused.class);
        assertThat(((CartOutcome.Refused) more).problem()).isEqualTo("product.hidden");
        assertThat(none).isInstanceOf(CartOutcome.Kept.class);
        assertThat(carts.lineCount(user)).isZero();
    }

    @Test
    void whatReplacesGoodsThatCameBackIsNoNewOffer() {
        ProductId hidden = trade.aProduct();
        hide(hidden);

        SubmitOutcome outcome =
                orders.submit(
                        new SubmitOrder(
                                customer,
                                UUID.randomUUID().toString(),
                                List.of(line(hidden, 1)),
                                "",
                                PaymentMethod.CREDIT,
                                List.of(),
                                0,
                                new SubmitOrder.Exchange("RT1", Money.of("10.00")),
                                TradeFixtures.BUYER));

        assertThat(outcome).isInstanceOf(SubmitOutcome.Submitted.class);
    }

    private void hide(ProductId product) {
        PutOutcome outcome =
                visibility.put(
                        new PutRule(
                                Effect.HIDE,
                                new Goods(GoodsKind.PRODUCT, product.value().toString(), ""),
                                new Audience(
                                        AudienceKind.CUSTOMER, customer.value().toString(), ""),
                                null,
                                null,
                                "独家供应",
                                TradeFixtures.DESK));
        assertThat(outcome).isInstanceOf(PutOutcome.Put.class);
    }
}
