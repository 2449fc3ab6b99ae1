package io.mallhub.routes.returns;

import io.mallhub.returns.ErpReturns.VoidOutcome;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** {@code erp-return-void}: makes sure the ERP no longer waits for the goods. */
@Component
class ReturnVoidRoute extends RouteBuilder {
    static final String ID = "erp-return-void";
    static final String START = "direct:" + ID;

    private final ReturnVoiding voiding;

    ReturnVoidRoute(ReturnVoiding voiding) {
        this.voiding = voiding;
    }

    record Request(String number, String reason) {}

    @Override
    public void configure() {
        from(START).routeId(ID).transform().body(Request.class, this::run);
    }

    private VoidOutcome run(Request request) {
        return voiding.run(request.number(), request.reason());
    }
}
