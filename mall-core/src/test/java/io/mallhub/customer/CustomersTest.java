package io.mallhub.customer;

import static io.mallhub.fixture.CustomerFixtures.APPLICANT;
import static io.mallhub.fixture.CustomerFixtures.aCompany;
import static io.mallhub.fixture.CustomerFixtures.aUscc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.audit.AuditLog;
import io.mallhub.audit.AuditQuery;
import io.mallhub.customer.Customers.ApplyErpCustomer;
import io.mallhub.customer.Customers.ErpCustomerOutcome;
import io.mallhub.fixture.AtOnce;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.PageRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@MallTest
@RecordApplicationEvents
class CustomersTest {
    private static final Actor STAFF = Actor.staff("desk", "Desk");

    @Autowired ApplicationEvents events;
    @Autowired Customers customers;
    @Autowired Registrations registrations;
    @Autowired CustomerFixtures given;
    @Autowired AuditLog audit;

    private final String erpNumber = "K" + UUID.randomUUID();
    private final String uscc = aUscc();

    @Test
    void anErpCustomerIsTakenOnceAndCannotOrder() {
        ErpCustomerOutcome first = customers.applyFromErp(erp("老药房"));
        ErpCustomerOutcome again = customers.applyFromErp(erp("老药房"));

        assertThat(first).isInstanceOf(ErpCustomerOutcome.Created.class);
        assertThat(again).isEqualTo(new ErpCustomerOutcome.Unchanged(first.id()));
        CustomerView taken = customer(first.id());
        assertThat(taken.state()).isEqualTo(CustomerState.APPLICANT);
        assertThat(taken.erpNumber()).isEqualTo(erpNumber);
        assertThat(taken.company().uscc()).isEqualTo(uscc);
        assertThat(actions(taken)).containsExactly("create-from-erp");
    }

    @Test
    void whatTheErpOwnsFollowsTheErpAndEmptyCellsAreNoNews() {
        CustomerId id = customers.applyFromErp(erp("老药房")).id();

        ErpCustomerOutcome outcome =
                customers.applyFromErp(
                        new ApplyErpCustomer("erp-a", erpNumber, "新药房", "", "新地址", "", ""));

        assertThat(outcome).isEqualTo(new ErpCustomerOutcome.Updated(id));
        Company company = customer(id).company();
        assertThat(company.name()).isEqualTo("新药房");
        assertThat(company.address()).isEqualTo("新地址");
        assertThat(company.contact()).isEqualTo("老王");
        assertThat(company.uscc()).isEqualTo(uscc);
    }

    @Test
    void anActiveCustomerIsRecognisedByItsCodeAndKeepsItsQualification() {
        CustomerView active = given.anActiveCustomer();

        ErpCustomerOutcome outcome =
                customers.applyFromErp(
                        new ApplyErpCustomer(
                                "erp-a",
                                erpNumber,
                                active.company().name(),
                                active.company().uscc().toLowerCase(),
                                "ERP 的地址",
                                "",
                                ""));

        assertThat(outcome).isEqualTo(new ErpCustomerOutcome.Updated(active.id()));
        assertThat(customer(active.id()).erpNumber()).isEqualTo(erpNumber);
        assertThat(customer(active.id()).state()).isEqualTo(CustomerState.ACTIVE);
        assertThat(customer(active.id()).company().type()).isEqualTo(active.company().type());
    }

    @Test
    void aCustomerIsRecognisedByTheMallsNumberToo() {
        CustomerView active = given.anActiveCustomer();

        assertThat(customers.applyFromErp(withReference(active.number(), "")).id())
                .isEqualTo(active.id());
        assertThat(customer(active.id()).erpNumber()).isEqualTo(erpNumber);
    }

    @Test
    void theMallsNumberOfAnotherCompanyIsNotBelieved() {
        CustomerView active = given.anActiveCustomer();

        assertThat(customers.applyFromErp(withReference(active.number(), uscc)))
                .isInstanceOf(ErpCustomerOutcome.Created.class);
        assertThat(customer(active.id()).erpNumber()).isNull();
    }

