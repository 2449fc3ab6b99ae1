package io.mallhub.audit;

import static io.mallhub.fixture.CustomerFixtures.HEAD;
import static io.mallhub.fixture.CustomerFixtures.REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mallhub.audit.FourEyesProof.Breach;
import io.mallhub.customer.CustomerType;
import io.mallhub.customer.Registrations;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.ReturnFixtures;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.RegulatoryCategory;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MallTest
class FourEyesProofTest {
    @Autowired FourEyesProof proof;
    @Autowired Registrations registrations;
    @Autowired CustomerFixtures fixtures;
    @Autowired TradeFixtures trade;
    @Autowired ReturnFixtures goods;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @Test
    void decisionsOfDifferentPeopleAreCountedAndFoundWithoutABreach() {
        String number = anApplicationApprovedTwice();

        var verdict = proof.verify();

        assertThat(verdict.checked())
                .anySatisfy(
                        checked -> {
                            assertThat(checked.subjectType()).isEqualTo("application");
                            assertThat(checked.decisions()).isGreaterThanOrEqualTo(2);
                        });
        assertThat(breachesOf(number)).isEmpty();
    }

    @Test
    void whoeverGetsPastTheRuleIsFoundInTheRecords() {
        String number = anApplicationApprovedTwice();

        transaction.executeWithoutResult(
                status -> {
                    jdbc.sql(
                                    """
                                    update application_decision set actor_id = ?
                                    where step = 'second-approve' and application =
                                        (select id from application where number = ?)
                                    """)
                            .params(REVIEWER.id().toUpperCase(Locale.ROOT), number)
                            .update();
                    assertThat(breachesOf(number))
                            .extracting(Breach::decision, Breach::otherPart)
                            .containsExactlyInAnyOrder(
                                    tuple("second-approve", "approve"),
                                    tuple("approve", "second-approve"));
                    status.setRollbackOnly();
                });
    }

    @Test
    void aReceiverWhoInspectsIsFoundInTheRecordsOfReturns() {
        String number = anInspectedReturn();
        assertThat(breachesOf(number)).isEmpty();

        transaction.executeWithoutResult(
                status -> {
                    jdbc.sql(
                                    """
                                    insert into return_act
                                        (return_id, kind, agreed, by_kind, by_id, by_name, at, reason)
                                    select return_id, 'INSPECTED', true, by_kind, by_id, by_name,
                                        at, '' from return_act
                                    where kind = 'RECEIVED' and return_id =
                                        (select id from return_request where number = ?)
                                    """)
                            .param(number)
                            .update();
                    assertThat(breachesOf(number))
                            .extracting(Breach::decision, Breach::otherPart)
                            .containsExactly(tuple("INSPECTED", "RECEIVED"));
                    status.setRollbackOnly();
                });
    }

    private String anInspectedReturn() {
        CustomerId company = fixtures.anActiveCustomer().id();
        trade.giveCredit(company, "100000");
        String number = goods.received(company, goods.aShippedOrder(company), 2);
        goods.inspect(number, ReturnFixtures.toStock(2));
        return number;
    }

    private List<Breach> breachesOf(String number) {
        return proof.verify().breaches().stream()
                .filter(breach -> breach.subject().equals(number))
                .toList();
    }

    private String anApplicationApprovedTwice() {
        String number =
                fixtures.anApprovedApplication(
                        CustomerType.PHARMACY, Set.of(RegulatoryCategory.OTC_A));
        registrations.approve(number, "", true, HEAD);
        return number;
    }
}
