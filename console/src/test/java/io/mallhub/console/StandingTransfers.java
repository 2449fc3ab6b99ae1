package io.mallhub.console;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.mallhub.prepaid.OwnTopUps;
import io.mallhub.prepaid.OwnTopUps.OwnTopUpState;
import io.mallhub.prepaid.OwnTopUps.OwnTopUpView;
import io.mallhub.receipt.HouseAccounts;
import io.mallhub.receipt.HouseAccounts.AccountState;
import io.mallhub.receipt.HouseAccounts.HouseAccount;
import io.mallhub.receipt.OrderTransfers;
import io.mallhub.receipt.OrderTransfers.TransferState;
import io.mallhub.receipt.OrderTransfers.TransferView;
import io.mallhub.receipt.Repayments;
import io.mallhub.receipt.Repayments.AskOutcome;
import io.mallhub.receipt.Repayments.Outcome;
import io.mallhub.receipt.Repayments.RepaymentState;
import io.mallhub.receipt.Repayments.RepaymentView;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Orders paid by transfer, money that goes back, the account of the house, top-ups by buyers. */
@TestConfiguration(proxyBeanMethods = false)
@NullUnmarked
@SuppressWarnings("DirectInvocationOnMock")
public class StandingTransfers {
    public static final String ASKED = "RP20261124000002";
    public static final String RECORDED = "RP20261123000001";
    public static final String KEPT = "RP20261120000001";
    public static final String OWN = "TO20261124000001";
    public static final String WAITING = "SO20261124000021";
    public static final long PROPOSED = 7;

    private static final String NAME = "成都蓝天医药有限公司";
    private static final Instant NOW = StandingMall.NOW;

    @Bean
    HouseAccounts houseAccounts() {
        HouseAccounts accounts = mock();
        HouseAccount current = account(6, "1202 0212 0990 0123 456", AccountState.CONFIRMED);
        HouseAccount proposed = account(PROPOSED, "6222 0000 1111 2222", AccountState.PROPOSED);
        when(accounts.current()).thenReturn(Optional.of(current));
        when(accounts.offered()).thenReturn(Optional.of(current));
        when(accounts.proposed()).thenReturn(Optional.of(proposed));
        when(accounts.page(any())).thenReturn(page(List.of(proposed, current)));
        when(accounts.propose(any())).thenReturn(Optional.of("house-account.waits"));
        when(accounts.confirm(anyLong(), any())).thenReturn(Optional.of("house-account.proposer"));
        when(accounts.discard(anyLong(), any())).thenReturn(Optional.empty());
        return accounts;
    }

    private static HouseAccount account(long id, String number, AccountState state) {
        boolean decided = state != AccountState.PROPOSED;
        return new HouseAccount(
                id,
                true,
                "华康医药有限公司",
                "中国工商银行杭州分行营业部",
                number,
                72,
                24,
                state,
                "更换开户行",
                "王芳",
                NOW,
                decided ? "赵敏" : null,
                decided ? NOW : null);
    }

    @Bean
    OrderTransfers orderTransfers() {
        OrderTransfers transfers = mock();
        TransferView open = transfer(StandingMall.ORDER, TransferState.OPEN, "3000.00");
        TransferView closed = transfer("SO20261121000007", TransferState.CLOSED, "0");
        when(transfers.isOffered()).thenReturn(true);
        when(transfers.ofOrder(anyString())).thenReturn(Optional.empty());
        when(transfers.ofOrder(StandingMall.ORDER)).thenReturn(Optional.of(open));
        when(transfers.parts(anyString())).thenReturn(List.of());
        TransferView waiting = transfer(WAITING, TransferState.OPEN, "0");
        when(transfers.page(any(), any(), any())).thenReturn(page(List.of(waiting, closed)));
        return transfers;
    }

    private static TransferView transfer(String order, TransferState state, String received) {
        return new TransferView(
                order,
                StandingMall.COMPANY,
                NAME,
                Money.of("18240.00"),
                state,
                account(6, "1202 0212 0990 0123 456", AccountState.CONFIRMED),
                NOW.minus(Duration.ofHours(5)),
                NOW.plus(Duration.ofHours(31)),
                NOW.plus(Duration.ofHours(67)),
                null,
                Money.of(received),
                state == TransferState.OPEN,
                state == TransferState.OPEN ? null : NOW,
                "");
    }

    @Bean
    Repayments repayments() {
        Repayments repayments = mock();
        RepaymentView asked = repayment(ASKED, RepaymentState.ASKED);
        RepaymentView recorded = repayment(RECORDED, RepaymentState.RECORDED);
        RepaymentView kept = repayment(KEPT, RepaymentState.KEPT);
        when(repayments.find(anyString())).thenReturn(Optional.empty());
        for (RepaymentView one : List.of(asked, recorded, kept)) {
            when(repayments.find(one.number())).thenReturn(Optional.of(one));
        }
        when(repayments.ofOrder(anyString())).thenReturn(List.of(asked));
        when(repayments.page(any(), any(), any())).thenReturn(page(List.of(asked, recorded, kept)));
        when(repayments.ask(any(), any(), anyString(), any()))
                .thenReturn(new AskOutcome.Asked(ASKED));
        when(repayments.record(any())).thenReturn(new Outcome.Done());
        when(repayments.confirm(anyString(), any()))
                .thenReturn(new Outcome.Refused("repayment.recorder", ""));
        when(repayments.putBack(anyString(), anyString(), any())).thenReturn(new Outcome.Done());
        when(repayments.keep(anyString(), anyString(), any())).thenReturn(new Outcome.Done());
        return repayments;
    }

    private static RepaymentView repayment(String number, RepaymentState state) {
        boolean recorded = state == RepaymentState.RECORDED;
        boolean kept = state == RepaymentState.KEPT;
        return new RepaymentView(
                number,
                StandingMall.COMPANY,
                NAME,
                Money.of("1200.50"),
                StandingMall.ORDER,
                "CN20261124000001",
                "外包装破损",
                state,
                "order-approval",
                NOW,
                recorded ? "ICBC20261124000000077" : "",
                recorded ? LocalDate.of(2026, 11, 24) : null,
                "",
                recorded ? "王芳" : null,
                kept ? "赵敏" : null,
                kept ? NOW : null,
                kept ? "客户要求抵下一单" : "");
    }

    @Bean
    OwnTopUps ownTopUps() {
        OwnTopUps topUps = mock();
        when(topUps.page(any(), any(), any()))
                .thenReturn(
                        page(
                                List.of(
                                        new OwnTopUpView(
                                                OWN,
                                                StandingMall.COMPANY,
                                                NAME,
                                                Money.of("8000.00"),
                                                Money.of("240.00"),
                                                null,
                                                OwnTopUpState.CREDITED,
                                                StandingPayments.PAID,
                                                "韩梅梅",
                                                NOW.minus(Duration.ofDays(2)),
                                                NOW.minus(Duration.ofDays(1)),
                                                NOW,
                                                true))));
        return topUps;
    }

    private static <T> Page<T> page(List<T> items) {
        return new Page<>(items, 0, 50, items.size());
    }
}
