package io.mallhub.customer;

import static io.mallhub.fixture.CustomerFixtures.HEAD;
import static io.mallhub.fixture.CustomerFixtures.PROCESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mallhub.audit.AuditLog;
import io.mallhub.audit.AuditQuery;
import io.mallhub.audit.FourEyesProof;
import io.mallhub.audit.FourEyesProof.Breach;
import io.mallhub.audit.FourEyesProof.Part;
import io.mallhub.customer.SalesRegions.PutOutcome;
import io.mallhub.customer.SalesRegions.PutRegion;
import io.mallhub.customer.SalesRegions.SalesRegion;
import io.mallhub.customer.Salespeople.AssignOutcome;
import io.mallhub.customer.Salespeople.Term;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.MutableClock;
import io.mallhub.identity.Accounts;
import io.mallhub.identity.Role;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.RegulatoryCategory;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Companies of the fixtures lie in 310000. */
@MallTest
class SalespeopleTest {
    private static final Actor SALES_HEAD = Actor.staff("sales-head", "销售主管");
    private static final Set<RegulatoryCategory> SCOPE = Set.of(RegulatoryCategory.OTC_A);
    private static final AssignOutcome ASSIGNED = new AssignOutcome.Assigned();

    @Autowired Salespeople salespeople;
    @Autowired SalesRegions regions;
    @Autowired Customers customers;
    @Autowired Registrations registrations;
    @Autowired Accounts accounts;
    @Autowired FourEyesProof proof;
    @Autowired AuditLog audit;
    @Autowired CustomerFixtures given;
    @Autowired MutableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @AfterEach
    void noRulesAndTheClockBack() {
        regions.inForce().forEach(one -> put(one.prefix(), null));
        clock.reset();
    }

    @Test
    void aCompanyThatNobodyBroughtGetsWhoSellsInItsRegionWhenItBecomesACustomer() {
        String everywhere = aSeller();
        String province = aSeller();
        put("", everywhere);
        put("31", province);
        put("3702", aSeller());

        CustomerId id = given.anActiveCustomer().id();

        assertThat(customers.salespersonOf(id)).contains(province);
        assertThat(salespeople.of(id))
                .extracting(Term::salesperson, Term::by)
                .containsExactly(tuple(province, PROCESS.name()));
        assertThat(actions(id)).contains("assign-salesperson");
    }

    @Test
    void whoBroughtACompanyKeepsIt() {
        put("31", aSeller());
        String invited = aSeller();

        CustomerId id = given.aCustomerBroughtBy(invited).id();

        assertThat(customers.salespersonOf(id)).contains(invited);
        assertThat(salespeople.of(id)).hasSize(1);
    }

    @Test
    void theNextPrefixCountsWhileItsSalespersonIsNotAtWork() {
        String everywhere = aSeller();
        String away = aSeller();
        put("", everywhere);
        put("310000", away);
        accounts.setEnabled(accounts.staff(away).orElseThrow().id(), false, SALES_HEAD);

        assertThat(customers.salespersonOf(given.anActiveCustomer().id())).contains(everywhere);
    }

    @Test
    void whoJudgedACompanyDoesNotGetIt() {
        String judge = aSeller(Role.QUALITY);
        put("31", judge);
        String number = given.aSubmittedApplication();
        registrations.runChecks(number);
        registrations.approve(number, "", false, Actor.staff(judge, judge));

        registrations.activate(number, PROCESS);

        CustomerId id = registrations.application(number).orElseThrow().customer();
        assertThat(customers.salespersonOf(id)).isEmpty();
        assertThat(newestOfNobody()).extracting(CustomerView::id).contains(id);
    }

