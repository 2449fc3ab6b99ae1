package io.mallhub.routes.order;

import io.mallhub.routes.outbound.PaperDesk;
import io.mallhub.routes.outbound.PaperPush;
import io.mallhub.routes.outbound.PaperRoute;
import org.springframework.stereotype.Component;

/** {@code erp-order-out}: an order number in, what became of it out. */
@Component
class OrderOutRoute extends PaperRoute {
    static final String ID = "erp-order-out";
    static final String START = "direct:" + ID;

    private final OrderPushStart start;

    OrderOutRoute(OrderPushStart start, PaperDesk desk) {
        super(ID, desk);
        this.start = start;
    }

    @Override
    protected PaperPush begin(String number) {
        return start.begin(number);
    }
}
