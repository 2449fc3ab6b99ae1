package io.mallhub.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.binding.Entity;
import io.mallhub.binding.MallChanges;
import io.mallhub.customer.Company;
import io.mallhub.customer.CustomerType;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.customer.Customers.ReviseCustomer;
import io.mallhub.customer.ErpCustomers;
import io.mallhub.customer.ErpCustomers.Outcome;
import io.mallhub.customer.Registrations;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MutableClock;
import io.mallhub.gateway.ApiClients.ShownOnce;
import io.mallhub.gateway.fixture.CallingErps;
import io.mallhub.gateway.fixture.FetchingErp;
import io.mallhub.gateway.fixture.GatewayTest;
import io.mallhub.gateway.fixture.Protocol;
import io.mallhub.gateway.internal.WireJson;
import io.mallhub.gateway.wire.Customer;
import io.mallhub.gateway.wire.CustomerSheet;
import io.mallhub.gateway.wire.MallPort;
import io.mallhub.gateway.wire.RecordResult;
import io.mallhub.gateway.wire.Status;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.RegulatoryCategory;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers of an ERP that cannot be called: new ones, and what the mall changes of them. */
@GatewayTest
@ParameterizedClass
@EnumSource(Protocol.class)
class FetchedCustomersTest {
    @Parameter private Protocol protocol = Protocol.REST;
    @LocalServerPort private int port;
    @Autowired private CallingErps erps;
    @Autowired private Customers book;
    @Autowired private ErpCustomers erpCustomers;
    @Autowired private Registrations registrations;
    @Autowired private CustomerFixtures given;
    @Autowired private MallChanges changes;
    @Autowired private WireJson json;
    @Autowired private MutableClock clock;
    @Autowired private JdbcClient jdbc;
    private String connection = "";
    private ShownOnce client = new ShownOnce("", "");
    private CustomerId company = CustomerId.of("00000000-0000-0000-0000-000000000000");
    private String code = "";

    private MallPort mall() {
        return protocol.open(port, client, json);
    }

    private FetchingErp erp() {
        return new FetchingErp(mall(), clock);
    }

    /** Not opened yet: its process waits for the ERP. */
    @BeforeEach
    void anApprovedApplicationThatTheProcessPushes() {
        connection = erps.aConnection();
        client = erps.aClient(connection);
        String application =
                given.anApprovedApplication(
                        CustomerType.PHARMACY, EnumSet.of(RegulatoryCategory.PRESCRIPTION));
        company = registrations.approvedCustomer(application);
        code = "KH-" + view().number();
        assertThat(erpCustomers.push(company)).isInstanceOf(Outcome.Waiting.class);
    }

    private CustomerView view() {
        return book.customer(company).orElseThrow();
    }

    private CustomerSheet fetched() {
        return erp().customers().getFirst();
    }

    @Test
    void aCustomerIsFetchedOnceAndConfirmedAsOftenAsTheErpLikes() {
        CustomerSheet sheet = fetched();

        assertThat(sheet.getReference()).isEqualTo(view().number());
        assertThat(sheet.getCode()).isNull();
        assertThat(sheet.isAgain()).isFalse();
        assertThat(sheet.getUscc()).isEqualTo(view().company().uscc());
        assertThat(erp().customers()).isEmpty();
        assertThat(erpCustomers.push(company)).isInstanceOf(Outcome.Waiting.class);

        RecordResult first = erp().confirmCustomer(sheet, code);
        RecordResult second = erp().confirmCustomer(sheet, code);

        assertThat(first.getStatus()).isEqualTo(Status.TAKEN);
        assertThat(second).usingRecursiveComparison().isEqualTo(first);
        assertThat(erpCustomers.push(company)).isEqualTo(new Outcome.Linked(code, true));
        assertThat(view().erpNumber()).isEqualTo(code);
        assertThat(erp().customers()).isEmpty();
    }

    @Test
    void aCustomerWhoseReplyWasLostIsHandedOutAgain() {
        fetched();
        leasesEnd();

        CustomerSheet again = fetched();

        assertThat(again.isAgain()).isTrue();
        assertThat(erp().confirmCustomer(again, code).getStatus()).isEqualTo(Status.TAKEN);
        assertThat(erp().confirmCustomer(again, "KH-other").getCode())
                .isEqualTo("order.other-number");
    }

    @Test
    void whatTheMallChangesIsFetchedUntilItIsConfirmedAndComesBackAsAnEcho() {
        erp().confirmCustomer(fetched(), code);
        revise("0591-1");

        CustomerSheet change = fetched();
        assertThat(change.getCode()).isEqualTo(code);
        assertThat(change.getPhone()).isEqualTo("0591-1");
        assertThat(erp().customers()).isEmpty();
        leasesEnd();
        CustomerSheet again = fetched();
        assertThat(again.isAgain()).isTrue();
        assertThat(again.getVersion()).isEqualTo(change.getVersion());
        assertThat(erp().confirmCustomer(again, code).getStatus()).isEqualTo(Status.TAKEN);
        leasesEnd();
        assertThat(erp().customers()).isEmpty();

        assertThat(mall().upsertCustomers(List.of(broughtBack(again))).getFirst().getStatus())
                .isEqualTo(Status.TAKEN);
        assertThat(view().company().phone()).isEqualTo("0591-1");
        assertThat(erp().customers()).isEmpty();
        assertThat(tally().rebounds()).isZero();
    }

