package io.mallhub.routes.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.binding.Entity;
import io.mallhub.binding.Flow;
import io.mallhub.binding.MallChanges;
import io.mallhub.conflict.Conflicts;
import io.mallhub.conflict.Field;
import io.mallhub.conflict.FieldOwner;
import io.mallhub.conflict.FieldOwners;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.canonical.ErpCustomer;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.customer.Customers.ReviseCustomer;
import io.mallhub.customer.ErpCustomers;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.routes.fixture.Desk;
import io.mallhub.routes.fixture.PaperErp;
import io.mallhub.routes.fixture.PaperErps;
import io.mallhub.routes.fixture.Records;
import io.mallhub.routes.fixture.RoutesTest;
import io.mallhub.shared.PageRequest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A company both sides know. */
@RoutesTest
class CustomersBothWaysTest {
    @Autowired Desk desk;
    @Autowired PaperErps erps;
    @Autowired MallChanges changes;
    @Autowired Customers customers;
    @Autowired ErpCustomers erpCustomers;
    @Autowired Conflicts conflicts;
    @Autowired FieldOwners owners;
    @Autowired CustomerFixtures given;

    private String connection = "";
    private PaperErp erp = new PaperErp();

    @BeforeEach
    void anErp() {
        connection = desk.aConnection();
        desk.switchOnBothWays(connection);
        erp = erps.erp(connection);
    }

    @Test
    void whatTheMallMadeAndThenChangedIsOneWriteEvenBeforeItWasReadBack() {
        CustomerView pharmacy = given.anActiveCustomer();
        erpCustomers.push(pharmacy.id());

        revise(pharmacy, pharmacy.company().name(), "0591-2");
        write();
        desk.run(connection, Flow.CUSTOMER_IN);
        write();

        assertThat(inErp(pharmacy).phone()).isEqualTo("0591-2");
        assertThat(phone(pharmacy)).isEqualTo("0591-2");
        assertThat(erp.updates).hasSize(1);
        assertThat(changes.tallies(connection))
                .hasEntrySatisfying(
                        Entity.CUSTOMER,
                        tally -> assertThat(tally.rebounds()).as("rebounds").isZero());
    }

    /** The registration's person is told why, and pushes again once it is mended. */
    @ParameterizedTest
    @ValueSource(strings = {"findCustomer", "createCustomer"})
    void aCustomerTheDefinitionCannotSendIsToldAndSentOnceItIsMended(String operation) {
        CustomerView pharmacy = given.anActiveCustomer();
        erp.failNext(operation, ErpFault.DataInvalid.lasting("no such operation", null));

        assertThat(erpCustomers.push(pharmacy.id()))
                .isInstanceOfSatisfying(
                        ErpCustomers.Outcome.Refused.class,
                        it -> assertThat(it.erpWords()).contains("no such operation"));

        assertThat(erp.customers).isEmpty();
        assertThat(erpCustomers.push(pharmacy.id()))
                .isInstanceOf(ErpCustomers.Outcome.Linked.class);
        assertThat(erp.customers).hasSize(1);
    }

    @Test
    void aPhoneTheErpChangesComesInAndOneItClearsIsCleared() {
        CustomerView pharmacy = known();

        erp.edit(inErp(pharmacy), Map.of("phone", "0591-3"));
        desk.run(connection, Flow.CUSTOMER_IN);
        assertThat(phone(pharmacy)).isEqualTo("0591-3");
        erp.edit(inErp(pharmacy), Map.of("phone", ""));
        desk.run(connection, Flow.CUSTOMER_IN);

        assertThat(phone(pharmacy)).isEmpty();
        assertThat(write()).isZero();
    }

    @Test
    void aReviewedNameTheErpChangesIsAskedAboutWhileThePhoneGoesOut() {
        CustomerView pharmacy = known();

        erp.edit(inErp(pharmacy), Map.of("name", "改名大药房"));
        desk.run(connection, Flow.CUSTOMER_IN);
        revise(pharmacy, pharmacy.company().name(), "0591-4");
        write();

        assertThat(inErp(pharmacy).name()).isEqualTo("改名大药房");
        assertThat(inErp(pharmacy).phone()).isEqualTo("0591-4");
        assertThat(conflicts.unsettled(connection, pharmacy.id().toString()))
                .containsExactly(Field.CUSTOMER_NAME);
        assertThat(conflicts.page(true, PageRequest.first(200)).items())
                .anyMatch(it -> it.subject().equals(pharmacy.id().toString()));
    }

    @Test
    void aCompanyFoundInTheErpGetsWhatTheMallOwns() {
        CustomerView pharmacy = given.anActiveCustomer();
        owners.change(connection, Field.CUSTOMER_PHONE, FieldOwner.MALL, Desk.CLERK);
        erp.customers.add(
                Records.customer("KF" + pharmacy.number(), pharmacy.company().uscc(), Records.T0));
        erp.edit(
                erp.customerNamed("KF" + pharmacy.number()),
                Map.of("name", pharmacy.company().name(), "phone", "0591-old"));

        desk.run(connection, Flow.CUSTOMER_IN);
        write();

        assertThat(erp.customerNamed("KF" + pharmacy.number()).phone())
                .isEqualTo(pharmacy.company().phone());
    }

    private CustomerView known() {
        CustomerView pharmacy = given.anActiveCustomer();
        erpCustomers.push(pharmacy.id());
        erp.edit(inErp(pharmacy), Map.of());
        desk.run(connection, Flow.CUSTOMER_IN);
        return pharmacy;
    }

    private ErpCustomer inErp(CustomerView pharmacy) {
        return erp.customers.stream()
                .filter(it -> it.reference().equals(pharmacy.number()))
                .findFirst()
                .orElseThrow();
    }

    private String phone(CustomerView pharmacy) {
        return customers.customer(pharmacy.id()).orElseThrow().company().phone();
    }

    private void revise(CustomerView pharmacy, String name, String phone) {
        customers.revise(
                new ReviseCustomer(
                        pharmacy.id(),
                        name,
                        pharmacy.company().address(),
                        pharmacy.company().contact(),
                        phone),
                Desk.CLERK);
    }

    private int write() {
        return desk.writeChanges(changes, connection, Flow.CUSTOMER_CHANGE_OUT);
    }
}
