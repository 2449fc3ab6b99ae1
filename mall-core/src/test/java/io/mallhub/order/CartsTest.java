package io.mallhub.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.order.Carts.CartOutcome;
import io.mallhub.order.Carts.CartView;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UserId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CartsTest extends OrderTest {
    private final UserId user = new UserId(UUID.randomUUID());

    @Autowired Carts carts;

    @Test
    void aCartIsPricedAndCheckedAsOfNow() {
        ProductId product = trade.aProduct("10.00", 5);

        CartView cart = kept(put(product, 3));

        assertThat(cart.total()).isEqualTo(Money.of("30.00"));
        assertThat(cart.blocked()).isZero();
        assertThat(cart.lines().getFirst().sellable()).isEqualTo(Quantity.of(5));
        assertThat(carts.lineCount(user)).isEqualTo(1);
    }

    @Test
    void whatSubmitWouldRefuseTheCartShowsAsBlocked() {
        ProductId tooMany = trade.aProduct("10.00", 5);
        ProductId notForSale = trade.anUncategorisedProduct();
        put(tooMany, 6);
        clock.advance(Duration.ofSeconds(1));

        CartView cart = kept(put(notForSale, 1));

        assertThat(cart.blocked()).isEqualTo(2);
        assertThat(cart.lines().get(0).problems()).containsExactly("stock.short");
        assertThat(cart.lines().get(1).problems()).contains("price.none", "stock.short");
        assertThat(cart.lines().get(1).verdict().allowed()).isFalse();
    }

    @Test
    void zeroRemovesALineAndANewQuantityKeepsItsPlace() {
        ProductId first = trade.aProduct();
        ProductId second = trade.aProduct();
        put(first, 1);
        clock.advance(Duration.ofSeconds(1));
        put(second, 1);

        assertThat(kept(put(first, 9)).lines())
                .extracting(Carts.CartLine::product)
                .containsExactly(first, second);
        assertThat(kept(put(first, 0)).lines())
                .extracting(Carts.CartLine::product)
                .containsExactly(second);
        carts.clear(user);
        assertThat(carts.cart(user, customer).lines()).isEmpty();
    }

    @Test
    void senselessQuantitiesAndUnknownGoodsAreRefused() {
        ProductId product = trade.aProduct();

        assertThat(problem(put(product, -1))).isEqualTo("quantity.not-positive");
        assertThat(problem(put(product, 1_000_001))).isEqualTo("quantity.too-large");
        assertThat(problem(carts.put(user, customer, product, new Quantity(new BigDecimal("0.5")))))
                .isEqualTo("quantity.minimum");
        assertThat(problem(put(new ProductId(UUID.randomUUID()), 1))).isEqualTo("product.unknown");
        assertThat(carts.lineCount(user)).isZero();
    }

    private CartOutcome put(ProductId product, int quantity) {
        return carts.put(user, customer, product, Quantity.of(quantity));
    }

    private static CartView kept(CartOutcome outcome) {
        return ((CartOutcome.Kept) outcome).cart();
    }

    private static String problem(CartOutcome outcome) {
        return ((CartOutcome.Refused) outcome).problem();
    }
}