    @Test
    void aRuleIsVersionedEndedAndRefusedWithWords() {
        String first = aSeller();
        String second = aSeller();
        put("31", first);
        put("31", second);
        assertThat(regions.inForce())
                .extracting(SalesRegion::prefix, SalesRegion::salesperson)
                .containsExactly(tuple("31", second));
        put("31", null);
        assertThat(regions.inForce()).isEmpty();
        assertThat(regions.history(PageRequest.first(3)).items())
                .extracting(SalesRegion::salesperson)
                .containsExactly(null, second, first);

        assertThat(regions.put(new PutRegion("3", first, "r", SALES_HEAD)))
                .isEqualTo(new PutOutcome.Refused("salesperson.prefix"));
        assertThat(regions.put(new PutRegion("31", "nobody-known", "r", SALES_HEAD)))
                .isEqualTo(new PutOutcome.Refused("salesperson.unknown"));
        assertThat(regions.put(new PutRegion("31", first, " ", SALES_HEAD)))
                .isEqualTo(new PutOutcome.Refused("salesperson.reason-missing"));
        assertThat(regions.put(new PutRegion("31", first, "r", PROCESS)))
                .isEqualTo(new PutOutcome.Refused("salesperson.not-staff"));
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM sales_region").update())
                .hasMessageContaining("sales_region");
    }

    @Test
    void aCustomerIsGivenToAnotherWithAReasonAndItsHistoryStays() {
        String before = aSeller();
        String after = aSeller();
        CustomerId id = given.aCustomerBroughtBy(before).id();
        clock.advance(Duration.ofDays(3));

        assertThat(salespeople.assign(id, after, "", SALES_HEAD))
                .isEqualTo(new AssignOutcome.Refused("salesperson.reason-missing"));
        assertThat(salespeople.assign(id, after, "区域调整", SALES_HEAD)).isEqualTo(ASSIGNED);

        assertThat(customers.salespersonOf(id)).contains(after);
        assertThat(customers.broughtBy(after, PageRequest.first(5)).total()).isEqualTo(1);
        assertThat(salespeople.of(id))
                .extracting(Term::salesperson, Term::reason)
                .containsExactly(tuple(after, "区域调整"), tuple(before, ""));
        assertThatThrownBy(
                        () ->
                                jdbc.sql(
                                                "UPDATE customer_salesperson SET salesperson = 'x'"
                                                        + " WHERE customer = ?")
                                        .param(id.value())
                                        .update())
                .hasMessageContaining("customer_salesperson");
    }

    @Test
    void nobodyGivesHimselfACompanyOrHisOwnAwayAndTheAttemptIsKept() {
        String owner = aSeller(Role.SALES);
        String taker = aSeller(Role.SALES);
        CustomerId id = given.aCustomerBroughtBy(owner).id();

        assertThat(salespeople.assign(id, taker, "mine now", Actor.staff(taker, taker)))
                .isEqualTo(new AssignOutcome.Refused("salesperson.own"));
        assertThat(salespeople.assign(id, taker, "yours now", Actor.staff(owner, owner)))
                .isEqualTo(new AssignOutcome.Refused("salesperson.own"));
        assertThat(salespeople.assign(id, owner, "as it is", SALES_HEAD))
                .isEqualTo(new AssignOutcome.Refused("salesperson.same"));
        assertThat(salespeople.assign(id, "nobody-known", "who", SALES_HEAD))
                .isEqualTo(new AssignOutcome.Refused("salesperson.unknown"));
        assertThat(salespeople.assign(id, taker, "no", PROCESS))
                .isEqualTo(new AssignOutcome.Refused("salesperson.not-staff"));
        String draft = given.aSubmittedApplication();
        CustomerId applicant = registrations.application(draft).orElseThrow().customer();
        assertThat(salespeople.assign(applicant, taker, "early", SALES_HEAD))
                .isEqualTo(new AssignOutcome.Refused("salesperson.no-customer"));

        assertThat(customers.salespersonOf(id)).contains(owner);
        assertThat(actions(id)).filteredOn("refuse-approval"::equals).hasSize(2);
    }

