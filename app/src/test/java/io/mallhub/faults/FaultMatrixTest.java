package io.mallhub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mallhub.story.RunningMall;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows of the fault matrix on the whole hub and its real parts. Every attempt is repeated until it
 * is answered, so that at the end committed = acknowledged: anything else is lost, twice or
 * unexpected.
 */
@Tag("slow")
class FaultMatrixTest {
    private static final Logger log = LoggerFactory.getLogger(FaultMatrixTest.class);

    @TempDir static Path folder;
    private static RunningMall mall;
    private static Erp erp;
    private static List<String> products;

    @BeforeAll
    static void start() {
        start(RunningMall.start(folder.resolve("data")));
        erp.acceptByItself();
    }

    private static void start(RunningMall running) {
        mall = running;
        erp = new Erp(mall.erp());
        products = DemoShop.awaitOpen(mall).products();
    }

    @AfterAll
    static void end() {
        mall.close();
    }

    @BeforeEach
    void heal() {
        erp.heal();
        erp.forgetCommits();
    }

    @Test
    void aReplyLostAfterTheErpCommittedNeverMakesASecondOrder() {
        OrdersUnderFire orders = new OrdersUnderFire("lost-reply", products);
        erp.breakNext("CREATE_ORDER", "DROP_AFTER_COMMIT", 4);

        orders.order(mall.storefront(), 10);

        assertClean("row 1, reply lost after commit", orders);
    }

    @Test
    void refusedTruncatedAndFailedAnswersAreEachDealtWithByWhatTheyProve() {
        OrdersUnderFire orders = new OrdersUnderFire("broken-replies", products);
        for (String kind :
                List.of(
                        "DROP_BEFORE_COMMIT",
                        "HTTP_500",
                        "HTTP_503",
                        "TRUNCATED_REPLY",
                        "FAILURE_IN_200")) {
            erp.breakNext("CREATE_ORDER", kind, 2);
        }

        orders.order(mall.storefront(), 12);

        assertClean("rows 31, 33, 34, broken replies", orders);
    }

    @Test
    void aHubKilledWhileTheErpWorksFindsOutWhatTheErpDid() {
        OrdersUnderFire orders = new OrdersUnderFire("hub-killed", products);
        erp.slowDown("CREATE_ORDER", Duration.ofMillis(1500));
        Thread ordering = Thread.ofVirtual().start(() -> orders.order(mall.storefront(), 16));
        await().atMost(Duration.ofSeconds(60)).until(() -> erp.callsToCreateOrders() >= 3);

        mall.kill();
        join(ordering);
        start(RunningMall.start(folder.resolve("data")));
        erp.heal();

        assertClean("rows 4-7, hub killed with orders on the wire", orders);
    }

    @Test
    void aKilledBrokerDelaysOrdersAndLosesNone() {
        OrdersUnderFire orders = new OrdersUnderFire("broker-killed", products);
        orders.order(mall.storefront(), 6);
        mall.killChild("broker");

        orders.order(mall.storefront(), 12);

        assertThat(orders.unanswered()).as("orders taken while the broker is down").isEmpty();
        assertClean("rows 8 and 10, broker killed", orders);
    }

    @Test
    void aHundredIdenticalSubmitsAreOneOrderAndTheSameAnswer() {
        ApiBuyer buyer = new ApiBuyer("pharmacy", "mallhub-demo");
        Set<String> numbers = ConcurrentHashMap.newKeySet();
        try (ExecutorService hands = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 100; i++) {
                hands.submit(
                        () ->
                                buyer.order(mall.storefront(), "one-order", products.getFirst(), 2)
                                        .filter(ApiBuyer.Answer::isPlaced)
                                        .ifPresent(answer -> numbers.add(answer.number())));
            }
        }

        int otherBody =
                buyer.order(mall.storefront(), "one-order", products.getFirst(), 3)
                        .orElseThrow()
                        .status();

        assertThat(numbers).hasSize(1);
        assertThat(otherBody).isEqualTo(422);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> erp.committedOrders().keySet().containsAll(numbers));
        log.info("rows 13 and 14, 100 identical submits: {}", erp.committedOrders());
        assertThat(erp.committedOrders().get(numbers.iterator().next())).isEqualTo(1);
    }

    private static void assertClean(String row, OrdersUnderFire orders) {
        orders.repeatUnanswered(mall.storefront());
        Ledger.Verdict verdict = orders.drained(erp);
        log.info("{}: {}", row, verdict);
        assertThat(verdict.isClean()).as("%s: %s", row, verdict).isTrue();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
