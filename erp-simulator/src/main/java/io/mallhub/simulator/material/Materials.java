package io.mallhub.simulator.material;

import io.mallhub.simulator.kernel.ChangeList;
import io.mallhub.simulator.kernel.ListPoint;
import io.mallhub.simulator.kernel.Now;
import io.mallhub.simulator.kernel.Operation;
import io.mallhub.simulator.kernel.Page;
import io.mallhub.simulator.kernel.Refusal;
import io.mallhub.simulator.kernel.RefusalCode;
import io.mallhub.simulator.oracle.CommitLog;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads and changes the material file. */
@Component
public class Materials {

    private static final String COLUMNS =
            """
            SELECT number, name, model, dosage_form, approval_no, holder_cn, holder_en, maker_cn, maker_en,
                   drug_code, drug_code_remark, unit, tax_percent, sale_price, forbidden, modify_time, category, version FROM t_item
            """;

    private final JdbcClient jdbc;
    private final ChangeList<Material> list;
    private final CommitLog commits;
    private final Now now;

    Materials(JdbcClient jdbc, CommitLog commits, Now now) {
        this.jdbc = jdbc;
        this.list = new ChangeList<>(jdbc, COLUMNS, Materials::material);
        this.commits = commits;
        this.now = now;
    }

    public Page<Material> changedAfter(ListPoint point) {
        return list.changedAfter(point);
    }

    /** Those of the numbers that exist. */
    public List<Material> withNumbers(Collection<String> numbers) {
        return jdbc.sql(COLUMNS + "WHERE number = ANY (?)")
                .param(numbers.toArray(String[]::new))
                .query(Materials::material)
                .list();
    }

    /** Name by number, of those that exist. */
    public Map<String, String> names(Stream<String> numbers) {
        return withNumbers(numbers.collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Material::number, Material::name));
    }

    /** By part of number, name, approval number or drug code; all where {@code text} is empty. */
    public Page<Material> search(String text, ListPoint point) {
        return list.search(
                """
                WHERE number ILIKE :like OR name ILIKE :like OR approval_no ILIKE :like OR drug_code ILIKE :like
                ORDER BY number
                """,
                text,
                point);
    }

    public long count() {
        return jdbc.sql("SELECT count(*) FROM t_item").query(Long.class).single();
    }

    /** {@code price} per unit, tax included. */
    @Transactional
    public void changePrice(String number, BigDecimal price) {
        if (price.signum() < 0 || price.scale() > 6 || price.precision() - price.scale() > 12) {
            throw new Refusal(RefusalCode.PRICE_INVALID, "");
        }
        mustExist(
                number,
                jdbc.sql(
                                "UPDATE t_item SET sale_price = ?, modify_time = ?,"
                                        + " version = version + 1 WHERE number = ?")
                        .params(price, now.forSql(), number)
                        .update());
    }

    @Transactional
    public void changeActive(String number, boolean active) {
        mustExist(
                number,
                jdbc.sql(
                                "UPDATE t_item SET forbidden = ?, modify_time = ?,"
                                        + " version = version + 1 WHERE number = ?")
                        .params(!active, now.forSql(), number)
                        .update());
    }

    public Optional<Material> withNumber(String number) {
        return withNumbers(List.of(number)).stream().findFirst();
    }

    /**
     * Takes over what a caller has changed.
     *
     * @param version as the caller has read it; null: whatever it is
     * @throws Refusal if the material has changed since that version
     */
    @Transactional
    public Material update(String number, MaterialTexts texts, @Nullable Long version) {
        Material before = changeable(number, version);
        Material after = write(before.number(), texts);
        commits.note(Operation.UPDATE_MATERIAL, number, number);
        return after;
    }

    /** As a person of the back office does it. */
    @Transactional
    public Material changeTexts(String number, MaterialTexts texts) {
        return write(changeable(number, null).number(), texts);
    }

    private Material changeable(String number, @Nullable Long version) {
        Material before =
                jdbc.sql(COLUMNS + "WHERE number = ? FOR UPDATE")
                        .param(number)
                        .query(Materials::material)
                        .optional()
                        .orElseThrow(
                                () -> new Refusal(RefusalCode.MATERIAL_UNKNOWN, "物料不存在：" + number));
        if (version != null && version != before.version()) {
            throw new Refusal(
                    RefusalCode.MATERIAL_CHANGED,
                    "物料%s已是第%d版，不是第%d版".formatted(number, before.version(), version));
        }
        return before;
    }

    private Material write(String number, MaterialTexts texts) {
        if (texts.name().isBlank()) {
            throw new Refusal(RefusalCode.MATERIAL_INVALID, "物料名称不能为空");
        }
        jdbc.sql(
                        """
                        UPDATE t_item SET name = ?, model = ?, dosage_form = ?, category = ?,
                            modify_time = ?, version = version + 1
                        WHERE number = ?
                        """)
                .params(
                        texts.name(),
                        texts.model(),
                        texts.dosageForm(),
                        texts.category(),
                        now.forSql(),
                        number)
                .update();
        return withNumber(number).orElseThrow();
    }

    /** Takes it out of the file with its stock, as if it had never been there. */
    @Transactional
    public void delete(String number) {
        jdbc.sql("DELETE FROM t_batch WHERE item_number = ?").param(number).update();
        jdbc.sql("DELETE FROM t_inventory WHERE item_number = ?").param(number).update();
        mustExist(number, jdbc.sql("DELETE FROM t_item WHERE number = ?").param(number).update());
    }

    private static void mustExist(String number, int updated) {
        if (updated == 0) {
            throw new Refusal(RefusalCode.MATERIAL_UNKNOWN, "物料不存在：" + number);
        }
    }

    private static Material material(ResultSet row, int n) throws SQLException {
        return new Material(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getBigDecimal(13),
                row.getBigDecimal(14),
                row.getBoolean(15),
                row.getObject(16, OffsetDateTime.class).toInstant(),
                row.getString(17),
                row.getLong(18));
    }
}
