package io.mallhub.simulator.seed;

import io.mallhub.simulator.inventory.Batch;
import io.mallhub.simulator.material.Material;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Collects materials with their stock for the three tables they go to. */
final class MaterialCopy {

    private final Copy items =
            new Copy(
                    "t_item (number, name, model, dosage_form, approval_no, holder_cn, holder_en,"
                            + " maker_cn, maker_en, drug_code, drug_code_remark, unit, tax_percent,"
                            + " sale_price, forbidden, modify_time)");
    private final Copy inventory = new Copy("t_inventory");
    private final Copy batches = new Copy("t_batch");

    MaterialCopy() throws IOException {}

    void add(Material m, List<Batch> stock) throws IOException {
        items.row(
                m.number(),
                m.name(),
                m.model(),
                m.dosageForm(),
                m.approvalNo(),
                m.holderCn(),
                m.holderEn(),
                m.makerCn(),
                m.makerEn(),
                m.drugCode(),
                m.drugCodeRemark(),
                m.unit(),
                m.taxPercent(),
                m.salePrice(),
                m.forbidden(),
                m.modifyTime());
        BigDecimal onHand =
                stock.stream().map(Batch::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        inventory.row(m.number(), onHand, 0, 1, m.modifyTime());
        for (Batch batch : stock) {
            batches.row(m.number(), batch.batchNo(), batch.validUntil(), batch.quantity());
        }
    }

    void send(Connection connection) throws IOException, SQLException {
        items.send(connection);
        inventory.send(connection);
        batches.send(connection);
    }
}
