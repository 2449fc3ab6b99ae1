package io.mallhub.receipt;

import static io.mallhub.fixture.ReceiptFixtures.CONFIRMER;
import static io.mallhub.fixture.ReceiptFixtures.RECORDER;
import static io.mallhub.fixture.TradeFixtures.BUYER;
import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.ReceiptFixtures;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.fixture.TransferFixtures;
import io.mallhub.ledger.AccountStatements;
import io.mallhub.ledger.AccountStatements.Period;
import io.mallhub.ledger.Receivables;
import io.mallhub.order.Orders;
import io.mallhub.order.PaymentMethod;
import io.mallhub.order.SubmitOrder;
import io.mallhub.receipt.OrderTransfers.TransferState;
import io.mallhub.receipt.OrderTransfers.TransferView;
import io.mallhub.receipt.Repayments.RecordRepayment;
import io.mallhub.receipt.Repayments.RepaymentState;
import io.mallhub.receipt.Repayments.RepaymentView;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Any history of one customer that has orders on credit and orders by transfer: what came in, what
 * went back and what is owed add up after each step, and no order is paid that was not.
 */
@MallTest
class TransferHistoryTest {
    private static final Actor BY = Actor.system("test");
    private static final int STEPS = 60;

    @Autowired Orders orders;
    @Autowired TradeFixtures trade;
    @Autowired OrderTransfers transfers;
    @Autowired Receipts receipts;
    @Autowired Repayments repayments;
    @Autowired Receivables receivables;
    @Autowired AccountStatements statements;
    @Autowired ReceiptFixtures paid;
    @Autowired TransferFixtures house;
    @Autowired CustomerFixtures customers;
    @Autowired Clock clock;

    private CustomerId customer;
    private ProductId cheap;
    private Random random = new Random();
    private final List<String> onCredit = new ArrayList<>();
    private final List<String> byTransfer = new ArrayList<>();
    private final List<String> booked = new ArrayList<>();
    private Money owed = Money.ZERO;
    private Money in = Money.ZERO;
    private Money out = Money.ZERO;
    private int notes;

    @BeforeEach
    void aHouseThatTakesTransfers() {
        house.offered();
        customer = customers.anActiveCustomer().id();
        cheap = trade.aProduct("0.01", 10_000_000);
    }

    @AfterEach
    void noMore() {
        house.offeredNoMore();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
    void everythingAddsUpAfterEachStep(long seed) {
        random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            play(random.nextInt(10));
            everythingAddsUp();
        }
    }

    private void play(int kind) {
        switch (kind) {
            case 0 -> debt();
            case 1, 2 -> asked();
            case 3, 4 -> pays(byTransfer);
            case 5 -> pays(onCredit);
            case 6 -> takenBack();
            case 7 -> ends();
            case 8 -> comesBack();
            default -> goesBack();
        }
    }

    private void debt() {
        String order = "SO" + UUID.randomUUID();
        receivables.post(customer, order, amount(), null, BY);
        onCredit.add(order);
    }

    private void asked() {
        String order =
                trade.submitted(
                        new SubmitOrder(
                                customer,
                                UUID.randomUUID().toString(),
                                List.of(line(cheap, 1 + random.nextInt(20_000))),
                                "",
                                PaymentMethod.TRANSFER,
                                BUYER));
        orders.approve(order, 0);
        byTransfer.add(order);
    }

    private void pays(List<String> orders) {
        Money amount = amount();
        List<String> named =
                orders.stream()
                        .filter(it -> random.nextBoolean())
                        .filter(
                                it ->
                                        transfers.ofOrder(it).isPresent()
                                                || receivables
                                                        .openOf(customer, List.of(it))
                                                        .contains(it))
                        .limit(3)
                        .toList();
        booked.add(paid.booked(customer, amount.toString(), named.toArray(String[]::new)));
        in = in.plus(amount);
    }

    /** Unless some of it went back since: then the ledger has to refuse, and the test leaves it. */
    private void takenBack() {
        if (booked.isEmpty()) {
            return;
        }
        String receipt = booked.get(random.nextInt(booked.size()));
        Money amount = receipts.find(receipt).orElseThrow().amount();
        if (receivables.freeOf(customer).compareTo(amount) < 0) {
            return;
        }
        booked.remove(receipt);
        receipts.askReversal(receipt, "银行退汇", RECORDER);
        receipts.reverse(receipt, CONFIRMER);
        in = in.minus(amount);
    }

    private void ends() {
        if (!byTransfer.isEmpty()) {
            String order = byTransfer.get(random.nextInt(byTransfer.size()));
            orders.cancel(order, "cancelled", BY);
            orders.cancel(order, "cancelled", BY);
        }
    }

    private void comesBack() {
        byTransfer.stream()
                .map(it -> transfers.ofOrder(it).orElseThrow())
                .filter(it -> it.state() == TransferState.PAID)
                .filter(it -> owedOf(it).compareTo(Money.of("0.01")) > 0)
                .findAny()
                .ifPresent(
                        it -> {
                            Money back = Money.of("0.01");
                            orders.refund(it.order(), "CN" + notes++, back, "damaged", BY);
                        });
    }

    private void goesBack() {
        for (RepaymentView back : open()) {
            Money free = receivables.freeOf(customer);
            repayments.record(
                    new RecordRepayment(
                            back.number(),
                            "OUT" + UUID.randomUUID(),
                            MallTime.today(clock),
                            "",
                            RECORDER));
            if (repayments.confirm(back.number(), CONFIRMER) instanceof Repayments.Outcome.Done) {
                assertThat(free).isGreaterThanOrEqualTo(back.amount());
                out = out.plus(back.amount());
            }
        }
    }

    private List<RepaymentView> open() {
        return repayments.page(customer, RepaymentState.ASKED, PageRequest.first(100)).items();
    }

    private void everythingAddsUp() {
        assertThat(receivables.unproven()).isEmpty();
        assertThat(transfers.unproven()).isEmpty();
        owed = Money.ZERO;
        onCredit.forEach(it -> owed = owed.plus(posted(it)));
        byTransfer.forEach(it -> owed = owed.plus(posted(it)));
        Money balance = receivables.position(customer).balance();
        assertThat(balance).isEqualTo(owed.minus(in).plus(out));
        assertThat(statements.summary(customer, Period.ALL).closing()).isEqualTo(balance);
        assertThat(receivables.freeOf(customer).isNegative()).isFalse();
        for (String order : byTransfer) {
            TransferView asked = transfers.ofOrder(order).orElseThrow();
            if (asked.state() == TransferState.OPEN) {
                assertThat(receivables.meantFor(customer, order)).isEqualTo(asked.received());
                assertThat(owedOf(asked)).isEqualTo(asked.received());
            }
            if (asked.state() == TransferState.CLOSED) {
                assertThat(owedOf(asked)).isEqualTo(Money.ZERO);
            }
        }
    }

    private Money owedOf(TransferView asked) {
        return posted(asked.order());
    }

    private Money posted(String order) {
        return statements.lines(customer, Period.ALL, PageRequest.first(1000)).items().stream()
                .filter(line -> order.equals(line.order()))
                .map(AccountStatements.Line::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    private Money amount() {
        return new Money(BigDecimal.valueOf(1 + random.nextInt(20_000)).movePointLeft(2));
    }
}
