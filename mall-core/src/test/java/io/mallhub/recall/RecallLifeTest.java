package io.mallhub.recall;

import static io.mallhub.fixture.RecallFixtures.COLLEAGUE;
import static io.mallhub.fixture.RecallFixtures.HEAD;
import static io.mallhub.fixture.RecallFixtures.QUALITY;
import static io.mallhub.fixture.TradeFixtures.BUYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mallhub.audit.AuditLog;
import io.mallhub.audit.AuditQuery;
import io.mallhub.audit.FourEyesProof;
import io.mallhub.audit.FourEyesProof.Breach;
import io.mallhub.fixture.ReturnFixtures;
import io.mallhub.identity.Accounts;
import io.mallhub.identity.Accounts.CreateStaff;
import io.mallhub.identity.Delegations;
import io.mallhub.identity.Delegations.GiveRole;
import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import io.mallhub.recall.RecallView.Buyer;
import io.mallhub.recall.Recalls.ActOutcome;
import io.mallhub.recall.Recalls.RecallQuery;
import io.mallhub.returns.Disposition;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

class RecallLifeTest extends RecallTest {
    @Autowired ReturnFixtures returned;
    @Autowired FourEyesProof proof;
    @Autowired AuditLog audit;
    @Autowired JdbcClient jdbc;
    @Autowired Accounts accounts;
    @Autowired Delegations delegations;

    @Test
    void closingNeverUnlocks() {
        goods.aBuyerOf(product, BATCH, 10);
        String number = goods.opened(product, BATCH).number();

        assertThat(recalls.close(number, "已全部追回", COLLEAGUE)).isEqualTo(new ActOutcome.Done());

        assertThat(view(number).state()).isEqualTo(RecallState.CLOSED);
        assertThat(isLocked()).isTrue();
        assertThat(sellable()).isEqualTo(Quantity.ZERO);
        trade.restock(product, 500);
        assertThat(sellable()).isEqualTo(Quantity.ZERO);
        assertThat(recalls.live(List.of(product)))
                .extracting(Recalls.Live::number)
                .containsExactly(number);
    }

    @Test
    void unlockingIsADecisionOfItsOwnWithAReasonAndAfterTheClosing() {
        String number = goods.opened(product, BATCH).number();
        assertThat(recalls.unlock(number, "复检合格", HEAD)).isEqualTo(refused("still-open"));
        recalls.close(number, "已全部追回", COLLEAGUE);
        assertThat(recalls.unlock(number, " ", HEAD)).isEqualTo(refused("reason-missing"));
        assertThat(isLocked()).isTrue();

        assertThat(recalls.unlock(number, "复检合格", HEAD)).isEqualTo(new ActOutcome.Done());

        assertThat(isLocked()).isFalse();
        assertThat(sellable()).isEqualTo(Quantity.of(1000));
        assertThat(view(number).unlocking())
                .satisfies(it -> assertThat(it.by()).isEqualTo(HEAD))
                .satisfies(it -> assertThat(it.reason()).isEqualTo("复检合格"));
        assertThat(recalls.unlock(number, "复检合格", HEAD)).isEqualTo(refused("not-locked"));
    }

    @Test
    void whileAnotherRecallOfTheBatchIsOpenItStaysLocked() {
        String first = goods.opened(product, BATCH).number();
        recalls.close(first, "已全部追回", COLLEAGUE);
        String second = goods.opened(product, BATCH).number();

        assertThat(recalls.unlock(first, "复检合格", HEAD)).isEqualTo(refused("still-open"));

        assertThat(isLocked()).isTrue();
        assertThat(recalls.live(List.of(product)))
                .extracting(Recalls.Live::number)
                .containsExactly(second);
    }

