package io.mallhub.console;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.mallhub.customer.DocumentFile;
import io.mallhub.ledger.AccountStatements;
import io.mallhub.ledger.AccountStatements.EntryKind;
import io.mallhub.ledger.AccountStatements.Line;
import io.mallhub.ledger.AccountStatements.OrderDebt;
import io.mallhub.prepaid.TopUps;
import io.mallhub.receipt.Announcements;
import io.mallhub.receipt.Announcements.AnnouncementState;
import io.mallhub.receipt.Announcements.AnnouncementView;
import io.mallhub.receipt.Announcements.Purpose;
import io.mallhub.receipt.Debtors;
import io.mallhub.receipt.Debtors.Debtor;
import io.mallhub.receipt.ReceiptAct;
import io.mallhub.receipt.ReceiptStep;
import io.mallhub.receipt.ReceiptView;
import io.mallhub.receipt.ReceiptView.State;
import io.mallhub.receipt.Receipts;
import io.mallhub.receipt.Receipts.DecideOutcome;
import io.mallhub.receipt.Receipts.RecordOutcome;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Two customers that owe, orders settled and not, and a payment in each state. */
@TestConfiguration(proxyBeanMethods = false)
@NullUnmarked
@SuppressWarnings("DirectInvocationOnMock")
public class StandingReceivables {
    public static final String OPEN = "RC20261124000004";
    public static final String BOOKED = "RC20261120000003";
    public static final String ASKED = "RC20261118000002";
    public static final String ANNOUNCED = "PA20261124000003";
    public static final String TOP_UP = "PA20261124000004";
    public static final String REVERSED = "RC20261112000001";

    private static final String NAME = "成都蓝天医药有限公司";
    private static final String LATE = "SO20261005000003";
    private static final Instant NOW = StandingMall.NOW;

    @Bean
    Debtors debtors() {
        Debtors debtors = mock();
        when(debtors.totals())
                .thenReturn(new Debtors.Totals(Money.of("1286400.20"), Money.of("23180.00"), 2, 1));
        when(debtors.page(any(), any()))
                .thenReturn(
                        page(
                                List.of(
                                        debtor(
                                                StandingMall.COMPANY,
                                                "C00000001",
                                                NAME,
                                                "35000",
                                                "53180",
                                                "1200",
                                                "-3180"),
                                        debtor(
                                                new CustomerId(new UUID(7, 7)),
                                                "C00000002",
                                                "四川省第二人民医院中西医结合分院药剂科",
                                                "-120.50",
                                                "-120.50",
                                                "0",
                                                "50120.50"))));
        return debtors;
    }

    private static Debtor debtor(
            CustomerId customer,
            String number,
            String name,
            String balance,
            String used,
            String overdue,
            String free) {
        return new Debtor(
                customer,
                number,
                name,
                Money.of("50000"),
                Money.of(balance),
                Money.of(used),
                Money.of(overdue),
                Money.of(free));
    }

    @Bean
    AccountStatements accountStatements() {
        AccountStatements statements = mock();
        OrderDebt late = debt(LATE, "2026-11-04", "3200.00", "2000.00", "0", true);
        OrderDebt soon =
                debt(StandingMall.ORDER, "2026-12-24", "33800.00", "5000.00", "5000.00", false);
        when(statements.open(any(), any())).thenReturn(page(List.of(late, soon)));
        when(statements.summary(any(), any()))
                .thenReturn(
                        new AccountStatements.Summary(
                                Money.of("4200.00"),
                                Money.of("43800.00"),
                                Money.of("13000.00"),
                                Money.of("35000.00")));
        when(statements.lines(any(), any(), any()))
                .thenReturn(
                        page(
                                List.of(
                                        line(1, EntryKind.INVOICE, LATE, LATE, "3200", late),
                                        line(
                                                2,
                                                EntryKind.CREDIT,
                                                "CN20261110001",
                                                LATE,
                                                "-90",
                                                null),
                                        line(3, EntryKind.PAYMENT, BOOKED, null, "-7000", null),
                                        line(4, EntryKind.PAYMENT, REVERSED, null, "-10", null),
                                        line(
                                                5,
                                                EntryKind.PAYMENT_REVERSAL,
                                                REVERSED,
                                                null,
                                                "10",
                                                null),
                                        line(
                                                6,
                                                EntryKind.INVOICE,
                                                StandingMall.ORDER,
                                                StandingMall.ORDER,
                                                "33800",
                                                soon))));
        return statements;
    }

    private static OrderDebt debt(
            String order, String due, String owed, String settled, String meant, boolean overdue) {
        return new OrderDebt(
                order,
                LocalDate.parse(due),
                Money.of(owed),
                Money.of(settled),
                Money.of(meant),
                overdue);
    }

    private static Line line(
            long sequence,
            EntryKind kind,
            String document,
            String order,
            String amount,
            OrderDebt debt) {
        return new Line(
                sequence,
                kind,
                document,
                order,
                Money.of(amount),
                Money.of("35000"),
                debt == null ? null : debt.due(),
                NOW.minus(Duration.ofDays(20 - sequence)),
                kind == EntryKind.CREDIT ? StandingReturns.RETURN : "",
                debt);
    }

