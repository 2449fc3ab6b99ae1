package io.mallhub.console;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.mallhub.commission.CommissionRules;
import io.mallhub.commission.Commissions;
import io.mallhub.commission.Entry;
import io.mallhub.commission.Payee;
import io.mallhub.commission.Payees;
import io.mallhub.commission.Payouts;
import io.mallhub.commission.Rule;
import io.mallhub.commission.StatementRow;
import io.mallhub.commission.StatementState;
import io.mallhub.commission.StatementView;
import io.mallhub.commission.Statements;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Commission of the standing mall: one statement with a held line, rules and an account. */
@TestConfiguration(proxyBeanMethods = false)
@NullUnmarked
@SuppressWarnings("DirectInvocationOnMock")
public class StandingCommission {
    public static final String STATEMENT = "CS202610-000001";
    private static final YearMonth MONTH = YearMonth.of(2026, 10);
    private static final Instant AT = Instant.parse("2026-10-20T02:00:00Z");
    private static final Payee ACCOUNT =
            new Payee(
                    1,
                    "salesperson",
                    "张伟",
                    "中国工商银行上海静安支行",
                    "6222000011112222",
                    "",
                    "",
                    "",
                    "王芳",
                    AT,
                    "李娜",
                    true,
                    AT);
    private static final Payee WAITING =
            new Payee(
                    2,
                    "seller2",
                    "陈晨",
                    "建设银行",
                    "6217000099998888",
                    "",
                    "",
                    "",
                    "王芳",
                    AT,
                    null,
                    null,
                    null);
    private static final Rule RATE =
            new Rule(
                    3,
                    Rule.Kind.SELF_SERVICE,
                    null,
                    0,
                    new BigDecimal("0.030000"),
                    null,
                    LocalDate.of(2026, 10, 1),
                    null,
                    "年度方案",
                    "王芳",
                    AT);

    private static Entry entry(long sequence, Entry.Kind kind, String amount) {
        return new Entry(
                sequence,
                "salesperson",
                kind,
                Entry.Channel.SALES,
                0,
                new CustomerId(new UUID(1, 1)),
                StandingMall.ORDER,
                1,
                kind == Entry.Kind.EARNED ? Money.of("88.50") : null,
                kind == Entry.Kind.EARNED ? new BigDecimal("0.030000") : null,
                kind == Entry.Kind.EARNED ? 3L : null,
                null,
                Money.of(amount),
                Money.of("120.00"),
                kind == Entry.Kind.EARNED ? StandingMall.ORDER : "RT20261020001",
                kind == Entry.Kind.EARNED ? null : 11L,
                AT,
                "commission",
                "");
    }

    private static StatementRow row() {
        return new StatementRow(
                STATEMENT,
                MONTH,
                "salesperson",
                "张伟",
                StatementState.PUBLISHED,
                Money.of("121.77"),
                Money.of("2.66"),
                Money.of("119.11"),
                3,
                1);
    }

    private static StatementView view() {
        return new StatementView(
                row(),
                AT,
                AT,
                false,
                List.of(
                        new StatementView.Line(
                                entry(11, Entry.Kind.EARNED, "2.66"),
                                StatementView.LineState.DISPUTED,
                                ""),
                        new StatementView.Line(
                                entry(12, Entry.Kind.EARNED, "120.00"),
                                StatementView.LineState.OPEN,
                                ""),
                        new StatementView.Line(
                                entry(13, Entry.Kind.CLAWED_BACK, "-0.89"),
                                StatementView.LineState.LINKED,
                                "link.phone 康宁大药房 13900000000")),
                List.of(
                        new StatementView.Dispute(
                                7, 11, "应为代下单费率", "张伟", AT, null, "", null, null)),
                List.of(new StatementView.Approval(StatementView.Step.SALES, true, "赵强", AT, "无误")),
                ACCOUNT,
                new StatementView.Voucher(StatementView.VoucherState.NOT_SENT, null, ""),
                null,
                null,
                null,
                "");
    }

    @Bean
    Statements statements() {
        Statements statements = mock();
        when(statements.months()).thenReturn(List.of(MONTH));
        when(statements.page(any(), any())).thenReturn(new Page<>(List.of(row()), 0, 20, 1));
        when(statements.statement(anyString()))
                .thenAnswer(
                        call ->
                                STATEMENT.equals(call.getArgument(0))
                                        ? Optional.of(view())
                                        : Optional.empty());
        when(statements.statementOf(anyString(), anyString()))
                .thenAnswer(
                        call ->
                                STATEMENT.equals(call.getArgument(1))
                                        ? Optional.of(view())
                                        : Optional.empty());
        when(statements.prove(anyString()))
                .thenReturn(List.of(new Statements.Difference(11, "proof.amount", "2.66", "2.65")));
        return statements;
    }

    @Bean
    Payouts payouts() {
        Payouts payouts = mock();
        var file =
                new Payouts.PaymentFile(
                        "PF202610-000002",
                        MONTH,
                        Money.of("119.11"),
                        "王芳",
                        AT,
                        List.of(
                                new Payouts.PaymentFile.Item(
                                        STATEMENT,
                                        StatementState.PAYING,
                                        ACCOUNT,
                                        Money.of("119.11"),
                                        null)));
        when(payouts.files(any())).thenReturn(List.of(file));
        when(payouts.file("PF202610-000002")).thenReturn(Optional.of(file));
        return payouts;
    }

    @Bean
    Payees payees() {
        Payees payees = mock();
        when(payees.page(any())).thenReturn(new Page<>(List.of(WAITING, ACCOUNT), 0, 20, 2));
        when(payees.request(any()))
                .thenReturn(new Payees.ChangeOutcome.Refused("payee.incomplete"));
        return payees;
    }

    @Bean
    CommissionRules commissionRules() {
        CommissionRules rules = mock();
        when(rules.inForce(any(LocalDate.class))).thenReturn(List.of(RATE));
        when(rules.history(any())).thenReturn(new Page<>(List.of(RATE), 0, 20, 1));
        return rules;
    }

    @Bean
    Commissions commissions() {
        Commissions commissions = mock();
        when(commissions.balance(anyString())).thenReturn(Money.of("120.00"));
        when(commissions.entries(anyString(), any()))
                .thenReturn(new Page<>(List.of(entry(11, Entry.Kind.EARNED, "2.66")), 0, 20, 1));
        when(commissions.figures(any(), any()))
                .thenReturn(
                        Map.of(
                                StandingDistribution.CODE,
                                new Commissions.LinkFigures(12, Money.of("86.40"))));
        when(commissions.shares(StandingMall.ORDER))
                .thenReturn(List.of(share(1, "salesperson"), share(2, "seller2")));
        when(commissions.ofOrder(StandingMall.ORDER)).thenReturn(List.of());
        return commissions;
    }

    private static Commissions.Share share(int depth, String who) {
        return new Commissions.Share(StandingMall.PRODUCT, depth, who, StandingDistribution.CODE);
    }
}
