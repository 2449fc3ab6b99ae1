package io.mallhub.simulator.voucher;

import io.mallhub.simulator.kernel.Now;
import io.mallhub.simulator.kernel.Numbers;
import io.mallhub.simulator.kernel.Operation;
import io.mallhub.simulator.kernel.OptionStore;
import io.mallhub.simulator.kernel.Refusal;
import io.mallhub.simulator.kernel.RefusalCode;
import io.mallhub.simulator.oracle.CommitLog;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The voucher file. */
@Component
public class Vouchers {
    private final JdbcClient jdbc;
    private final Numbers numbers;
    private final OptionStore options;
    private final CommitLog commits;
    private final Now now;

    Vouchers(JdbcClient jdbc, Numbers numbers, OptionStore options, CommitLog commits, Now now) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.options = options;
        this.commits = commits;
        this.now = now;
    }

    /** All with this client number, oldest first. */
    @Transactional(readOnly = true)
    public List<Voucher> withReference(String reference) {
        return jdbc.sql(
                        """
                        SELECT bill_no, client_bill_no, type, voucher_date, party, amount,
                            explanation, modify_time
                        FROM t_voucher WHERE client_bill_no = ? ORDER BY bill_no
                        """)
                .param(reference)
                .query(
                        (row, n) ->
                                new Voucher(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getObject(4, LocalDate.class),
                                        row.getString(5),
                                        row.getBigDecimal(6),
                                        row.getString(7),
                                        row.getObject(8, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Books it. The same reference twice makes two, unless the options refuse that. */
    @Transactional
    public Voucher create(NewVoucher voucher) {
        if (voucher.amount().signum() <= 0 || voucher.amount().stripTrailingZeros().scale() > 2) {
            throw new Refusal(RefusalCode.VOUCHER_INVALID, "");
        }
        if (options.current().refuseDuplicateReferences()) {
            refuseDuplicate(voucher.reference());
        }
        String billNo = numbers.nextVoucher();
        jdbc.sql("INSERT INTO t_voucher VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(billNo, voucher.reference(), voucher.type(), voucher.date())
                .params(voucher.party(), voucher.amount())
                .param(voucher.explanation())
                .param(now.forSql())
                .update();
        commits.note(Operation.CREATE_VOUCHER, voucher.reference(), billNo);
        return withReference(voucher.reference()).getLast();
    }

    private void refuseDuplicate(String reference) {
        jdbc.sql("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?, 8))")
                .param(reference)
                .query(Integer.class)
                .single();
        withReference(reference).stream()
                .findFirst()
                .ifPresent(
                        there -> {
                            throw new Refusal(
                                    RefusalCode.REFERENCE_EXISTS,
                                    "外部单号%s已存在，凭证%s".formatted(reference, there.billNo()),
                                    there.billNo());
                        });
    }
}