    @Bean
    Receipts receipts() {
        Receipts receipts = mock();
        List<ReceiptView> all =
                List.of(
                        receipt(OPEN, State.RECORDED, List.of(LATE, StandingMall.ORDER)),
                        receipt(BOOKED, State.CONFIRMED, List.of()),
                        receipt(ASKED, State.REVERSAL_ASKED, List.of()),
                        receipt(REVERSED, State.REVERSED, List.of()));
        when(receipts.find(anyString())).thenReturn(Optional.empty());
        for (ReceiptView one : all) {
            when(receipts.find(one.number())).thenReturn(Optional.of(one));
            when(receipts.acts(one.number())).thenReturn(acts(one.state()));
        }
        when(receipts.page(any(), any(), any())).thenReturn(page(all));
        when(receipts.record(any())).thenReturn(new RecordOutcome.Recorded(OPEN, false));
        when(receipts.confirm(anyString(), any()))
                .thenReturn(new DecideOutcome.Refused("receipt.recorder"));
        when(receipts.discard(anyString(), anyString(), any()))
                .thenReturn(new DecideOutcome.Done());
        when(receipts.askReversal(anyString(), anyString(), any()))
                .thenReturn(new DecideOutcome.Done());
        when(receipts.declineReversal(anyString(), any())).thenReturn(new DecideOutcome.Done());
        when(receipts.reverse(anyString(), any())).thenReturn(new DecideOutcome.Done());
        return receipts;
    }

    @Bean
    Announcements announcements() {
        Announcements announcements = mock();
        AnnouncementView open =
                announcement(ANNOUNCED, "回单 2026-11-23.pdf", AnnouncementState.OPEN, null, "");
        AnnouncementView taken =
                announcement("PA20261119000002", null, AnnouncementState.TAKEN, OPEN, "");
        AnnouncementView declined =
                announcement("PA20261110000001", null, AnnouncementState.DECLINED, null, "银行没有收到");
        when(announcements.find(anyString())).thenReturn(Optional.empty());
        when(announcements.find(ANNOUNCED)).thenReturn(Optional.of(open));
        AnnouncementView topUp = announcement(TOP_UP, null, AnnouncementState.OPEN, null, "");
        when(announcements.find(TOP_UP)).thenReturn(Optional.of(topUp));
        when(announcements.takeOverAsTopUp(anyString(), any()))
                .thenReturn(new TopUps.RecordOutcome.Recorded(StandingPrepaid.OPEN, false));
        when(announcements.ofReceipt(anyString())).thenReturn(Optional.empty());
        when(announcements.ofReceipt(OPEN)).thenReturn(Optional.of(open));
        when(announcements.page(any(), any(), any()))
                .thenReturn(page(List.of(topUp, open, taken, declined)));
        when(announcements.proof(anyString())).thenReturn(Optional.empty());
        when(announcements.proof(ANNOUNCED))
                .thenReturn(
                        Optional.of(
                                new DocumentFile(
                                        "回单 2026-11-23.pdf", "application/pdf", new byte[] {1})));
        when(announcements.decline(anyString(), anyString(), any())).thenReturn(Optional.empty());
        when(announcements.takeOver(anyString(), any()))
                .thenReturn(new RecordOutcome.Recorded(OPEN, false));
        return announcements;
    }

    private static AnnouncementView announcement(
            String number, String file, AnnouncementState state, String receipt, String reason) {
        return new AnnouncementView(
                number,
                StandingMall.COMPANY,
                NAME,
                Money.of("7000.00"),
                "ICBC20261124778812003",
                LocalDate.of(2026, 11, 23),
                "付十月货款",
                file,
                number.equals(TOP_UP) ? Purpose.TOP_UP : Purpose.DEBT,
                null,
                state,
                receipt,
                null,
                reason,
                "韩梅梅",
                NOW);
    }

    private static ReceiptView receipt(String number, State state, List<String> orders) {
        return new ReceiptView(
                number,
                StandingMall.COMPANY,
                NAME,
                Money.of("7000.00"),
                "ICBC20261124778812003",
                LocalDate.of(2026, 11, 23),
                "客户传真回单，付十月货款",
                orders,
                state,
                "王芳",
                NOW);
    }

    private static List<ReceiptAct> acts(State state) {
        List<ReceiptAct> acts = new ArrayList<>();
        acts.add(act(ReceiptStep.RECORDED, 0, "王芳", ""));
        if (state != State.RECORDED) {
            acts.add(act(ReceiptStep.CONFIRMED, 0, "赵敏", ""));
        }
        if (state == State.REVERSAL_ASKED || state == State.REVERSED) {
            acts.add(act(ReceiptStep.REVERSAL_ASKED, 1, "王芳", "银行退汇，户名不符"));
        }
        if (state == State.REVERSED) {
            acts.add(act(ReceiptStep.REVERSED, 1, "赵敏", ""));
        }
        return acts;
    }

    private static ReceiptAct act(ReceiptStep step, int request, String name, String reason) {
        return new ReceiptAct(step, request, name, name, NOW, reason);
    }

    private static <T> Page<T> page(List<T> items) {
        return new Page<>(items, 0, 20, items.size());
    }
}
