package io.mallhub.console;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.mallhub.catalog.VisibilityRule.Audience;
import io.mallhub.catalog.VisibilityRule.AudienceKind;
import io.mallhub.order.PaymentMethod;
import io.mallhub.order.PaymentMethods;
import io.mallhub.order.PaymentRule;
import io.mallhub.prepaid.PrepaidAccounts;
import io.mallhub.prepaid.PrepaidAccounts.AccountRow;
import io.mallhub.prepaid.PrepaidAccounts.Balance;
import io.mallhub.prepaid.PrepaidAccounts.EntryView;
import io.mallhub.prepaid.PrepaidAccounts.HoldView;
import io.mallhub.prepaid.PrepaidAmount;
import io.mallhub.prepaid.TopUpRule;
import io.mallhub.prepaid.TopUpRules;
import io.mallhub.prepaid.TopUpView;
import io.mallhub.prepaid.TopUpView.Act;
import io.mallhub.prepaid.TopUpView.State;
import io.mallhub.prepaid.TopUps;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.Viewer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** One account with a hold and entries, a top-up that waits and one that is credited. */
@TestConfiguration(proxyBeanMethods = false)
@NullUnmarked
@SuppressWarnings("DirectInvocationOnMock")
public class StandingPrepaid {
    public static final String OPEN = "TU20261124000002";
    public static final String CREDITED = "TU20261120000001";

    private static final String NAME = "成都蓝天医药有限公司";
    private static final Instant NOW = StandingMall.NOW;
    private static final TopUpRule RULE =
            new TopUpRule(
                    3,
                    "预存满八千送百分之三",
                    Money.of("8000"),
                    null,
                    new BigDecimal("3.00"),
                    LocalDate.of(2026, 11, 1),
                    LocalDate.of(2026, 12, 31),
                    "年终促销",
                    "王芳",
                    NOW);

    @Bean
    PrepaidAccounts prepaidAccounts() {
        PrepaidAccounts accounts = mock();
        Balance balance = new Balance(amount("5000.00", "300.00"), amount("1260.50", "0"));
        when(accounts.balance(any())).thenReturn(balance);
        when(accounts.paidWith(anyString())).thenReturn(Optional.of(amount("18000.00", "240.00")));
        when(accounts.page(anyString(), any()))
                .thenReturn(page(List.of(new AccountRow(StandingMall.COMPANY, NAME, balance))));
        when(accounts.holds(any(), any()))
                .thenReturn(
                        page(
                                List.of(
                                        new HoldView(
                                                StandingMall.ORDER, amount("1260.50", "0"), NOW))));
        when(accounts.entries(any(), any()))
                .thenReturn(
                        page(
                                List.of(
                                        entry(
                                                2,
                                                EntryView.Kind.CAPTURE,
                                                "SO20261121000007",
                                                "SO20261121000007",
                                                amount("-5000.00", "0"),
                                                ""),
                                        entry(
                                                1,
                                                EntryView.Kind.TOP_UP,
                                                CREDITED,
                                                null,
                                                amount("10000.00", "300.00"),
                                                RULE.name() + " (" + RULE.terms() + ")"))));
        return accounts;
    }

    private static EntryView entry(
            long sequence,
            EntryView.Kind kind,
            String document,
            String order,
            PrepaidAmount amount,
            String note) {
        return new EntryView(
                sequence,
                kind,
                document,
                order,
                amount,
                amount("5000.00", "300.00"),
                NOW,
                "wang",
                note);
    }

    @Bean
    TopUps topUps() {
        TopUps topUps = mock();
        TopUpView open = topUp(OPEN, State.RECORDED, null);
        TopUpView credited = topUp(CREDITED, State.CONFIRMED, new Act("zhao", "赵敏", NOW));
        when(topUps.find(anyString())).thenReturn(Optional.empty());
        when(topUps.find(OPEN)).thenReturn(Optional.of(open));
        when(topUps.find(CREDITED)).thenReturn(Optional.of(credited));
        when(topUps.page(any(), any(), any())).thenReturn(page(List.of(open, credited)));
        when(topUps.record(any())).thenReturn(new TopUps.RecordOutcome.Recorded(OPEN, false));
        when(topUps.confirm(anyString(), any()))
                .thenReturn(new TopUps.DecideOutcome.Refused("top-up.recorder"));
        when(topUps.refuse(anyString(), anyString(), any()))
                .thenReturn(new TopUps.DecideOutcome.Done());
        when(topUps.reverse(anyString(), anyString(), any()))
                .thenReturn(new TopUps.DecideOutcome.Done());
        return topUps;
    }

    private static TopUpView topUp(String number, State state, Act decided) {
        return new TopUpView(
                number,
                StandingMall.COMPANY,
                NAME,
                Money.of("10000.00"),
                Money.of("300.00"),
                RULE,
                "ICBC20261124778812003",
                "客户已传真回单",
                state,
                new Act("wang", "王芳", NOW),
                decided,
                "",
                null,
                "");
    }

    @Bean
    TopUpRules topUpRules() {
        TopUpRules rules = mock();
        when(rules.inForce(any())).thenReturn(List.of(RULE));
        when(rules.history(any())).thenReturn(page(List.of(RULE)));
        when(rules.bonus(any())).thenReturn(new TopUpRules.Bonus(Money.of("240.00"), RULE));
        when(rules.put(any())).thenReturn(new TopUpRules.PutOutcome.Put(RULE));
        return rules;
    }

    @Bean
    PaymentMethods paymentMethods() {
        PaymentMethods methods = mock();
        when(methods.allowed(any(CustomerId.class))).thenReturn(EnumSet.allOf(PaymentMethod.class));
        when(methods.allowed(any(Viewer.class))).thenReturn(EnumSet.allOf(PaymentMethod.class));
        when(methods.offered()).thenReturn(EnumSet.allOf(PaymentMethod.class));
        PaymentRule rule =
                new PaymentRule(
                        7,
                        new Audience(AudienceKind.LEVEL, "GOLD", "GOLD"),
                        Set.of(PaymentMethod.CREDIT, PaymentMethod.PREPAID),
                        "金牌客户可用账期",
                        "王芳",
                        StandingMall.NOW,
                        null,
                        null);
        PaymentRule none =
                new PaymentRule(
                        5,
                        new Audience(AudienceKind.REGION, "65", "65"),
                        Set.of(),
                        "暂停供货",
                        "王芳",
                        StandingMall.NOW,
                        null,
                        null);
        when(methods.decisive(any())).thenReturn(Optional.of(rule));
        when(methods.page(any(), any())).thenReturn(new Page<>(List.of(rule, none), 0, 20, 2));
        when(methods.put(any(), any(), any(), any())).thenReturn(Optional.empty());
        when(methods.end(anyLong(), any(), any())).thenReturn(Optional.empty());
        return methods;
    }

    private static PrepaidAmount amount(String principal, String bonus) {
        return new PrepaidAmount(Money.of(principal), Money.of(bonus));
    }

    private static <T> Page<T> page(List<T> items) {
        return new Page<>(items, 0, 20, items.size());
    }
}
