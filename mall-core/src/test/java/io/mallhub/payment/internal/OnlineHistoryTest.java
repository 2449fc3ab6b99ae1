package io.mallhub.payment.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.mallhub.fixture.MutableClock;
import io.mallhub.fixture.PlayedProvider;
import io.mallhub.payment.OnlinePayments;
import io.mallhub.payment.OnlinePayments.OpenPayment;
import io.mallhub.payment.OnlineRefunds;
import io.mallhub.payment.PaymentGateway;
import io.mallhub.payment.PaymentNotices;
import io.mallhub.payment.PaymentState;
import io.mallhub.payment.PaymentView;
import io.mallhub.payment.RefundView;
import io.mallhub.runtime.fixture.TestDatabase;
import io.mallhub.runtime.fixture.TestPostgres;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Any history of one payment, with notices lost and repeated, answers lost, a provider that is away
 * and ends in between: once everything has been told and sent, the provider keeps to the cent what
 * the order is owed, and nothing for an order that ended.
 */
class OnlineHistoryTest {
    private static final Actor BY = Actor.system("test");
    private static final Money AMOUNT = Money.of("100.00");
    private static final Parts PARTS = new Parts();

    enum Kind {
        TO_THE_PROVIDER,
        PAYS,
        PAYS_AGAIN,
        NOTICE,
        NOTICE_REPEATED,
        ASK,
        CLOSE,
        ORDER_ENDS,
        REFUND,
        SEND,
        AWAY,
        ANSWER_LOST,
        BACK
    }

    record Step(Kind kind, int cents) {}

    @Property(tries = 1_500)
    void noCentIsLostOrGoesBackTwice(@ForAll("steps") List<Step> steps) {
        String order = "SO" + UUID.randomUUID();
        String payment =
                PARTS.payments
                        .open(
                                new OpenPayment(
                                        order,
                                        new CustomerId(UUID.randomUUID()),
                                        "康宁大药房",
                                        AMOUNT,
                                        BY))
                        .number();
        History history = new History(order, payment);

        steps.forEach(history::play);
        history.everythingIsToldAndSent();

        PaymentView end = PARTS.payments.find(payment).orElseThrow();
        boolean owed = end.state() == PaymentState.PAID && !history.ended;
        assertThat(PARTS.provider.kept(payment))
                .isEqualTo(owed ? AMOUNT.minus(history.refunded) : Money.ZERO);
        assertThat(end.received().minus(end.refunded())).isEqualTo(PARTS.provider.kept(payment));
        assertThat(end.refundsUnderWay()).isEqualTo(Money.ZERO);
        assertThat(PARTS.payments.unproven()).isEmpty();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Kind.values()), Arbitraries.integers().between(1, 6000))
                .as(Step::new)
                .list()
                .ofMaxSize(25);
    }

    /** What a test does to the payment, and what it must remember of it. */
    private static final class History {
        private final String order;
        private final String payment;
        private final List<Map<String, String>> untold = new ArrayList<>();
        private final List<Map<String, String>> told = new ArrayList<>();
        private Money refunded = Money.ZERO;
        private boolean ended;
        private boolean paid;
        private int creditNotes;

        History(String order, String payment) {
            this.order = order;
            this.payment = payment;
        }

        void play(Step step) {
            switch (step.kind()) {
                case TO_THE_PROVIDER -> PARTS.payments.pay(payment);
                case PAYS -> pays();
                case PAYS_AGAIN -> paysAgain();
                case NOTICE -> tellAll();
                case NOTICE_REPEATED -> told.forEach(PARTS.notices::receive);
                case ASK -> PARTS.payments.ask(payment);
                case CLOSE -> PARTS.payments.close(payment, "payment.expired", BY);
                case ORDER_ENDS -> {
                    PARTS.payments.giveBack(order, "cancelled", BY);
                    ended = true;
                }
                case REFUND -> refund(new Money(new BigDecimal(step.cents()).movePointLeft(2)));
                case SEND -> send();
                case AWAY -> PARTS.provider.goesAway();
                case ANSWER_LOST -> PARTS.provider.losesTheNextAnswer();
                case BACK -> PARTS.provider.back();
            }
        }

        /** Only who was sent there can, once, and not what was closed there. */
        private void pays() {
            boolean sent = PARTS.payments.find(payment).orElseThrow().sentAt() != null;
            if (sent && !paid && !PARTS.provider.isClosed(payment)) {
                untold.add(PARTS.provider.paid(payment, AMOUNT.toString()));
                paid = true;
            }
        }

        /** Of a payment that has ended: what a provider should not allow and one day does. */
        private void paysAgain() {
            if (!PARTS.payments.find(payment).orElseThrow().state().isAwaited()) {
                untold.add(PARTS.provider.paidTwice(payment, AMOUNT.toString()));
                tellAll();
            }
        }

        private void tellAll() {
            untold.forEach(PARTS.notices::receive);
            told.addAll(untold);
            untold.clear();
        }

        private void refund(Money amount) {
            try {
                PARTS.refunds.request(order, "CN" + ++creditNotes, amount, "damaged", BY);
                refunded = refunded.plus(amount);
            } catch (IllegalStateException e) {
                // More than is left, or nothing was paid: nothing may have changed.
                assertThat(e).hasMessageContaining("left");
            }
        }

        private void send() {
            for (RefundView refund : PARTS.refunds.ofPayment(payment)) {
                PARTS.refunds.send(refund.number());
            }
        }

        void everythingIsToldAndSent() {
            PARTS.provider.back();
            PARTS.payments.ask(payment);
            tellAll();
            send();
            send();
        }
    }

    private static final class Parts {
        final PlayedProvider provider = new PlayedProvider();
        final OnlinePayments payments;
        final OnlineRefunds refunds;
        final PaymentNotices notices;

        Parts() {
            TestDatabase database = TestPostgres.newDatabase();
            SingleConnectionDataSource source =
                    new SingleConnectionDataSource(
                            database.jdbcUrl(), database.user(), database.password(), true);
            Flyway.configure().dataSource(source).outOfOrder(true).load().migrate();
            JdbcClient jdbc = JdbcClient.create(source);
            DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
            beans.registerSingleton("provider", provider);
            Provider way =
                    new Provider(
                            beans.getBeanProvider(PaymentGateway.class),
                            new JdbcTransactionManager(source));
            PaymentTable table = new PaymentTable(jdbc);
            RefundTable back = new RefundTable(jdbc);
            NoticeTable told = new NoticeTable(jdbc);
            PaymentNews news = new PaymentNews(mock());
            MutableClock clock = new MutableClock();
            PaymentBook book = new PaymentBook(table, back, told, news, event -> {}, clock);
            payments =
                    new PaymentDesk(
                            way,
                            table,
                            book,
                            new PaymentSettings(Duration.ofHours(24), Duration.ofHours(20)),
                            clock);
            refunds = new RefundDesk(way, table, back, book, news, mock(), clock);
            notices = new NoticeDesk(way, book, told, mock(), clock);
        }
    }
}
