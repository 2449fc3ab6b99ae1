package io.mallhub.faults;

import io.mallhub.story.RunningMall;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.UnaryOperator;

/** The ERP's own tables: for data that its screens would refuse, as old systems are full of. */
final class ErpData {
    private final RunningMall mall;

    ErpData(RunningMall mall) {
        this.mall = mall;
    }

    void price(Collection<String> items, UnaryOperator<BigDecimal> change) {
        try (Connection erp = connect();
                PreparedStatement read =
                        erp.prepareStatement("SELECT sale_price FROM t_item WHERE number = ?");
                PreparedStatement write =
                        erp.prepareStatement(
                                "UPDATE t_item SET sale_price = ?, modify_time = clock_timestamp() WHERE number = ?")) {
            for (String item : items) {
                read.setString(1, item);
                ResultSet price = read.executeQuery();
                price.next();
                write.setBigDecimal(1, change.apply(price.getBigDecimal(1)));
                write.setString(2, item);
                write.executeUpdate();
            }
        } catch (SQLException e) {
            throw new Away("prices", e);
        }
    }

    /** A new item, otherwise like another, with that much in stock. */
    void newItem(String number, String like, BigDecimal price, int quantity) {
        run(
                """
                INSERT INTO t_item SELECT ?, name, model, dosage_form, approval_no, holder_cn, holder_en,
                    maker_cn, maker_en, '', '', unit, tax_percent, ?, false, clock_timestamp()
                FROM t_item WHERE number = ?
                """,
                number,
                price,
                like);
        run(
                "INSERT INTO t_inventory VALUES (?, ?, 0, 1, clock_timestamp())",
                number,
                BigDecimal.valueOf(quantity));
        run(
                "INSERT INTO t_batch VALUES (?, 'NEW1', DATE '2031-12-31', ?)",
                number,
                BigDecimal.valueOf(quantity));
    }

    private void run(String sql, Object... values) {
        try (Connection erp = connect();
                PreparedStatement statement = erp.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new Away(sql, e);
        }
    }

    private Connection connect() throws SQLException {
        try {
            return DriverManager.getConnection(mall.database("erp_simulator"));
        } catch (UncheckedIOException nowhere) {
            throw new SQLException("PostgreSQL says nowhere where it listens", nowhere);
        }
    }

    /** The ERP's database did not take it: not at all, or nobody knows. */
    static final class Away extends AssertionError {
        private static final long serialVersionUID = 1L;

        Away(String sql, SQLException cause) {
            super(sql, cause);
        }
    }
}
