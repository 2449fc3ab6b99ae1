package io.mallhub.routes.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.binding.Bindings;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Flow;
import io.mallhub.binding.MallChanges;
import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.catalog.Products.ReviseProduct;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.customer.Customers.ReviseCustomer;
import io.mallhub.customer.ErpCustomers;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.routes.fixture.Desk;
import io.mallhub.routes.fixture.Protocol;
import io.mallhub.routes.fixture.SimulatorTest;
import io.mallhub.shared.PageRequest;
import io.mallhub.simulator.fixture.SimulatorAdmin;
import io.mallhub.simulator.fixture.TestSimulator;
import io.mallhub.simulator.kernel.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Edits of both sides against the running ERP; its own record of commits is the proof. */
@SimulatorTest
@Tag("slow")
class BothWaysOnSimulatorTest {
    private static final Map<Protocol, String> CONNECTIONS = new HashMap<>();

    @Autowired private Desk desk;
    @Autowired private MallChanges changes;
    @Autowired private Bindings bindings;
    @Autowired private Products products;
    @Autowired private Customers customers;
    @Autowired private ErpCustomers erpCustomers;
    @Autowired private CustomerFixtures given;
    private final SimulatorAdmin erp = TestSimulator.shared().admin();

    @BeforeEach
    void anErpThatWorks() {
        erp.clearFaults();
        erp.resetOracle();
    }

    @AfterEach
    void back() {
        erp.clearFaults();
    }

    @ParameterizedTest
    @CsvSource({
        "SOAP, DROP_BEFORE_COMMIT", "REST, DROP_BEFORE_COMMIT",
        "SOAP, DROP_AFTER_COMMIT", "REST, DROP_AFTER_COMMIT",
        "SOAP, HTTP_500", "REST, HTTP_500",
        "SOAP, TRUNCATED_REPLY", "REST, TRUNCATED_REPLY",
        "SOAP, FAILURE_IN_200", "REST, FAILURE_IN_200"
    })
    void anEditArrivesOnceThrough(Protocol protocol, String fault) {
        String connection = connect(protocol);
        ProductView product = some(protocol.ordinal() * 10 + fault.length());
        erp.breakNext(Operation.UPDATE_MATERIAL, fault, 1);

        revise(product, "名 " + protocol + fault);
        drain(connection, Flow.PRODUCT_OUT);
        desk.run(connection, Flow.PRODUCT_IN);

        assertThat(erp.material(product.code()).get("name").asString())
                .isEqualTo("名 " + protocol + fault);
        assertThat(erp.commits(Operation.UPDATE_MATERIAL)).containsEntry(product.code(), 1);
        assertThat(rebounds(connection)).isZero();
        assertThat(changes.take(Flow.PRODUCT_OUT, 10)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aCustomerThatTheMallMadeAndThenChangedIsChangedInTheErp(Protocol protocol) {
        String connection = connect(protocol);
        CustomerView customer = given.anActiveCustomer();
        assertThat(erpCustomers.push(customer.id()))
                .isInstanceOf(ErpCustomers.Outcome.Linked.class);
        String code = bound(connection, customer).erpId();

        customers.revise(
                new ReviseCustomer(
                        customer.id(), customer.company().name(), "五四路 9 号", "林经理", "0591-9"),
                Desk.CLERK);
        drain(connection, Flow.CUSTOMER_CHANGE_OUT);

        JsonNode there = erp.customer(code);
        assertThat(there.get("address").asString()).isEqualTo("五四路 9 号");
        assertThat(there.get("contact").asString()).isEqualTo("林经理");
        assertThat(there.get("phone").asString()).isEqualTo("0591-9");
        assertThat(erp.commits(Operation.UPDATE_CUSTOMER)).containsEntry(code, 1);
        erp.customerTexts(code, customer.company().name(), "五四路 9 号", "林经理", "0591-10");
        desk.run(connection, Flow.CUSTOMER_IN);
        assertThat(customers.customer(customer.id()).orElseThrow().company().phone())
                .isEqualTo("0591-10");
    }

    /** One long history of edits, turns and faults over many products. */
    @ParameterizedTest
    @EnumSource
    void inTheEndBothSayTheSame(Protocol protocol) {
        String connection = connect(protocol);
        Random random = new Random(2005 + protocol.ordinal());
        List<ProductView> chosen = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            chosen.add(some(60 + protocol.ordinal() * 20 + i));
        }
        Map<String, Integer> edits = new HashMap<>();
        for (int step = 0; step < 80; step++) {
            ProductView one = chosen.get(random.nextInt(chosen.size()));
            switch (random.nextInt(6)) {
                case 0, 1 -> {
                    revise(one, "m" + step);
                    edits.merge(one.code(), 1, Integer::sum);
                }
                case 2 -> {
                    JsonNode is = erp.material(one.code());
                    erp.materialTexts(
                            one.code(),
                            is.get("name").asString(),
                            "e" + step,
                            is.get("dosageForm").asString(),
                            is.get("category").asString());
                }
                case 3 -> erp.breakNext(Operation.UPDATE_MATERIAL, "DROP_AFTER_COMMIT", 1);
                case 4 -> desk.writeChanges(changes, connection, Flow.PRODUCT_OUT);
                default -> desk.run(connection, Flow.PRODUCT_IN);
            }
        }
        erp.clearFaults();
        drain(connection, Flow.PRODUCT_OUT);
        desk.run(connection, Flow.PRODUCT_IN);
        drain(connection, Flow.PRODUCT_OUT);

        Map<String, Integer> commits = erp.commits(Operation.UPDATE_MATERIAL);
        for (ProductView one : chosen) {
            ProductView here = products.product(one.id()).orElseThrow();
            JsonNode there = erp.material(one.code());
            assertThat(there.get("name").asString()).isEqualTo(here.name());
            assertThat(there.get("model").asString()).isEqualTo(here.strength());
            assertThat(commits.getOrDefault(one.code(), 0))
                    .isLessThanOrEqualTo(edits.getOrDefault(one.code(), 0));
        }
        assertThat(rebounds(connection)).isZero();
    }

    private String connect(Protocol protocol) {
        String connection = CONNECTIONS.computeIfAbsent(protocol, _ -> desk.aConnection(protocol));
        desk.switchOnBothWays(connection);
        desk.run(connection, Flow.PRODUCT_IN); // what came by the other way is no news here
        return connection;
    }

    private Bindings.Link bound(String connection, CustomerView customer) {
        return bindings.byMallId(connection, Entity.CUSTOMER, customer.id().toString())
                .orElseThrow();
    }

    private long rebounds(String connection) {
        return Objects.requireNonNull(changes.tallies(connection).get(Entity.PRODUCT)).rebounds();
    }

    /** Other tests of this database have products the simulator has never heard of. */
    private ProductView some(int place) {
        var ofTheErp = new Products.Query("JK.", null, false, false);
        return products.search(ofTheErp, PageRequest.first(200)).items().stream()
                .filter(product -> product.code().startsWith("JK."))
                .toList()
                .get(place);
    }

    private void revise(ProductView product, String name) {
        ProductView now = products.product(product.id()).orElseThrow();
        products.revise(
                new ReviseProduct(now.id(), name, now.dosageForm(), now.strength()), Desk.CLERK);
    }

    private void drain(String connection, Flow flow) {
        for (int i = 0; i < 4; i++) {
            desk.writeChanges(changes, connection, flow);
        }
    }
}
