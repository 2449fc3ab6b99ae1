package io.mallhub.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.audit.AuditLog;
import io.mallhub.audit.AuditQuery;
import io.mallhub.audit.FourEyesProof;
import io.mallhub.commission.StatementView.LineState;
import io.mallhub.commission.StatementView.Step;
import io.mallhub.commission.Statements.ActOutcome;
import io.mallhub.fixture.AtOnce;
import io.mallhub.shared.Actor;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StatementsTest extends CommissionTest {
    private static final ActOutcome DONE = new ActOutcome.Done();
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    @Autowired AuditLog audit;
    @Autowired FourEyesProof proof;
    String first;
    String second;

    /** Months are computed once, so each test takes another one. */
    @BeforeEach
    void twoOrders() {
        first = aCompletedOrder();
        second = aCompletedOrder();
    }

    @Test
    void everyEntryOfTheMonthStandsOnOneStatementAndIsProven() throws Exception {
        YearMonth month = monthOver();

        List<List<String>> computed = AtOnce.run(4, i -> statements.compute(month, ADMIN));

        assertThat(computed).allSatisfy(it -> assertThat(it).isEqualTo(computed.getFirst()));
        StatementView mine = mine(month);
        assertThat(mine.lines()).extracting(it -> it.entry().document()).contains(first, second);
        assertThat(mine.row().payable()).isEqualTo(Money.of("5.32"));
        assertThat(statements.prove(mine.row().number())).isEmpty();
        assertThatThrownBy(() -> statements.compute(month.plusMonths(1), ADMIN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCentThatIsNotDerivedIsFound() {
        YearMonth month = monthOver();
        String number = compute(month);
        jdbc.sql("ALTER TABLE commission_entry DISABLE TRIGGER commission_entry_append_only")
                .update();
        try {
            jdbc.sql(
                            "UPDATE commission_entry SET amount = amount + 0.01"
                                    + " WHERE order_number = ? AND kind = 'EARNED'")
                    .param(first)
                    .update();
            assertThat(statements.prove(number))
                    .extracting(Statements.Difference::what)
                    .containsExactly("proof.amount", "proof.balance");
            assertThat(commissions.unproven()).contains(salesperson.id());
        } finally {
            jdbc.sql(
                            "UPDATE commission_entry SET amount = amount - 0.01"
                                    + " WHERE order_number = ? AND kind = 'EARNED'")
                    .param(first)
                    .update();
            jdbc.sql("ALTER TABLE commission_entry ENABLE TRIGGER commission_entry_append_only")
                    .update();
        }
        assertThat(statements.prove(number)).isEmpty();
    }

    @Test
    void aDisputeHoldsItsLineAloneAndAnUpheldOneIsCorrectedNextMonth() {
        YearMonth month = monthOver();
        String number = compute(month);
        assertThat(statements.statementOf(salesperson.id(), number)).isEmpty();
        statements.publish(number);
        long line = entryOf(number, first);

        assertThat(statements.dispute(number, line, "代下单", SALES))
                .isEqualTo(new ActOutcome.Refused("statement.not-yours"));
        assertThat(statements.dispute(number, line, "代下单", salesperson)).isEqualTo(DONE);
        assertThat(payouts.closeWindow(number)).isEqualTo(Money.of("2.66"));
        long dispute = view(number).disputes().getFirst().id();
        assertThat(statements.resolve(dispute, true, Money.of("5.00"), "属实", salesperson))
                .isEqualTo(new ActOutcome.Refused("payout.own"));
        assertThat(statements.resolve(dispute, true, Money.of("5.00"), "属实", SALES))
                .isEqualTo(DONE);

        String next = compute(nextMonthOver(month));
        assertThat(view(next).row().total()).isEqualTo(Money.of("5.00"));
        assertThat(view(next).lines()).hasSize(3); // earned, reversed, put right
        assertThat(statements.prove(next)).isEmpty();
    }

    @Test
    void whoPutsADisputedLineRightDecidesNothingOfThePayoutItGoesInto() {
        YearMonth month = monthOver();
        String disputed = compute(month);
        statements.publish(disputed);
        statements.dispute(disputed, entryOf(disputed, first), "少算", salesperson);
        payouts.closeWindow(disputed);
        long dispute = view(disputed).disputes().getFirst().id();
        assertThat(statements.resolve(dispute, true, Money.of("5.00"), "", Actor.system("x")))
                .isEqualTo(new ActOutcome.Refused("payout.not-staff"));
        assertThat(statements.resolve(dispute, true, Money.of("5.00"), "属实", SALES))
                .isEqualTo(DONE);
        String next = compute(nextMonthOver(month));
        statements.publish(next);
        payouts.closeWindow(next);
        payouts.requestApprovals(next, false);
        payouts.requestApprovals(disputed, false);

        assertThat(decide(next, Step.SALES, SALES)).isEqualTo("payout.resolved-dispute");
        assertThat(decide(disputed, Step.SALES, SALES)).isEmpty(); // the line is not on it
        assertThat(decide(next, Step.SALES, FINANCE)).isEmpty();

        assertThat(proof.of(List.of(next)).parts())
                .anyMatch(
                        it ->
                                it.part().equals("RESOLVED_DISPUTE")
                                        && it.person().equals(SALES.id()));
        assertThat(proof.of(List.of(next, disputed)).breaches()).isEmpty();
        assertThat(
                        audit.page(
                                        new AuditQuery(null, "commission-statement", next, null),
                                        PageRequest.first(20))
                                .items())
                .anyMatch(it -> it.entry().action().equals("refuse-approval"));
    }

    @Test
    void nobodySaysOfHisOwnMoneyThatItWasNotPaid() {
        String number = compute(monthOver());

        assertThat(payouts.recordFailed(number, "退票", salesperson))
                .isEqualTo(new Payouts.ResultOutcome.Refused("payout.own"));
    }

    @Test
    void aLinkedCompanysLinesAreHeldForAPerson() {
        aPayeeInForce(customer.company().contact());
        String number = compute(monthOver());

        assertThat(statements.checkPayee(number))
                .extracting(Statements.Link::what)
                .contains("link.contact");

        assertThat(view(number).lines()).allMatch(it -> it.state() == LineState.LINKED);
        statements.publish(number);
        assertThat(statements.clearLinks(number, "同名", salesperson))
                .isEqualTo(new ActOutcome.Refused("payout.own"));
        assertThat(statements.clearLinks(number, "同名，已核对", SALES)).isEqualTo(DONE);
        assertThat(statements.checkPayee(number)).isEmpty();
        assertThat(payouts.closeWindow(number)).isEqualTo(Money.of("5.32"));
    }

    @Test
    void whoClearsALinkApprovesNothingOfItAndWhoApprovedClearsNone() {
        YearMonth month = monthOver();
        aPayeeInForce(customer.company().contact());
        String number = compute(month);
        statements.checkPayee(number);
        statements.publish(number);
        assertThat(statements.clearLinks(number, "核对", Actor.buyer("buyer", "买方")))
                .isEqualTo(new ActOutcome.Refused("payout.not-staff"));
        assertThat(statements.clearLinks(number, "同名，已核对", FINANCE)).isEqualTo(DONE);
        payouts.closeWindow(number);
        payouts.requestApprovals(number, false);

        assertThat(decide(number, Step.SALES, FINANCE)).isEqualTo("payout.cleared-link");
        assertThat(decide(number, Step.SALES, SALES)).isEmpty();
        assertThat(decide(number, Step.FINANCE, FINANCE)).isEqualTo("payout.cleared-link");
        assertThat(statements.clearLinks(number, "再看", SALES))
                .isEqualTo(new ActOutcome.Refused("payout.other-step"));
        assertThat(decide(number, Step.FINANCE, FINANCE_TWO)).isEmpty();

        assertThat(
                        audit.page(
                                        new AuditQuery(null, "commission-statement", number, null),
                                        PageRequest.first(20))
                                .items())
                .filteredOn(it -> it.entry().action().equals("refuse-approval"))
                .extracting(it -> it.entry().details().get("why"))
                .containsExactlyInAnyOrder(
                        "payout.not-staff",
                        "payout.cleared-link",
                        "payout.cleared-link",
                        "payout.other-step");
        assertThat(proof.of(List.of(number)).parts())
                .anyMatch(
                        it -> it.part().equals("CLEARED_LINK") && it.person().equals(FINANCE.id()));
        assertThat(proof.of(List.of(number)).breaches()).isEmpty();
    }

    @Test
    void aLargePayoutNeedsItsThirdPersonWhateverTheProcessSays() {
        String number = compute(monthOver());
        jdbc.sql(
                        "UPDATE commission_statement SET payable = 20000, state = 'IN_APPROVAL' WHERE number = ?")
                .param(number)
                .update();

        payouts.requestApprovals(number, false);
        assertThat(view(number).secondNeeded()).isTrue();
        decide(number, Step.SALES, SALES);
        aPayeeInForce("张三丰");
        decide(number, Step.FINANCE, FINANCE);

        assertThatThrownBy(() -> payouts.startVoucher(number))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SECOND");
        assertThatThrownBy(() -> payouts.recordVoucherPosted(number, "PZ-9", clock.instant()))
                .isInstanceOf(IllegalStateException.class);
        decide(number, Step.SECOND, FINANCE_TWO);
        assertThat(payouts.startVoucher(number)).isInstanceOf(Payouts.Sending.Granted.class);
    }

    @Test
    void aSecondPersonOnceAskedForStaysNeeded() {
        String number = inApproval(monthOver(), true);

        payouts.requestApprovals(number, false);

        assertThat(view(number).secondNeeded()).isTrue();
    }

    @Test
    void whatComesToNothingGoesToTheNextMonth() {
        YearMonth month = monthOver();
        returned(first, "88.50", "all-" + first);
        returned(second, "88.50", "all-" + second);
        String number = compute(month);
        statements.publish(number);
        clock.set(month.plusMonths(2).atDay(2) + "T10:00:00");

        assertThat(payouts.closeWindow(number)).isEqualTo(Money.of("5.32"));
        String next = compute(month.plusMonths(1));
        statements.publish(next);
        assertThat(payouts.closeWindow(next)).isEqualTo(Money.ZERO);
        assertThat(view(next).row().state()).isEqualTo(StatementState.NOTHING_DUE);
        assertThat(view(next).row().total()).isEqualTo(Money.of("-5.32"));
    }

    @Test
    void nobodyDecidesTwiceNorOnTheirOwnMoneyAndWithoutAccountNobodyPays() {
        String number = inApproval(monthOver(), true);

        assertThat(decide(number, Step.FINANCE, FINANCE)).isEqualTo("payout.sales-first");
        assertThat(decide(number, Step.SALES, salesperson)).isEqualTo("payout.own");
        assertThat(decide(number, Step.SALES, SALES)).isEqualTo("");
        assertThat(decide(number, Step.SALES, SALES)).isEqualTo("");
        assertThat(decide(number, Step.SALES, FINANCE)).isEqualTo("payout.decided-already");
        assertThat(decide(number, Step.FINANCE, SALES)).isEqualTo("payout.other-step");
        assertThat(decide(number, Step.FINANCE, FINANCE)).isEqualTo("payout.no-payee");
        aPayeeInForce("张三丰");
        assertThat(decide(number, Step.FINANCE, FINANCE)).isEqualTo("");
        assertThatThrownBy(() -> payouts.approve(number)).isInstanceOf(IllegalStateException.class);
        assertThat(decide(number, Step.SECOND, FINANCE)).isEqualTo("payout.other-step");
        assertThat(decide(number, Step.SECOND, FINANCE_TWO)).isEqualTo("");
        payouts.approve(number);
        assertThat(view(number).row().state()).isEqualTo(StatementState.APPROVED);
    }

    @Test
    void aPayoutIsPostedPutIntoOneFileAndPaidOnce() throws Exception {
        YearMonth month = monthOver();
        String number = posted(month);

        List<Boolean> files = AtOnce.run(4, i -> payouts.createFile(month, FINANCE).isPresent());
        assertThat(files).containsOnlyOnce(true);
        String file = payouts.files(month).getFirst().number();
        assertThat(payouts.file(file).orElseThrow().total()).isEqualTo(Money.of("5.32"));

        payouts.recordFailed(number, "户名不符", FINANCE);
        assertThat(view(number).row().state()).isEqualTo(StatementState.FAILED);
        assertThat(payouts.createFile(month, FINANCE)).isPresent();
        AtOnce.run(
                4, i -> payouts.recordPaid(number, "HT-" + number, MallTime.today(clock), FINANCE));

        assertThat(view(number).row().state()).isEqualTo(StatementState.PAID);
        assertThat(balance()).isEqualTo(Money.ZERO);
        assertThat(payouts.createFile(month, FINANCE)).isEmpty();
        assertThat(statements.prove(number)).isEmpty();
    }

    @Test
    void aChangedAccountNeedsTwoPeopleAndTime() {
        Payee old = aPayeeInForce("张三丰");
        var change =
                new Payees.ChangePayee(
                        salesperson.id(), "李四光", "建设银行", "6217000099998888", "", "", "", FINANCE);
        assertThat(payees.request(withBy(change, salesperson)))
                .isEqualTo(new Payees.ChangeOutcome.Refused("payee.own"));
        Payee asked = ((Payees.ChangeOutcome.Done) payees.request(change)).payee();

        assertThat(payees.decide(asked.id(), true, FINANCE))
                .isEqualTo(new Payees.ChangeOutcome.Refused("payee.same-person"));
        assertThat(payees.request(change))
                .isEqualTo(new Payees.ChangeOutcome.Refused("payee.waiting-already"));
        payees.decide(asked.id(), true, FINANCE_TWO);

        assertThat(payees.inForce(salesperson.id())).contains(old);
        clock.advance(Duration.ofDays(3));
        assertThat(payees.inForce(salesperson.id()).orElseThrow().holder()).isEqualTo("李四光");
    }

    private static Payees.ChangePayee withBy(Payees.ChangePayee it, Actor by) {
        return new Payees.ChangePayee(
                it.beneficiary(),
                it.holder(),
                it.bank(),
                it.account(),
                it.uscc(),
                it.phone(),
                it.address(),
                by);
    }

    private String posted(YearMonth month) {
        String number = inApproval(month, false);
        decide(number, Step.SALES, SALES);
        aPayeeInForce("张三丰");
        decide(number, Step.FINANCE, FINANCE);
        assertThat(payouts.startVoucher(number)).isEqualTo(new Payouts.Sending.Granted(false));
        assertThat(payouts.startVoucher(number)).isInstanceOf(Payouts.Sending.InFlight.class);
        payouts.recordVoucherUnknown(number, "timeout");
        assertThat(payouts.startVoucher(number)).isEqualTo(new Payouts.Sending.Granted(true));
        payouts.recordVoucherPosted(number, "PZ-1", clock.instant());
        assertThat(payouts.startVoucher(number))
                .isEqualTo(new Payouts.Sending.AlreadyPosted("PZ-1"));
        return number;
    }

    private String inApproval(YearMonth month, boolean second) {
        String number = compute(month);
        statements.publish(number);
        payouts.closeWindow(number);
        payouts.requestApprovals(number, second);
        return number;
    }

    private String decide(String number, Step step, Actor by) {
        return payouts.decide(number, step, true, "", by)
                        instanceof Payouts.ApprovalOutcome.Refused refused
                ? refused.why()
                : "";
    }

    private String compute(YearMonth month) {
        statements.compute(month, ADMIN);
        return mine(month).row().number();
    }

    private StatementView mine(YearMonth month) {
        var query = new Statements.StatementQuery(month, null, salesperson.id());
        return view(statements.page(query, PageRequest.first(5)).items().getFirst().number());
    }

    private StatementView view(String number) {
        return statements.statement(number).orElseThrow();
    }

    private long entryOf(String statement, String order) {
        return view(statement).lines().stream()
                .filter(it -> it.entry().document().equals(order))
                .findFirst()
                .orElseThrow()
                .entry()
                .sequence();
    }

    /** The first month after the orders that no other test has computed, and it is over. */
    private YearMonth monthOver() {
        YearMonth month =
                statements.months().stream()
                        .findFirst()
                        .map(it -> it.plusMonths(1))
                        .filter(it -> it.isAfter(NOVEMBER))
                        .orElse(NOVEMBER);
        clock.set(month.plusMonths(1).atDay(1) + "T09:00:00");
        return month;
    }

    private YearMonth nextMonthOver(YearMonth month) {
        clock.set(month.plusMonths(2).atDay(1) + "T09:00:00");
        return month.plusMonths(1);
    }
}