    @Test
    void anApplicantIsRecognisedByNumberAndCodeTogetherOnly() {
        Company claimed = new Company("新药房", CustomerType.PHARMACY, uscc, "", "", "", "", "", null);
        CustomerView applicant = customer(registrations.start(claimed, APPLICANT).customer());

        CustomerId stranger = customers.applyFromErp(withReference(applicant.number(), "")).id();
        CustomerId same =
                customers
                        .applyFromErp(
                                new ApplyErpCustomer(
                                        "erp-a",
                                        erpNumber + "x",
                                        applicant.number(),
                                        "新药房",
                                        uscc,
                                        "",
                                        "",
                                        "",
                                        Map.of(),
                                        null))
                        .id();

        assertThat(stranger).isNotEqualTo(applicant.id());
        assertThat(same).isEqualTo(applicant.id());
    }

    @Test
    void theErpsOwnRecordOfACompanyIsFoundUnlessSomebodyHasAppliedForIt() {
        CustomerView active = given.anActiveCustomer();
        assertThat(customers.cameInAs(active.id())).isEmpty();
        Company company = active.company();
        registrations.start(company, APPLICANT);
        assertThat(customers.cameInAs(active.id())).isEmpty();
    }

    @Test
    void activeCustomersAreGoneThroughByNumber() {
        CustomerView one = given.anActiveCustomer();
        CustomerView other = given.anActiveCustomer();
        List<String> numbers = List.of(one.number(), other.number()).stream().sorted().toList();

        assertThat(customers.active(numbers.getFirst(), 1))
                .extracting(Customers.Active::number)
                .containsExactly(numbers.getLast());
    }

    private ApplyErpCustomer withReference(String number, String code) {
        return new ApplyErpCustomer(
                "erp-a", erpNumber, number, "某药房", code, "", "", "", Map.of(), null);
    }

    @Test
    void statingTheCodeOfAnErpCustomerGivesAnApplicantNoneOfItsData() {
        customers.applyFromErp(erp("老药房"));
        Company claimed = new Company("冒名者", CustomerType.PHARMACY, uscc, "", "", "", "", "", null);
        ApplicationView application = registrations.start(claimed, APPLICANT);

        customers.applyFromErp(erp("老药房"));

        assertThat(customer(application.customer()).company()).isEqualTo(claimed);
        assertThat(customer(application.customer()).erpNumber()).isNull();
    }

    @Test
    void theErpRecordGivesWayWhenItsCompanyIsLinked() {
        CustomerId old = customers.applyFromErp(erp("老药房")).id();
        CustomerView registered = given.anActiveCustomer();

        customers.linkErpNumber(registered.id(), erpNumber, STAFF);
        customers.linkErpNumber(registered.id(), erpNumber, STAFF);

        assertThat(customer(registered.id()).erpNumber()).isEqualTo(erpNumber);
        assertThat(customer(old).state()).isEqualTo(CustomerState.CLOSED);
        assertThat(customer(old).erpNumber()).isNull();
        assertThat(customers.applyFromErp(erp("老药房")).id()).isEqualTo(registered.id());
        assertThat(actions(customer(old))).contains("merge-customer");
    }

