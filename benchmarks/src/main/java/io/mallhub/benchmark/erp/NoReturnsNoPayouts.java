package io.mallhub.benchmark.erp;

import io.mallhub.commission.ErpVouchers;
import io.mallhub.returns.ErpReturns;
import org.springframework.stereotype.Component;

/** Nothing that is measured returns goods or pays commission. */
@Component
class NoReturnsNoPayouts implements ErpReturns, ErpVouchers {
    @Override
    public CreateOutcome create(String returnNumber) {
        throw new UnsupportedOperationException(returnNumber);
    }

    @Override
    public VoidOutcome voidReturn(String returnNumber, String reason) {
        throw new UnsupportedOperationException(returnNumber);
    }

    @Override
    public PostOutcome post(String statement) {
        throw new UnsupportedOperationException(statement);
    }
}
