package io.mallhub.recall;

import static io.mallhub.fixture.TradeFixtures.BUYER;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.catalog.Products;
import io.mallhub.fixture.RecallFixtures;
import io.mallhub.fixture.ReturnFixtures;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.notification.Inbox;
import io.mallhub.notification.NoticeView;
import io.mallhub.notification.Recipient;
import io.mallhub.returns.Disposition;
import io.mallhub.returns.ReturnReason;
import io.mallhub.returns.ReturnWish;
import io.mallhub.returns.ReturnableLine;
import io.mallhub.returns.Returns;
import io.mallhub.returns.Returns.EligibilityFacts;
import io.mallhub.returns.SubmitReturn;
import io.mallhub.returns.SubmitReturnOutcome;
import io.mallhub.returns.SubmitReturnOutcome.LineProblem;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Goods of a recalled batch come back, whenever they were shipped. */
class RecallReturnTest extends RecallTest {
    @Autowired Returns returns;
    @Autowired ReturnFixtures returned;
    @Autowired Products products;

    private CustomerId company;
    private String order;

    @BeforeEach
    void bothBatchesAtOneCustomer() {
        company = goods.aCustomer();
        order = goods.anOrderFor(company, product, 10);
        goods.ship(order, "FH-1", product, BATCH, 6);
        goods.ship(order, "FH-2", product, OTHER_BATCH, 4);
    }

    @Test
    void linesOfTheRecalledBatchMayComeBackLongAfterTheUsualPeriods() {
        clock.advance(Duration.ofDays(400));
        goods.opened(product, BATCH);

        assertThat(returns.returnable(company, order))
                .extracting(ReturnableLine::recalled)
                .containsExactly(true, false);
        String number = returned.submitted(recall(0, 6));

        assertThat(returns.facts(number))
                .satisfies(it -> assertThat(it.reason()).isEqualTo(ReturnReason.RECALL))
                .extracting(EligibilityFacts::days)
                .isEqualTo(400L);
    }

    @Test
    void whatIsNotRecalledDoesNotComeBackAsARecall() {
        assertThat(problems(recall(0, 6))).containsExactly("return.not-recalled");
        goods.opened(product, BATCH);

        assertThat(problems(recall(1, 4))).containsExactly("return.not-recalled");
    }

    @Test
    void aClosedRecallStillTakesGoodsBackWhileTheBatchIsLocked() {
        String recall = goods.opened(product, BATCH).number();
        recalls.close(recall, "完成", RecallFixtures.COLLEAGUE);
        returned.submitted(recall(0, 2));

        recalls.unlock(recall, "复检合格", RecallFixtures.HEAD);

        assertThat(problems(recall(0, 2))).containsExactly("return.not-recalled");
    }

    @Test
    void coldGoodsOfARecallComeBackWithoutALogger() {
        products.categorise(product, RegulatoryCategory.INSULIN, TradeFixtures.DESK);
        goods.opened(product, BATCH);
        assertThat(returns.returnable(company, order).getFirst().coldChain()).isTrue();

        assertThat(returned.submitted(recall(0, 6))).startsWith("RT");
    }

    @Test
    void theBuyerIsToldOfEveryStepOnce() {
        goods.opened(product, BATCH);
        String number = returned.submitted(recall(0, 6));
        returns.approve(number);
        returns.approve(number);
        returned.receive(number, 6);
        returned.inspect(number, Map.of(Disposition.DESTROY, Quantity.of(6)));
        returns.settle(number);
        returns.settle(number);

        assertThat(told(company))
                .hasSize(4)
                .satisfies(it -> assertThat(it.get(0)).startsWith("退货已入账：" + number))
                .satisfies(it -> assertThat(it.get(1)).startsWith("退货已收到：" + number))
                .satisfies(it -> assertThat(it.get(2)).startsWith("退货已同意：" + number))
                .allSatisfy(it -> assertThat(it).containsAnyOf("/returns/" + number, "/recalls/"));
    }

    @Test
    void theBuyerIsToldWhyAReturnWasRefused() {
        String number = returned.submitted(returned.of(company, order, 2));

        returns.refuse(number, "too-late");

        assertThat(texts(company)).singleElement().asString().contains(number, "已超过可退货期限");
    }

    private List<String> texts(CustomerId of) {
        return notifications
                .inbox(
                        new Inbox("test", List.of(new Recipient.Company(of).audience())),
                        Locale.CHINESE,
                        PageRequest.first(20))
                .items()
                .stream()
                .map(NoticeView::text)
                .toList();
    }

    private SubmitReturn recall(int place, long quantity) {
        ReturnableLine line = returns.returnable(company, order).get(place);
        return new SubmitReturn(
                company,
                order,
                UUID.randomUUID().toString(),
                ReturnReason.RECALL,
                ReturnWish.REFUND,
                "",
                null,
                List.of(
                        new SubmitReturn.Line(
                                line.delivery(),
                                line.orderLine(),
                                line.batch(),
                                line.expiry(),
                                Quantity.of(quantity),
                                List.of())),
                BUYER);
    }

    private List<String> problems(SubmitReturn command) {
        SubmitReturnOutcome outcome = returns.submit(command);
        return ((SubmitReturnOutcome.Refused) outcome)
                .problems().stream().map(LineProblem::problem).toList();
    }
}
