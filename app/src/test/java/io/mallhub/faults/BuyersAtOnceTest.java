package io.mallhub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BuyersAtOnceTest extends FaultTest {
    private static final int HANDS = 16;

    @Test
    void aHundredIdenticalSubmitsAreOneOrderAndTheSameAnswer() {
        ApiBuyer buyer = new ApiBuyer("pharmacy", "mallhub-demo");
        String product = shop().products().getFirst();
        Ledger ledger = new Ledger();
        AtomicInteger answered = new AtomicInteger();
        atOnce(
                100,
                () -> {
                    ledger.attempt("one-order");
                    ApiBuyer.Answer answer =
                            buyer.order(mall().storefront(), "one-order", product, 2).orElseThrow();
                    ledger.acknowledge("one-order", answer.number());
                    answered.incrementAndGet();
                });

        int otherBody =
                buyer.order(mall().storefront(), "one-order", product, 3).orElseThrow().status();

        assertThat(answered).as("submits answered with the one number").hasValue(100);
        assertThat(otherBody).as("same key, other body").isEqualTo(422);
        Verdict verdict = drained(ledger);
        verdict.print("13, 14", "100 identical submits of one order; key with other body: 422");
        assertThat(verdict.isClean()).isTrue();
        assertThat(verdict.committed()).isEqualTo(1);
    }

    /** In every run below the doors: {@code OrdersAtOnceTest} of mall-core. */
    @Test
    @Tag("slow")
    void ofTwoHundredBuyersOfTheLastUnitOneGetsIt() {
        String product = shop().products().getLast();
        erp.empty(product);
        erp.receive(product, erp.allocated(product) + 1);
        await().atMost(Duration.ofSeconds(120))
                .until(() -> shop().sellable(mall(), product).compareTo(BigDecimal.ONE) == 0);
        ApiBuyer buyer = new ApiBuyer("pharmacy", "mallhub-demo");
        Ledger ledger = new Ledger();
        AtomicInteger keys = new AtomicInteger();
        Set<Integer> refusals = ConcurrentHashMap.newKeySet();
        AtomicInteger refused = new AtomicInteger();

        atOnce(
                200,
                () -> {
                    String key = "last-unit-" + keys.incrementAndGet();
                    ledger.attempt(key);
                    ApiBuyer.Answer answer =
                            buyer.order(mall().storefront(), key, product, 1).orElseThrow();
                    if (answer.isPlaced()) {
                        ledger.acknowledge(key, answer.number());
                    } else {
                        refused.incrementAndGet();
                        refusals.add(answer.status());
                    }
                });

        Verdict verdict = drained(ledger);
        verdict.print("26", "200 buyers of the last unit");
        assertThat(verdict.isClean()).isTrue();
        assertThat(verdict.committed()).isEqualTo(1);
        assertThat(refused).hasValue(199);
        assertThat(refusals).as("status of those who came too late").containsExactly(422);
        assertThat(shop().sellable(mall(), product)).isEqualByComparingTo(BigDecimal.ZERO);
    }

    private static Verdict drained(Ledger ledger) {
        await().atMost(Duration.ofSeconds(120))
                .until(() -> erp.committedOrders().keySet().containsAll(ledger.orders()));
        return ledger.against(erp.committedOrders());
    }

    private static void atOnce(int times, Runnable work) {
        try (ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
            for (int i = 0; i < times; i++) {
                hands.submit(work);
            }
        }
    }
}