    @Test
    void aCustomerHasOneErpNumberAndAnErpNumberOneCustomer() {
        CustomerView one = given.anActiveCustomer();
        CustomerView other = given.anActiveCustomer();
        customers.linkErpNumber(one.id(), erpNumber, STAFF);

        assertThatThrownBy(() -> customers.linkErpNumber(one.id(), "K-other", STAFF))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> customers.linkErpNumber(other.id(), erpNumber, STAFF))
                .isInstanceOf(IllegalStateException.class);
        assertThat(customer(other.id()).erpNumber()).isNull();
    }

    @Test
    void oneErpRecordFromTwoRoutesAtOnceIsOneCustomer() throws Exception {
        List<ErpCustomerOutcome> outcomes =
                AtOnce.run(6, number -> customers.applyFromErp(erp("老药房")));

        assertThat(outcomes.stream().map(ErpCustomerOutcome::id).distinct()).hasSize(1);
        assertThat(outcomes).filteredOn(ErpCustomerOutcome.Created.class::isInstance).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "市第一人民医院,HOSPITAL",
        "李氏中医诊所,CLINIC",
        "大森林连锁有限公司,PHARMACY_CHAIN",
        "华东医药批发,WHOLESALER",
        "街角药店,PHARMACY"
    })
    void theKindOfAnErpCustomerIsGuessedFromItsNameUntilReviewed(String name, CustomerType type) {
        assertThat(customer(customers.applyFromErp(erp(name)).id()).company().type())
                .isEqualTo(type);
    }

    @Test
    void anErpRecordWithoutNumberOrNameIsRefused() {
        assertThatThrownBy(
                        () ->
                                customers.applyFromErp(
                                        new ApplyErpCustomer("erp-a", " ", "药房", "", "", "", "")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> customers.applyFromErp(erp(" ")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void locksAndLevelsAreAudited() {
        CustomerView active = given.anActiveCustomer();

        customers.changeLevel(active.id(), "gold", STAFF);
        customers.lock(active.id(), "overdue", STAFF);
        assertThat(customer(active.id()).lockReason()).isEqualTo("overdue");
        assertThat(events.stream(LicenceLost.class))
                .extracting(LicenceLost::customer)
                .containsExactly(active.id());
        customers.unlock(active.id(), "paid", STAFF);

        assertThat(customer(active.id()).level()).isEqualTo("gold");
        assertThat(customer(active.id()).lockReason()).isNull();
        assertThat(actions(active))
                .containsExactly(
                        "unlock-customer", "lock-customer", "change-level", "activate-customer");
    }

    @Test
    void onlyActiveCustomersAreLockedAndOnlyLockedOnesUnlocked() {
        CustomerView active = given.anActiveCustomer();
        CustomerId applicant =
                registrations.start(aCompany(CustomerType.PHARMACY), APPLICANT).customer();

        assertThatThrownBy(() -> customers.unlock(active.id(), "why", STAFF))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> customers.lock(applicant, "why", STAFF))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> customers.lock(active.id(), " ", STAFF))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void customersAreFoundByNameNumberCodeOrErpNumber() {
        CustomerView active = given.anActiveCustomer();
        customers.linkErpNumber(active.id(), erpNumber, STAFF);
        CustomerView linked = customer(active.id());

        for (String text :
                List.of(
                        linked.number(),
                        linked.number().toLowerCase(),
                        linked.company().name(),
                        linked.company().uscc(),
                        erpNumber)) {
            assertThat(customers.page(CustomerState.ACTIVE, text, PageRequest.first(5)).items())
                    .as(text)
                    .containsExactly(linked);
        }
        assertThat(customers.byNumber(linked.number())).contains(linked);
        assertThat(customers.page(null, "%", PageRequest.first(5)).total()).isZero();
        assertThatThrownBy(
                        () -> customers.page(null, null, new PageRequest(0, 5, "erpNumber desc")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSalespersonFindsTheCompaniesHeBroughtAndNoOthers() {
        String login = "sales-" + UUID.randomUUID();
        CustomerId first = brought(login);
        CustomerId second = brought(login);
        brought("someone-else");

        assertThat(
                        customers
                                .broughtBy(login.toUpperCase(Locale.ROOT), PageRequest.first(5))
                                .items())
                .extracting(CustomerView::id)
                .containsExactly(second, first);
    }

    private CustomerId brought(String salesperson) {
        Company company = aCompany(CustomerType.PHARMACY);
        return registrations
                .start(
                        new Company(
                                company.name(),
                                company.type(),
                                company.uscc(),
                                company.region(),
                                company.address(),
                                company.contact(),
                                company.phone(),
                                company.invoiceTitle(),
                                salesperson),
                        APPLICANT)
                .customer();
    }

    private ApplyErpCustomer erp(String name) {
        return new ApplyErpCustomer("erp-a", erpNumber, name, uscc, "老地址", "老王", "021-1");
    }

    private CustomerView customer(CustomerId id) {
        return customers.customer(id).orElseThrow();
    }

    private List<String> actions(CustomerView customer) {
        return audit
                .page(
                        new AuditQuery(null, "customer", customer.number(), null),
                        PageRequest.first(20))
                .items()
                .stream()
                .map(recorded -> recorded.entry().action())
                .toList();
    }
}
