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
import io.mallhub.customer.Registrations;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.openness.GuestAccess;
import io.mallhub.openness.Openness;
import io.mallhub.openness.Openness.ChangeDoors;
import io.mallhub.openness.Openness.Doors;
import io.mallhub.openness.RegistrationAccess;
import io.mallhub.order.Carts.CartLine;
import io.mallhub.order.Carts.CartOutcome;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.promotion.Channel;
import io.mallhub.shared.CustomerId;
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
    @Autowired Openness openness;
    @Autowired Registrations registrations;

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

    @Test
    void aPriceThatIsNotToldBlocksTheLineAndTheOrderAndIsNowhereInTheCart() {
        ProductId priceless = trade.aProduct("43.21", 100);
        ProductId shown = trade.aProduct();
        carts.put(user, customer, shown, Quantity.of(1));
        hide(Effect.HIDE_PRICE, priceless);

        CartOutcome put = carts.put(user, customer, priceless, Quantity.of(1));
        SubmitOutcome outcome =
                orders.submit(anOrderOf(customer, line(shown, 1), line(priceless, 2)));

        assertThat(put)
                .as("it may be kept for when the price is told")
                .isInstanceOf(CartOutcome.Kept.class);
        Carts.CartView cart = carts.cart(user, customer);
        assertThat(cart.lines())
                .filteredOn(it -> it.product().equals(priceless))
                .singleElement()
                .satisfies(it -> assertThat(it.problems()).containsExactly("price.hidden"))
                .satisfies(it -> assertThat(it.price()).isNull());
        assertThat(cart.toString()).doesNotContain("43.21");
        assertThat(outcome).isInstanceOf(SubmitOutcome.Refused.class);
        assertThat(((SubmitOutcome.Refused) outcome).problems())
                .extracting(LineProblem::line, LineProblem::problem)
                .containsExactly(tuple(1, "price.hidden"));
        assertThat(outcome.toString()).doesNotContain("43.21").doesNotContain("86.42");
    }

    @Test
    void anOrderThatWasPlacedKeepsItsPriceWhenItIsToldNoMore() {
        ProductId product = trade.aProduct("43.21", 100);
        SubmitOutcome placed = orders.submit(anOrderOf(customer, line(product, 2)));

        hide(Effect.HIDE_PRICE, product);

        String number = ((SubmitOutcome.Submitted) placed).orderNumber();
        assertThat(orders.order(number).orElseThrow().total()).isEqualTo(Money.of("86.42"));
    }

    @Test
    void untilTheApprovalACartHasPricesOnlyWhereRegistrationIsNotReviewed() {
        ProductId product = trade.aProduct("43.21", 100);
        CustomerId applicant =
                registrations
                        .application(customers.aSubmittedApplication())
                        .orElseThrow()
                        .customer();
        List<SubmitOrder.Line> wanted = List.of(line(product, 2));
        try {
            for (RegistrationAccess told :
                    List.of(RegistrationAccess.INVITED, RegistrationAccess.OPEN)) {
                register(told);
                assertThat(quoted(applicant, wanted).problems())
                        .containsExactly("gate.customer-not-active");
                assertThat(quoted(applicant, wanted).price()).isNotNull();
            }
            register(RegistrationAccess.REVIEWED);
            assertThat(quoted(applicant, wanted).problems())
                    .containsExactly("gate.customer-not-active", "price.after-review");
            assertThat(quoted(applicant, wanted).price()).isNull();
            assertThat(quoted(customer, wanted).price()).as("of an approved company").isNotNull();
        } finally {
            register(RegistrationAccess.OPEN);
        }
    }

    private CartLine quoted(CustomerId company, List<SubmitOrder.Line> wanted) {
        return carts.quote(company, wanted, Channel.WEB, PaymentMethod.CREDIT, List.of(), 0)
                .lines()
                .getFirst();
    }

    private void register(RegistrationAccess access) {
        openness.change(
                new ChangeDoors(
                        new Doors(openness.doors().version(), GuestAccess.CATALOGUE, access),
                        "测试",
                        TradeFixtures.DESK));
    }

    private void hide(ProductId product) {
        hide(Effect.HIDE, product);
    }

    private void hide(Effect effect, ProductId product) {
        PutOutcome outcome =
                visibility.put(
                        new PutRule(
                                effect,
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
