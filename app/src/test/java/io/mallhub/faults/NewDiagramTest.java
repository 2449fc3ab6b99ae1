package io.mallhub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.mallhub.story.SharedMall;
import io.mallhub.story.Staff;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An update of the hub brings a new diagram while orders are under way. */
class NewDiagramTest extends FaultTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String DIAGRAM = "bpmn/order-approval.bpmn";

    @TempDir private Path update;

    /** The next test starts with the hub's own diagrams again. */
    @AfterEach
    void theUpdateIsTakenBack() {
        mall().close();
    }

    @Test
    void ordersUnderWayFinishOnTheirVersionOrAreMigratedFromTheConsole() throws Exception {
        OrdersUnderFire orders = orders("new-diagram");
        orders.order(mall().storefront(), 2);
        orders.repeatUnanswered(mall().storefront());
        List<String> underWay = List.copyOf(orders.acknowledged());
        awaitAccepted(underWay);
        long old = hub.versionOf(underWay.getFirst());

        mall().close();
        startUpdated(withShipmentRenamed());
        orders.order(mall().storefront(), 1);
        orders.repeatUnanswered(mall().storefront());
        String later =
                orders.acknowledged().stream()
                        .filter(it -> !underWay.contains(it))
                        .findFirst()
                        .orElseThrow();
        awaitAccepted(List.of(later));
        assertThat(hub.versionOf(later)).isEqualTo(old + 1);

        String migrated = underWay.getLast();
        migrate(migrated, old + 1);
        await().atMost(PATIENCE).until(() -> hub.versionOf(migrated) == old + 1);
        assertThat(hub.versionOf(underWay.getFirst())).isEqualTo(old);

        orders.acknowledged().forEach(order -> erp.ship(erp.numberOf(order)));
        await().atMost(PATIENCE).until(() -> hub.completedInstances(orders.acknowledged()) == 3);
        assertThat(orders.acknowledged()).allMatch(it -> hub.stateOfOrder(it).equals("COMPLETED"));
        assertThat(hub.versionOf(underWay.getFirst())).isEqualTo(old);
        assertClean("45", "new diagram: one order finishes on the old, one is migrated", orders);
    }

    private static void awaitAccepted(List<String> orders) {
        await().atMost(PATIENCE)
                .until(
                        () ->
                                orders.stream()
                                        .allMatch(it -> hub.stateOfOrder(it).equals("ACCEPTED")));
    }

    private static void migrate(String order, long version) {
        Staff operator = Staff.signIn(SharedMall.browser(), mall(), "operator");
        operator.await("/operations/" + hub.instanceOf(order), "#one-kind");
        Page page = operator.page();
        page.selectOption("#one-kind", "migrate");
        page.selectOption("#one-target", hub.definition("order-approval", version));
        page.click("form[action$='/repairs/preview'] button.btn");
        page.fill("#reason", "新版流程，先迁移一单");
        page.click("form[action$='/repairs/start'] button.btn-primary");
        String repair = page.url().replaceFirst(".*/operations", "/operations");
        operator.await(repair, "#items .status-green");
    }

    /** The hub's own diagram, of which a step has another name. */
    private Path withShipmentRenamed() throws IOException {
        Path diagram = update.resolve(DIAGRAM);
        Files.createDirectories(Objects.requireNonNull(diagram.getParent()));
        try (InputStream own =
                Objects.requireNonNull(getClass().getClassLoader().getResourceAsStream(DIAGRAM))) {
            String xml = new String(own.readAllBytes(), StandardCharsets.UTF_8);
            String renamed = xml.replace("name=\"等待发货\"", "name=\"等待出库\"");
            assertThat(renamed).isNotEqualTo(xml);
            Files.writeString(diagram, renamed);
        }
        return update;
    }
}
