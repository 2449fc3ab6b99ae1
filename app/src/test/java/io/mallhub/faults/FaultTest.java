package io.mallhub.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.story.RunningMall;
import io.mallhub.story.TestFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/**
 * Rows of the fault matrix on the whole hub and its real parts, one hub for all of them, over the
 * {@link Protocol} of the run. Every attempt is repeated until it is answered, so that at the end
 * committed = acknowledged: anything else is lost, twice or unexpected.
 */
@Tag("faults")
abstract class FaultTest {
    /** Waiting times of production, shortened in the same proportions. */
    static final String[] HASTE = {
        "--mallhub.order.sending-lease=20s",
        "--mallhub.erp.unknown-outcome.ask-after=0s,1s,5s",
        "--mallhub.zeebe.outbox.lease=12s",
        "--mallhub.zeebe.backoff.longest=4s",
        "--mallhub.flows.intervals.erp-stock-in=1s",
        "--mallhub.flows.intervals.erp-product-in=1s",
        "--mallhub.flows.overlap=2s"
    };

    private static Path folder;
    private static RunningMall mall;
    private static DemoShop shop;
    static Erp erp;
    static HubData hub;

    @BeforeEach
    void aHubThatWorks() {
        if (folder == null) {
            folder = TestFolder.untilTheEnd("mallhub-faults", FaultTest::close);
        }
        if (mall == null || !mall.isRunning()) {
            start();
        }
        erp.forgetCommits();
    }

    @AfterEach
    void heal() {
        if (mall != null && mall.isRunning()) {
            erp.heal();
        }
    }

    static RunningMall mall() {
        return mall;
    }

    static DemoShop shop() {
        return shop;
    }

    /** The first start, and the next one after a kill. */
    static void start(String... more) {
        List<String> options = new ArrayList<>(List.of(HASTE));
        options.addAll(List.of(more));
        open(RunningMall.start(data(), options.toArray(String[]::new)));
    }

    static Path data() {
        return folder.resolve("data");
    }

    /**
     * The next start, as an update: what lies in this folder replaces what the hub brings along.
     */
    static void startUpdated(Path resources) {
        open(RunningMall.startUpdated(data(), resources, HASTE));
    }

    private static void open(RunningMall started) {
        mall = started;
        erp = new Erp(mall.erp());
        erp.acceptByItself();
        hub = new HubData(mall);
        shop = DemoShop.awaitOpen(mall);
        Protocol.ofThisRun().takeOver(mall);
    }

    static OrdersUnderFire orders(String name) {
        return new OrdersUnderFire(name, shop.products());
    }

    /** Repeats what is unanswered, waits until all has reached the ERP, and compares. */
    static void assertClean(String row, String fault, OrdersUnderFire orders) {
        orders.repeatUnanswered(mall.storefront());
        Verdict verdict = orders.drained(erp);
        verdict.print(row, fault + ", " + Protocol.ofThisRun());
        assertThat(verdict.isClean()).as("%s: %s", row, verdict).isTrue();
    }

    /** With the JVM: the hub serves all classes. */
    private static void close() {
        if (mall != null) {
            mall.close();
        }
    }
}
