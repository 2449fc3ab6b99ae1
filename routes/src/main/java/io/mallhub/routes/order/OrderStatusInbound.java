package io.mallhub.routes.order;

import io.mallhub.binding.Bindings;
import io.mallhub.binding.Bindings.Link;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Flow;
import io.mallhub.binding.Quarantine.Bad;
import io.mallhub.connectors.Cursor;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpPage;
import io.mallhub.connectors.canonical.ErpOrderStatus;
import io.mallhub.connectors.canonical.ErpOrderStatus.Batch;
import io.mallhub.order.Orders;
import io.mallhub.routes.inbound.Applied;
import io.mallhub.routes.inbound.Canonical;
import io.mallhub.routes.inbound.Inbound;
import io.mallhub.routes.order.StatusReport.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Pages of ERP orders: the mall's own tell how they stand, by hash only where something has
 * changed; those made in the ERP itself, or by another shop of its, are history.
 */
@Component
class OrderStatusInbound implements Inbound<ErpOrderStatus> {
    private final StatusReport report;
    private final OfflineInbound offline;
    private final Bindings bindings;

    OrderStatusInbound(StatusReport report, OfflineInbound offline, Bindings bindings) {
        this.report = report;
        this.offline = offline;
        this.bindings = bindings;
    }

    @Override
    public Flow flow() {
        return Flow.ORDER_STATUS_IN;
    }

    @Override
    public Class<ErpOrderStatus> type() {
        return ErpOrderStatus.class;
    }

    @Override
    public String key(ErpOrderStatus record) {
        return record.code();
    }

    @Override
    public ErpPage<ErpOrderStatus> read(ErpClient erp, Cursor from, int limit) {
        return erp.orderChanges(from, limit);
    }

    @Override
    public Applied apply(String connection, List<ErpOrderStatus> records) {
        Map<Boolean, List<ErpOrderStatus>> ours =
                records.stream()
                        .collect(
                                Collectors.partitioningBy(
                                        record -> Orders.isNumber(record.reference())));
        return standings(connection, ours.getOrDefault(true, List.of()))
                .and(offline.apply(connection, ours.getOrDefault(false, List.of())));
    }

    private Applied standings(String connection, List<ErpOrderStatus> records) {
        if (records.isEmpty()) {
            return Applied.NOTHING;
        }
        Map<String, Link> orders =
                bindings.byErpIds(
                        connection,
                        Entity.ORDER,
                        records.stream().map(ErpOrderStatus::code).toList());
        Map<String, Link> products =
                bindings.byErpIds(connection, Entity.PRODUCT, productCodes(records));
        List<Bad> bad = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        long applied = 0;
        long unchanged = 0;
        long echoes = 0;
        for (ErpOrderStatus record : records) {
            String hash = Canonical.hash(record);
            Link link = orders.get(record.code());
            if (link != null && hash.equals(link.erpHash())) {
                unchanged++;
                continue;
            }
            switch (report.apply(connection, record, link != null, products)) {
                case Result.NotOurs _ -> unchanged++;
                case Result.Echo _ -> {
                    echoes++;
                    links.add(new Link(record.reference(), record.code(), hash, null));
                }
                case Result.Changed _ -> {
                    applied++;
                    links.add(new Link(record.reference(), record.code(), hash, null));
                }
                case Result.Refused refused ->
                        bad.add(
                                new Bad(
                                        record.code(),
                                        Canonical.json(record),
                                        refused.reason(),
                                        refused.missing(),
                                        true));
            }
        }
        if (!links.isEmpty()) {
            bindings.link(connection, Entity.ORDER, links);
        }
        return new Applied(applied, unchanged, echoes, bad);
    }

    private static List<String> productCodes(List<ErpOrderStatus> records) {
        return records.stream()
                .flatMap(record -> record.deliveries().stream())
                .flatMap(delivery -> delivery.batches().stream())
                .map(Batch::productCode)
                .distinct()
                .toList();
    }
}
