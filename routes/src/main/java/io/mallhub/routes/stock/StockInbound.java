package io.mallhub.routes.stock;

import io.mallhub.binding.Bindings;
import io.mallhub.binding.Bindings.Link;
import io.mallhub.binding.Entity;
import io.mallhub.binding.ErpConnections;
import io.mallhub.binding.Flow;
import io.mallhub.binding.Quarantine.Bad;
import io.mallhub.binding.Turn;
import io.mallhub.connectors.Cursor;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.ErpPage;
import io.mallhub.connectors.canonical.ErpStock;
import io.mallhub.routes.inbound.Applied;
import io.mallhub.routes.inbound.Canonical;
import io.mallhub.routes.inbound.Inbound;
import io.mallhub.shared.ProductId;
import io.mallhub.stock.Stock;
import io.mallhub.stock.StockSnapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/**
 * Stock figures. No hash here: the same figures at a later time say something (holds end), so the
 * stock context sees every snapshot and tells what was new.
 */
@Component
class StockInbound implements Inbound<ErpStock> {
    /** So many may sell out between two readings, whatever share that is. */
    private static final int FEW = 20;

    private final Stock stock;
    private final Bindings bindings;
    private final ErpConnections connections;
    private final Settings settings;

    StockInbound(Stock stock, Bindings bindings, ErpConnections connections, Settings settings) {
        this.stock = stock;
        this.bindings = bindings;
        this.connections = connections;
        this.settings = settings;
    }

    @Override
    public Flow flow() {
        return Flow.STOCK_IN;
    }

    @Override
    public Class<ErpStock> type() {
        return ErpStock.class;
    }

    @Override
    public String key(ErpStock record) {
        return record.productCode();
    }

    @Override
    public ErpPage<ErpStock> read(ErpClient erp, Cursor from, int limit) {
        return erp.stock(from, limit);
    }

    @Override
    public Applied apply(String connection, List<ErpStock> records) {
        Map<String, String> products =
                bindings.mallIds(
                        connection,
                        Entity.PRODUCT,
                        records.stream().map(ErpStock::productCode).toList());
        boolean available = connections.client(connection).guarantees().reportsAvailable();
        List<StockSnapshot> snapshots = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        List<Bad> bad = new ArrayList<>();
        for (ErpStock record : records) {
            String product = products.get(record.productCode());
            if (product == null) {
                bad.add(unknownProduct(record));
                continue;
            }
            try {
                ProductId id = ProductId.of(product);
                snapshots.add(StockMapper.toSnapshot(connection, record, id, available));
                codes.add(record.productCode());
            } catch (IllegalArgumentException e) {
                bad.add(
                        Bad.refused(
                                record.productCode(),
                                Canonical.json(record),
                                String.valueOf(e.getMessage())));
            }
        }
        long applied = 0;
        Set<String> outdated = new HashSet<>();
        List<Stock.ApplyResult> results = stock.apply(snapshots);
        for (int i = 0; i < results.size(); i++) {
            switch (results.get(i)) {
                case APPLIED -> applied++;
                case OLDER_IGNORED -> outdated.add(codes.get(i));
                case UNCHANGED -> {}
            }
        }
        return new Applied(applied, snapshots.size() - applied, 0, outdated, bad);
    }

    /** The ERP has none of it left: as of the walk's beginning, for it may have come in since. */
    @Override
    public List<ErpStock> leftOut(Turn turn, Set<String> aside) {
        if (!connections.client(turn.connection()).listsAllStock() || aside.contains("")) {
            return List.of();
        }
        Stock.Unreported silent = stock.unreported(turn.connection(), turn.startedAt());
        List<ErpStock> none =
                bindings
                        .byMallIds(
                                turn.connection(),
                                Entity.PRODUCT,
                                silent.products().stream().map(ProductId::toString).toList())
                        .values()
                        .stream()
                        .map(Link::erpId)
                        .filter(code -> !aside.contains(code))
                        .sorted()
                        .map(code -> new ErpStock(code, turn.startedAt(), List.of()))
                        .toList();
        boolean isMuch =
                none.size() == silent.stocked()
                        || none.size() > Math.max(FEW, silent.stocked() * settings.mostLeftOut());
        if (!none.isEmpty() && isMuch && !turn.isFirst()) {
            throw new ErpFault.DataInvalid(
                    "The stock list leaves out %d of %d products that had stock, which is not believed: nothing was changed for them. If they are sold out, reload the flow"
                            .formatted(none.size(), silent.stocked()),
                    null);
        }
        return none;
    }

    private static Bad unknownProduct(ErpStock record) {
        return new Bad(
                record.productCode(),
                Canonical.json(record),
                "The mall does not know product " + record.productCode() + " yet",
                record.productCode(),
                true);
    }

    /**
     * @param mostLeftOut share of the products with stock that a list of all stock may leave out;
     *     more is not believed
     */
    @ConfigurationProperties("mallhub.stock")
    record Settings(@DefaultValue("0.2") double mostLeftOut) {}
}
