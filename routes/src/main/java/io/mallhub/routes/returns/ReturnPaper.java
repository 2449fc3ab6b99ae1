package io.mallhub.routes.returns;

import io.mallhub.binding.Entity;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.canonical.ErpReturn;
import io.mallhub.returns.Returns;
import io.mallhub.routes.outbound.Paper;
import java.time.Instant;
import java.util.List;

/** A return as its ERP shall have it. */
record ReturnPaper(ErpReturn goods, Returns returns) implements Paper {
    @Override
    public Entity entity() {
        return Entity.RETURN;
    }

    @Override
    public String number() {
        return goods.reference();
    }

    @Override
    public ErpClient.Created create(ErpClient erp) {
        return erp.createReturn(goods);
    }

    @Override
    public List<Seen> find(ErpClient erp) {
        return erp.findReturns(number()).stream().map(SentReturn::seen).toList();
    }

    @Override
    public void arrived(String erpNumber, Instant erpTime) {
        returns.recordSent(number(), erpNumber, erpTime);
    }

    @Override
    public void notSent(String detail) {
        returns.recordNotSent(number(), detail);
    }

    @Override
    public void unknown(String detail) {
        returns.recordOutcomeUnknown(number(), detail);
    }
}