    @Test
    void fourEyesAreProvenByWhoSoldThen() {
        String reviewer = aSeller(Role.QUALITY);
        String number = given.aSubmittedApplication(CustomerType.PHARMACY, SCOPE);
        registrations.runChecks(number);
        registrations.approve(number, "", false, Actor.staff(reviewer, reviewer));
        registrations.approve(number, "", true, HEAD);
        registrations.activate(number, PROCESS);
        CustomerId id = registrations.application(number).orElseThrow().customer();
        clock.advance(Duration.ofDays(1));
        // the reviewer of then sells to it today: no breach
        assertThat(salespeople.assign(id, reviewer, "区域调整", SALES_HEAD)).isEqualTo(ASSIGNED);
        assertThat(proof.of(List.of(number)).breaches()).isEmpty();
        assertThat(proof.of(List.of(number)).parts())
                .filteredOn(part -> part.part().equals("salesperson"))
                .extracting(Part::person)
                .containsExactly(reviewer);
    }

    /** Somebody who sold to the company when he approved, and sells to it no more, is found. */
    @Test
    void whoSoldThenIsFoundThoughHeSellsNoMore() {
        String then = aSeller();
        CustomerId id = given.aCustomerBroughtBy(then).id();
        String number = registrations.applicationOf(id).orElseThrow().number();
        clock.advance(Duration.ofDays(1));
        salespeople.assign(id, aSeller(), "区域调整", SALES_HEAD);
        assertThat(proof.of(List.of(number)).breaches()).isEmpty();

        transaction.executeWithoutResult(
                status -> {
                    jdbc.sql(
                                    """
                                    update application_decision set actor_id = ?
                                    where step = 'approve' and application =
                                        (select id from application where number = ?)
                                    """)
                            .params(then, number)
                            .update();
                    assertThat(proof.of(List.of(number)).breaches())
                            .extracting(Breach::decision, Breach::otherPart, Breach::person)
                            .containsExactly(tuple("approve", "salesperson", then));
                    status.setRollbackOnly();
                });
    }

    @Test
    void aSecondPersonWhoWasSkippedIsFound() {
        String number =
                given.anApprovedApplication(
                        CustomerType.PHARMACY, EnumSet.allOf(RegulatoryCategory.class));
        registrations.activate(number, PROCESS);
        assertThat(proof.of(List.of(number)).breaches()).isEmpty();

        transaction.executeWithoutResult(
                status -> {
                    jdbc.sql(
                                    """
                                    delete from application_decision
                                    where step = 'second-approve' and application =
                                        (select id from application where number = ?)
                                    """)
                            .param(number)
                            .update();
                    assertThat(proof.of(List.of(number)).breaches())
                            .extracting(Breach::decision, Breach::otherPart)
                            .containsExactly(tuple("activate", "without-second-person"));
                    status.setRollbackOnly();
                });
    }

    /** Other tests leave customers, too. */
    private List<CustomerView> newestOfNobody() {
        long total = salespeople.nobodys(PageRequest.first(1)).total();
        return salespeople.nobodys(PageRequest.of((int) (total - 1), 1)).items();
    }

    private String aSeller(Role... more) {
        String login = "seller-" + UUID.randomUUID().toString().substring(0, 8);
        Set<Role> roles = EnumSet.of(Role.SALESPERSON, more);
        accounts.createStaff(
                new Accounts.CreateStaff(
                        login, "业务员" + login, "long enough a password", roles, SALES_HEAD));
        return login;
    }

    private void put(String prefix, @org.jspecify.annotations.Nullable String login) {
        assertThat(regions.put(new PutRegion(prefix, login, "区域划分", SALES_HEAD)))
                .isInstanceOf(PutOutcome.Put.class);
    }

    private List<String> actions(CustomerId id) {
        String number = customers.customer(id).orElseThrow().number();
        return audit
                .page(new AuditQuery(null, "customer", number, null), PageRequest.first(50))
                .items()
                .stream()
                .map(kept -> kept.entry().action())
                .toList();
    }
}
