package io.mallhub.storefront;

import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.identity.BuyerView;
import io.mallhub.notification.Inbox;
import io.mallhub.notification.Notifications;
import io.mallhub.order.Carts;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * What the frame of every storefront page shows: who is signed in, for which company, how full the
 * cart is, and how many messages are unread.
 */
@ControllerAdvice({
    "io.mallhub.storefront.shop",
    "io.mallhub.storefront.orders",
    "io.mallhub.storefront.returns",
    "io.mallhub.storefront.company",
    "io.mallhub.storefront.messages",
    "io.mallhub.storefront.coupons",
    "io.mallhub.storefront.points",
    "io.mallhub.storefront.registration",
    "io.mallhub.storefront.security"
})
class StorefrontPage {
    private final Carts carts;
    private final Customers customers;

    private final Notifications notifications;

    StorefrontPage(Carts carts, Customers customers, Notifications notifications) {
        this.notifications = notifications;
        this.carts = carts;
        this.customers = customers;
    }

    @ModelAttribute("buyer")
    @Nullable BuyerView buyer(@Nullable BuyerView buyer) {
        return buyer;
    }

    /** Whom the buyer acts for. */
    @ModelAttribute("me")
    @Nullable CustomerView company(@Nullable BuyerView buyer) {
        return buyer == null ? null : customers.customer(buyer.company()).orElseThrow();
    }

    @ModelAttribute("cartLines")
    int cartLines(@Nullable BuyerView buyer) {
        return buyer == null ? 0 : carts.lineCount(buyer.id());
    }

    @ModelAttribute("unread")
    int unread(@Nullable BuyerView buyer) {
        return buyer == null ? 0 : notifications.unread(Inbox.of(buyer));
    }
}
