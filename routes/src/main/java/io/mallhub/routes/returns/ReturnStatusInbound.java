package io.mallhub.routes.returns;

import io.mallhub.binding.Bindings;
import io.mallhub.binding.Bindings.Link;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Flow;
import io.mallhub.binding.Outgoing;
import io.mallhub.binding.Quarantine.Bad;
import io.mallhub.connectors.Cursor;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpPage;
import io.mallhub.connectors.canonical.ErpReturnStatus;
import io.mallhub.connectors.canonical.ErpReturnStatus.Batch;
import io.mallhub.connectors.canonical.ErpReturnStatus.Receipt;
import io.mallhub.returns.ErpReturnReceived;
import io.mallhub.returns.Returns;
import io.mallhub.returns.Returns.ActOutcome;
import io.mallhub.routes.inbound.Applied;
import io.mallhub.routes.inbound.Canonical;
import io.mallhub.routes.inbound.Inbound;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Pages of ERP returns; what has not changed since last time is passed over by its hash. */
@Component
class ReturnStatusInbound implements Inbound<ErpReturnStatus> {
    private final Returns returns;
    private final Outgoing outgoing;
    private final Bindings bindings;

    ReturnStatusInbound(Returns returns, Outgoing outgoing, Bindings bindings) {
        this.returns = returns;
        this.outgoing = outgoing;
        this.bindings = bindings;
    }

    @Override
    public Flow flow() {
        return Flow.RETURN_STATUS_IN;
    }

    @Override
    public Class<ErpReturnStatus> type() {
        return ErpReturnStatus.class;
    }

    @Override
    public String key(ErpReturnStatus record) {
        return record.code();
    }

    @Override
    public ErpPage<ErpReturnStatus> read(ErpClient erp, Cursor from, int limit) {
        return erp.tellsOfReturns()
                ? erp.returnChanges(from, limit)
                : new ErpPage<>(List.of(), List.of(), from, false);
    }

    @Override
    public Applied apply(String connection, List<ErpReturnStatus> records) {
        Map<String, Link> known =
                bindings.byErpIds(
                        connection,
                        Entity.RETURN,
                        records.stream().map(ErpReturnStatus::code).toList());
        Map<String, Link> products =
                bindings.byErpIds(connection, Entity.PRODUCT, productCodes(records));
        List<Bad> bad = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        long applied = 0;
        long unchanged = 0;
        for (ErpReturnStatus record : records) {
            String hash = Canonical.hash(record);
            Link link = known.get(record.code());
            boolean ours = !record.reference().isEmpty() && isOurs(connection, record);
            if (!ours || link != null && hash.equals(link.erpHash())) {
                unchanged++;
                continue;
            }
            if (record.state() == ErpReturnStatus.State.VOIDED && record.receipts().isEmpty()) {
                returns.recordVoided(record.reference(), record.words());
            }
            Optional<String> problem = receive(connection, record, products);
            if (problem.isPresent()) {
                bad.add(new Bad(record.code(), Canonical.json(record), problem.get(), null, true));
            } else {
                applied++;
                links.add(new Link(record.reference(), record.code(), hash, null));
            }
        }
        if (!links.isEmpty()) {
            bindings.link(connection, Entity.RETURN, links);
        }
        return new Applied(applied, unchanged, 0, bad);
    }

    /** A return is read only from the ERP it was sent to. */
    private boolean isOurs(String connection, ErpReturnStatus record) {
        return outgoing.attempt(Entity.RETURN, record.reference())
                .filter(it -> it.connection().equals(connection))
                .isPresent();
    }

    private Optional<String> receive(
            String connection, ErpReturnStatus record, Map<String, Link> products) {
        for (Receipt receipt : record.receipts()) {
            List<ErpReturnReceived.Line> lines = new ArrayList<>();
            for (Batch batch : receipt.batches()) {
                Link product = products.get(batch.productCode());
                if (product == null) {
                    return Optional.of("The mall does not know product " + batch.productCode());
                }
                lines.add(
                        new ErpReturnReceived.Line(
                                batch.line(),
                                ProductId.of(product.mallId()),
                                batch.batch(),
                                new Quantity(batch.quantity())));
            }
            ActOutcome outcome =
                    returns.recordErpReceipt(
                            new ErpReturnReceived(
                                    record.reference(),
                                    receipt.code(),
                                    receipt.receivedAt(),
                                    receipt.receiver(),
                                    lines,
                                    connection));
            if (!(outcome instanceof ActOutcome.Recorded)) {
                return Optional.of(
                        "The mall did not take receipt " + receipt.code() + ": " + outcome);
            }
        }
        return Optional.empty();
    }

    private static List<String> productCodes(List<ErpReturnStatus> records) {
        return records.stream()
                .flatMap(record -> record.receipts().stream())
                .flatMap(receipt -> receipt.batches().stream())
                .map(Batch::productCode)
                .distinct()
                .toList();
    }
}