    @Test
    void anEditBetweenHandingOutAndConfirmingIsNotLost() {
        CustomerSheet before = fetched();
        revise("0591-2");
        erp().confirmCustomer(before, code);

        CustomerSheet change = fetched();
        assertThat(change.getPhone()).isEqualTo("0591-2");
        revise("0591-3");
        erp().confirmCustomer(change, code);
        leasesEnd();

        CustomerSheet latest = fetched();
        assertThat(latest.getPhone()).isEqualTo("0591-3");
        erp().confirmCustomer(latest, code);
        leasesEnd();
        assertThat(erp().customers()).isEmpty();
    }

    @Test
    void theDeskShowsWhatIsStillToBeFetched() {
        erp().confirmCustomer(fetched(), code);
        revise("0591-4");

        assertThat(tally().waiting()).isEqualTo(1);
        assertThat(fetched().getPhone()).isEqualTo("0591-4");
    }

    @Test
    void aCustomerThatTheErpBringsByItsReferenceIsNotHandedOut() {
        CustomerSheet sheet = fetched();

        assertThat(mall().upsertCustomers(List.of(broughtBack(sheet))).getFirst().getStatus())
                .isEqualTo(Status.TAKEN);
        leasesEnd();

        assertThat(erp().customers()).isEmpty();
        assertThat(erpCustomers.push(company)).isEqualTo(new Outcome.Linked(code, true));
        assertThat(erp().confirmCustomer(sheet, code).getStatus()).isEqualTo(Status.TAKEN);
    }

    @Test
    void aNumberOfAnotherCustomerIsRefused() {
        erp().confirmCustomer(fetched(), code);
        CustomerId other = given.anActiveCustomer().id();
        erpCustomers.push(other);

        RecordResult taken = erp().confirmCustomer(fetched(), code);

        assertThat(taken.getCode()).isEqualTo("customer.taken");
        assertThat(erpCustomers.push(other)).isInstanceOf(Outcome.Waiting.class);
    }

    @Test
    void anotherConnectionsCustomerIsAsUnknownAsNone() {
        CustomerSheet sheet = fetched();
        client = erps.aClient(erps.aConnection());

        assertThat(erp().confirmCustomer(sheet, code).getCode()).isEqualTo("order.unknown");
        sheet.setReference("C99999999");
        assertThat(erp().confirmCustomer(sheet, code).getCode()).isEqualTo("order.unknown");
        assertThat(erp().customers()).isEmpty();
    }

    @Test
    void aCustomerThatWasNeverHandedOutCannotBeConfirmed() {
        CustomerSheet guessed = new CustomerSheet();
        guessed.setReference(view().number());
        guessed.setVersion("x");

        assertThat(erp().confirmCustomer(guessed, code).getCode()).isEqualTo("order.unknown");
        assertThat(view().erpNumber()).isNull();
    }

    @Test
    void aProgramWithoutTheRightFetchesNone() {
        client = erps.aClient(connection, Set.of(ClientRight.ORDER_OUT), 600);

        assertThatThrownBy(() -> erp().customers()).hasMessageContaining("CUSTOMER_OUT");
    }

    @Test
    void noMoreComeThanWereAskedFor() {
        erpCustomers.push(given.anActiveCustomer().id());

        assertThat(erp().customers(1)).hasSize(1);
        assertThat(erp().customers(1)).hasSize(1);
        assertThat(erp().customers(1)).isEmpty();
    }

    private MallChanges.Tally tally() {
        return Objects.requireNonNull(changes.tallies(connection).get(Entity.CUSTOMER));
    }

    private void revise(String phone) {
        Company now = view().company();
        book.revise(
                new ReviseCustomer(company, now.name(), now.address(), now.contact(), phone),
                CallingErps.CLERK);
    }

    private Customer broughtBack(CustomerSheet sheet) {
        Customer customer = new Customer();
        customer.setCode(code);
        customer.setReference(sheet.getReference());
        customer.setName(sheet.getName());
        customer.setUscc(sheet.getUscc());
        customer.setAddress(sheet.getAddress());
        customer.setContact(sheet.getContact());
        customer.setPhone(sheet.getPhone());
        customer.setChangedAt(clock.instant());
        return customer;
    }

    /** They are kept by the clock of the database. */
    private void leasesEnd() {
        jdbc.sql("update outgoing set lease_until = null").update();
        jdbc.sql("update mall_change set lease_until = null").update();
    }
}
