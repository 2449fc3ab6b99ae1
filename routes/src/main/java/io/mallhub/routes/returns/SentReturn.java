package io.mallhub.routes.returns;

import io.mallhub.binding.Entity;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.canonical.ErpReturnStatus;
import io.mallhub.connectors.canonical.ErpReturnStatus.State;
import io.mallhub.order.ErpState;
import io.mallhub.returns.ReturnView;
import io.mallhub.returns.Returns;
import io.mallhub.routes.outbound.Paper.Seen;
import io.mallhub.routes.outbound.SentPaper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A return that its ERP may have. */
record SentReturn(ReturnView goods, Returns returns) implements SentPaper {
    static Seen seen(ErpReturnStatus it) {
        return new Seen(it.code(), it.state() != State.VOIDED, it.changedAt());
    }

    @Override
    public Entity entity() {
        return Entity.RETURN;
    }

    @Override
    public String number() {
        return goods.number();
    }

    @Override
    public ErpState erpState() {
        return goods.erpState();
    }

    @Override
    public @Nullable String erpNumber() {
        return goods.erpNumber();
    }

    @Override
    public List<Seen> find(ErpClient erp) {
        return erp.findReturns(number()).stream().map(SentReturn::seen).toList();
    }

    @Override
    public void voidInErp(ErpClient erp, String code, String reason) {
        erp.voidReturn(code, reason);
    }

    @Override
    public void voided(List<String> codes, String detail) {
        returns.recordVoided(number(), detail);
    }
}
