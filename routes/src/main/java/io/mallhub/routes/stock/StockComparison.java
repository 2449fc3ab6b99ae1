package io.mallhub.routes.stock;

import io.mallhub.binding.Bindings;
import io.mallhub.binding.Bindings.Link;
import io.mallhub.binding.Entity;
import io.mallhub.binding.ReconciliationTurns.Finding;
import io.mallhub.binding.ReconciliationTurns.Turn;
import io.mallhub.binding.Reconciliations.Kind;
import io.mallhub.connectors.Cursor;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpPage;
import io.mallhub.connectors.canonical.ErpStock;
import io.mallhub.routes.inbound.Canonical;
import io.mallhub.routes.reconcile.Comparison;
import io.mallhub.shared.ProductId;
import io.mallhub.stock.Stock;
import io.mallhub.stock.Stock.Reported;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Figures as the ERP last reported them against those it lists now. They move all the time: what
 * still differs in the next comparison is real.
 */
@Component
class StockComparison implements Comparison<ErpStock> {
    private final Bindings bindings;
    private final Stock stock;

    StockComparison(Bindings bindings, Stock stock) {
        this.bindings = bindings;
        this.stock = stock;
    }

    @Override
    public Entity entity() {
        return Entity.STOCK;
    }

    @Override
    public ErpPage<ErpStock> read(ErpClient erp, Cursor from, int limit) {
        return erp.stock(from, limit);
    }

    @Override
    public String key(ErpStock record) {
        return record.productCode();
    }

    @Override
    public List<Finding> compare(Turn turn, List<ErpStock> page) {
        Map<String, Link> products =
                bindings.byErpIds(
                        turn.connection(),
                        Entity.PRODUCT,
                        page.stream().map(ErpStock::productCode).toList());
        Map<ProductId, Reported> reported =
                stock.reported(
                        products.values().stream()
                                .map(link -> ProductId.of(link.mallId()))
                                .toList());
        List<Finding> found = new ArrayList<>();
        for (ErpStock record : page) {
            Link product = products.get(record.productCode());
            if (product == null) {
                found.add(finding(record, "", Kind.UNKNOWN, ""));
                continue;
            }
            Reported mall = reported.get(ProductId.of(product.mallId()));
            if (mall == null || !says(record, mall)) {
                found.add(
                        finding(
                                record,
                                product.mallId(),
                                mall == null ? Kind.UNKNOWN : Kind.CHANGED,
                                mall == null ? "" : mall.onHand() + " / " + mall.allocated()));
            }
        }
        return found;
    }

    private static boolean says(ErpStock record, Reported mall) {
        return sum(record, ErpStock.Batch::quantity).compareTo(mall.onHand().amount()) == 0
                && sum(record, ErpStock.Batch::allocated).compareTo(mall.allocated().amount()) == 0;
    }

    private static BigDecimal sum(ErpStock record, Function<ErpStock.Batch, BigDecimal> of) {
        return record.batches().stream().map(of).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Finding finding(ErpStock record, String mallId, Kind kind, String mall) {
        return new Finding(
                record.productCode(),
                mallId.isEmpty() ? null : mallId,
                kind,
                record.productCode(),
                mall,
                sum(record, ErpStock.Batch::quantity).stripTrailingZeros().toPlainString()
                        + " / "
                        + sum(record, ErpStock.Batch::allocated)
                                .stripTrailingZeros()
                                .toPlainString(),
                Canonical.json(record));
    }

    /** A product without stock need not be listed. */
    @Override
    public boolean listsAll() {
        return false;
    }

    @Override
    public Optional<ErpStock> find(ErpClient erp, Link link) {
        return Optional.empty();
    }

    @Override
    public Finding missing(Link link) {
        throw new UnsupportedOperationException("Stock is not looked for");
    }
}
