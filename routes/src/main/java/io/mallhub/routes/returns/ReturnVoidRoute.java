package io.mallhub.routes.returns;

import io.mallhub.returns.Returns;
import io.mallhub.routes.outbound.PaperVoiding;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** {@code erp-return-void}: makes sure the ERP no longer waits for the goods. */
@Component
class ReturnVoidRoute extends RouteBuilder {
    static final String ID = "erp-return-void";
    static final String START = "direct:" + ID;

    private final Returns returns;
    private final PaperVoiding voiding;

    ReturnVoidRoute(Returns returns, PaperVoiding voiding) {
        this.returns = returns;
        this.voiding = voiding;
    }

    record Request(String number, String reason) {}

    @Override
    public void configure() {
        from(START).routeId(ID).transform().body(Request.class, this::run);
    }

    private PaperVoiding.Outcome run(Request request) {
        return returns.find(request.number())
                .map(goods -> voiding.run(new SentReturn(goods, returns), request.reason()))
                .orElseThrow(() -> new IllegalArgumentException("No return " + request.number()));
    }
}
