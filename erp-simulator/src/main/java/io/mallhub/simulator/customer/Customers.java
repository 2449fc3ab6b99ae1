package io.mallhub.simulator.customer;

import io.mallhub.simulator.kernel.ChangeList;
import io.mallhub.simulator.kernel.ListPoint;
import io.mallhub.simulator.kernel.Now;
import io.mallhub.simulator.kernel.Numbers;
import io.mallhub.simulator.kernel.Operation;
import io.mallhub.simulator.kernel.Page;
import io.mallhub.simulator.kernel.Refusal;
import io.mallhub.simulator.kernel.RefusalCode;
import io.mallhub.simulator.oracle.CommitLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads and changes the customer file. */
@Component
public class Customers {

    private static final String COLUMNS =
            """
            SELECT number, client_number, name, tax_no, province, address, contact, phone, forbidden, modify_time, version
            FROM t_customer
            """;

    private final JdbcClient jdbc;
    private final ChangeList<Customer> list;
    private final Numbers numbers;
    private final CommitLog commits;
    private final Now now;

    Customers(JdbcClient jdbc, Numbers numbers, CommitLog commits, Now now) {
        this.jdbc = jdbc;
        this.list = new ChangeList<>(jdbc, COLUMNS, Customers::customer);
        this.numbers = numbers;
        this.commits = commits;
        this.now = now;
    }

    public Page<Customer> changedAfter(ListPoint point) {
        return list.changedAfter(point);
    }

    /** Several, if an interface used one number for customers with different tax numbers. */
    public List<Customer> withClientNumber(String clientNumber) {
        return jdbc.sql(COLUMNS + "WHERE client_number = ? ORDER BY number")
                .param(clientNumber)
                .query(Customers::customer)
                .list();
    }

    public Optional<Customer> withTaxNo(String taxNo) {
        return jdbc.sql(COLUMNS + "WHERE tax_no = ?")
                .param(taxNo)
                .query(Customers::customer)
                .optional();
    }

    public Optional<Customer> withNumber(String number) {
        return jdbc.sql(COLUMNS + "WHERE number = ?")
                .param(number)
                .query(Customers::customer)
                .optional();
    }

    /** By part of number, name, tax number or client number; all where {@code text} is empty. */
    public Page<Customer> search(String text, ListPoint point) {
        return list.search(
                """
                WHERE number ILIKE :like OR name ILIKE :like OR tax_no ILIKE :like OR client_number ILIKE :like
                ORDER BY number DESC
                """,
                text,
                point);
    }

    public long count() {
        return jdbc.sql("SELECT count(*) FROM t_customer").query(Long.class).single();
    }

    /**
     * Creates a customer and returns its number.
     *
     * @throws Refusal if the tax number is taken (with the number of that customer) or the data is
     *     no good
     */
    @Transactional
    public String create(NewCustomer c) {
        if (c.name().isBlank()) {
            throw new Refusal(RefusalCode.CUSTOMER_INVALID, "客户名称不能为空");
        }
        if (!c.taxNo().matches("[0-9A-Z]{18}")) {
            throw new Refusal(RefusalCode.CUSTOMER_INVALID, "税号须为18位数字或大写字母：" + c.taxNo());
        }
        String number = numbers.nextCustomer();
        int created =
                jdbc.sql(
                                """
                                INSERT INTO t_customer VALUES (?, ?, ?, ?, ?, ?, ?, ?, false, ?)
                                ON CONFLICT (tax_no) DO NOTHING
                                """)
                        .params(
                                number,
                                c.clientNumber(),
                                c.name(),
                                c.taxNo(),
                                c.province(),
                                c.address(),
                                c.contact(),
                                c.phone(),
                                now.forSql())
                        .update();
        if (created == 0) {
            String existing = withTaxNo(c.taxNo()).orElseThrow().number();
            throw new Refusal(
                    RefusalCode.CUSTOMER_EXISTS,
                    "税号%s已存在，客户编码%s".formatted(c.taxNo(), existing),
                    existing);
        }
        commits.note(Operation.CREATE_CUSTOMER, c.clientNumber(), number);
        return number;
    }

    /**
     * Takes over what a caller has changed.
     *
     * @param version as the caller has read it; null: whatever it is
     * @throws Refusal if the customer has changed since that version
     */
    @Transactional
    public Customer update(String number, CustomerTexts texts, @Nullable Long version) {
        Customer before = changeable(number, version);
        Customer after = write(before.number(), texts);
        commits.note(Operation.UPDATE_CUSTOMER, number, number);
        return after;
    }

    /** As a person of the back office does it. */
    @Transactional
    public Customer changeTexts(String number, CustomerTexts texts) {
        return write(changeable(number, null).number(), texts);
    }

    private Customer changeable(String number, @Nullable Long version) {
        Customer before =
                jdbc.sql(COLUMNS + "WHERE number = ? FOR UPDATE")
                        .param(number)
                        .query(Customers::customer)
                        .optional()
                        .orElseThrow(() -> unknown(number));
        if (version != null && version != before.version()) {
            throw new Refusal(
                    RefusalCode.CUSTOMER_CHANGED,
                    "客户%s已是第%d版，不是第%d版".formatted(number, before.version(), version));
        }
        return before;
    }

    private Customer write(String number, CustomerTexts texts) {
        if (texts.name().isBlank()) {
            throw new Refusal(RefusalCode.CUSTOMER_INVALID, "客户名称不能为空");
        }
        jdbc.sql(
                        """
                        UPDATE t_customer SET name = ?, province = ?, address = ?, contact = ?,
                            phone = ?, modify_time = ?, version = version + 1
                        WHERE number = ?
                        """)
                .params(
                        texts.name(),
                        texts.province(),
                        texts.address(),
                        texts.contact(),
                        texts.phone(),
                        now.forSql(),
                        number)
                .update();
        return withNumber(number).orElseThrow();
    }

    /** Takes one without orders out of the file. */
    @Transactional
    public void delete(String number) {
        if (jdbc.sql("DELETE FROM t_customer WHERE number = ?").param(number).update() == 0) {
            throw unknown(number);
        }
    }

    private static Refusal unknown(String number) {
        return new Refusal(RefusalCode.CUSTOMER_UNKNOWN, "客户不存在：" + number);
    }

    @Transactional
    public void changeActive(String number, boolean active) {
        int updated =
                jdbc.sql(
                                "UPDATE t_customer SET forbidden = ?, modify_time = ?,"
                                        + " version = version + 1 WHERE number = ?")
                        .params(!active, now.forSql(), number)
                        .update();
        if (updated == 0) {
            throw unknown(number);
        }
    }

    private static Customer customer(ResultSet row, int n) throws SQLException {
        return new Customer(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getBoolean(9),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                row.getLong(11));
    }
}