    @Test
    void whoOpenedItDoesNotCloseItAndTheAttemptIsKept() {
        String number = goods.opened(product, BATCH).number();
        Actor samePerson = Actor.staff(QUALITY.id().toUpperCase(Locale.ROOT), "x");

        assertThat(recalls.close(number, "完成", QUALITY)).isEqualTo(refused("opener"));
        assertThat(recalls.close(number, "完成", samePerson)).isEqualTo(refused("opener"));
        assertThat(recalls.close(number, "完成", BUYER)).isEqualTo(refused("not-staff"));

        assertThat(view(number).state()).isEqualTo(RecallState.OPEN);
        assertThat(actions(number)).contains("open-recall", "refuse-approval");
        assertThatThrownBy(
                        () ->
                                jdbc.sql(
                                                """
                                                update recall set state = 'CLOSED',
                                                    closed_by_id = upper(opened_by_id),
                                                    closed_by_name = 'x', closed_at = now()
                                                where number = ?
                                                """)
                                        .param(number)
                                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aClosingIsInTheProofOfFourEyes() {
        String number = goods.opened(product, BATCH).number();
        recalls.close(number, "完成", COLLEAGUE);
        recalls.unlock(number, "复检合格", QUALITY);

        assertThat(
                        jdbc.sql("select part, person from four_eyes_person where subject = ?")
                                .param(number)
                                .query((row, n) -> tuple(row.getString(1), row.getString(2)))
                                .list())
                .containsExactlyInAnyOrder(
                        tuple("open", QUALITY.id()), tuple("close", COLLEAGUE.id()));
        assertThat(proof.verify().breaches()).extracting(Breach::subject).doesNotContain(number);
        assertThat(actions(number))
                .containsSubsequence("unlock-batch", "close-recall", "open-recall");
    }

    @Test
    void whoStandsInForTheOpenerIsTheOpenerToo() {
        StaffView opener = staff("Opener", Role.QUALITY);
        StaffView deputy = staff("Deputy", Role.SALES);
        LocalDate today = MallTime.today(clock);
        delegations.give(
                new GiveRole(
                        opener.login(),
                        deputy.login(),
                        Role.QUALITY,
                        today,
                        today,
                        "休假",
                        opener.actor()));
        String byOpener = openedBy(opener.actor());
        assertThat(recalls.close(byOpener, "完成", deputy.actor())).isEqualTo(refused("opener"));
        recalls.close(byOpener, "完成", COLLEAGUE);

        String byDeputy = openedBy(deputy.actor());
        assertThat(recalls.close(byDeputy, "完成", opener.actor())).isEqualTo(refused("opener"));
        recalls.close(byDeputy, "完成", COLLEAGUE);

        assertThat(proof.verify().breaches())
                .extracting(Breach::subject)
                .doesNotContain(byOpener, byDeputy);
    }

    private String openedBy(Actor by) {
        return goods.opened(new OpenRecall(product, BATCH, RecallClass.II, "含量不合格", by, false))
                .number();
    }

    private StaffView staff(String name, Role role) {
        return accounts.createStaff(
                new CreateStaff(
                        name + UUID.randomUUID(),
                        name,
                        "a long password 1",
                        Set.of(role),
                        Actor.system("test")));
    }

    @Test
    void aClosedRecallIsNotClosedAgain() {
        String number = goods.opened(product, BATCH).number();
        recalls.close(number, "完成", COLLEAGUE);

        assertThat(recalls.close(number, "完成", COLLEAGUE)).isEqualTo(refused("closed-already"));
    }

    @Test
    void whoHasNotConfirmedIsListedAndRemindedAndTheFirstConfirmationCounts() {
        CustomerId quick = goods.aBuyerOf(product, BATCH, 10);
        CustomerId silent = goods.aBuyerOf(product, BATCH, 10);
        String number = goods.opened(product, BATCH).number();

        recalls.confirm(quick, number, BUYER);
        recalls.confirm(quick, number, Actor.buyer("late", "后来者"));
        clock.set("2026-11-25T09:00:00");
        assertThat(recalls.remind(number, QUALITY)).isEqualTo(1);

        assertThat(view(number).unconfirmed()).extracting(Buyer::customer).containsExactly(silent);
        assertThat(recalls.findOf(quick, number).orElseThrow().buyers())
                .singleElement()
                .satisfies(it -> assertThat(it.confirmedBy()).isEqualTo(BUYER));
        assertThat(told(silent)).hasSize(2).first().asString().startsWith("请确认召回");
        assertThat(told(quick)).hasSize(1);
        assertThat(recalls.page(new RecallQuery(RecallState.OPEN, number), PageRequest.first(5)))
                .satisfies(page -> assertThat(page.total()).isEqualTo(1))
                .satisfies(
                        page ->
                                assertThat(page.items())
                                        .extracting(
                                                RecallRow::buyers,
                                                RecallRow::notNotified,
                                                RecallRow::unconfirmed,
                                                RecallRow::locked)
                                        .containsExactly(tuple(2, 0, 1, true)));
    }

    @Test
    void aCompanyThatGotNothingSeesAndConfirmsNothing() {
        goods.aBuyerOf(product, BATCH, 10);
        CustomerId stranger = goods.aCustomer();
        String number = goods.opened(product, BATCH).number();

        assertThat(recalls.findOf(stranger, number)).isEmpty();
        assertThatThrownBy(() -> recalls.confirm(stranger, number, BUYER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatCameBackIsCountedAndWhatWentBackToTheBuyerIsNot() {
        CustomerId company = goods.aCustomer();
        String order = goods.anOrderFor(company, product, 10);
        goods.ship(order, "FH-1", product, BATCH, 10);
        String number = goods.opened(product, BATCH).number();

        String back = returned.received(company, order, 6);
        assertThat(view(number).buyers().getFirst().returned()).isEqualTo(Quantity.of(6));
        returned.inspect(
                back,
                Map.of(
                        Disposition.DESTROY, Quantity.of(4),
                        Disposition.BACK_TO_BUYER, Quantity.of(2)));

        assertThat(view(number).buyers().getFirst().returned()).isEqualTo(Quantity.of(4));
    }

    @Test
    void goodsOfALockedBatchNeverGoBackToStock() {
        CustomerId company = goods.aCustomer();
        String order = goods.anOrderFor(company, product, 10);
        goods.ship(order, "FH-1", product, BATCH, 10);
        goods.opened(product, BATCH);
        String back = returned.received(company, order, 6);

        assertThat(returned.inspect(back, ReturnFixtures.toStock(6)).toString())
                .contains("inspection.batch-locked");
    }

    private List<String> actions(String number) {
        return audit
                .page(new AuditQuery(null, "recall", number, null), PageRequest.first(20))
                .items()
                .stream()
                .map(it -> it.entry().action())
                .toList();
    }

    private static ActOutcome refused(String why) {
        return new ActOutcome.Refused("recall." + why);
    }
}
