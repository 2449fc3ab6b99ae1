package io.mallhub.recall;

import static io.mallhub.fixture.RecallFixtures.QUALITY;
import static io.mallhub.fixture.TradeFixtures.BUYER;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.fixture.AtOnce;
import io.mallhub.order.OrderView;
import io.mallhub.order.Orders;
import io.mallhub.recall.RecallView.Buyer;
import io.mallhub.recall.Recalls.OpenOutcome;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class OpenRecallTest extends RecallTest {
    @Autowired Orders orders;

    @Test
    void openingLocksTheBatchAndTellsEveryBuyerOnce() {
        CustomerId one = goods.aBuyerOf(product, BATCH, 10);
        CustomerId other = goods.aBuyerOf(product, BATCH, 20);
        CustomerId untouched = goods.aBuyerOf(product, OTHER_BATCH, 5);
        assertThat(sellable().isPositive()).isTrue();

        RecallView recall = goods.opened(product, BATCH);

        assertThat(isLocked()).isTrue();
        assertThat(recall.locked()).isTrue();
        assertThat(sellable()).isEqualTo(Quantity.ZERO);
        assertThat(recall.buyers())
                .extracting(Buyer::customer)
                .containsExactlyInAnyOrder(one, other);
        assertThat(recall.notNotified()).isEmpty();
        assertThat(recall.unconfirmed()).hasSize(2);
        assertThat(told(one)).containsExactly("一级召回：阿莫西林胶囊 批号 B20261 /recalls/" + recall.number());
        assertThat(told(untouched)).isEmpty();
        assertThat(events.stream(BatchRecalled.class))
                .extracting(BatchRecalled::number)
                .containsExactly(recall.number());
    }

    @ParameterizedTest
    @CsvSource({
        "I, 2026-11-25T23:59:59, 2026-11-26T15:59:59Z",
        "II, 2026-11-25T23:59:59, 2026-11-28T15:59:59Z",
        "III, 2026-12-28T00:00:00, 2027-01-03T16:00:00Z"
    })
    void theDeadlineIsOneThreeOrSevenDaysInShanghai(
            RecallClass recallClass, String opened, Instant due) {
        clock.set(opened);
        goods.aBuyerOf(product, BATCH, 10);

        RecallView recall =
                goods.opened(new OpenRecall(product, BATCH, recallClass, "含量不合格", QUALITY, false));

        assertThat(recall.noticeDue()).isEqualTo(due);
        assertThat(recall.buyers()).extracting(Buyer::due).containsExactly(due);
        assertThat(recall.buyers().getFirst().isLate(due.plusSeconds(1))).isFalse();
    }

    @Test
    void aBuyerOfAPartlyShippedOrderIsNotMissed() {
        CustomerId company = goods.aCustomer();
        String order = goods.anOrderFor(company, product, 10);
        goods.ship(order, "FH-1", product, OTHER_BATCH, 4);
        goods.ship(order, "FH-2", product, BATCH, 1);

        RecallView recall = goods.opened(product, BATCH);

        assertThat(recall.buyers())
                .singleElement()
                .satisfies(it -> assertThat(it.customer()).isEqualTo(company))
                .satisfies(it -> assertThat(it.got()).isEqualTo(Quantity.of(1)));
    }

    /** Deliveries before and after the opening, of two batches, in any order. */
    @RepeatedTest(12)
    void whateverWasDeliveredAndWhenAllBuyersOfTheBatchAndNoOthersAreTold(
            RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<CustomerId> companies =
                List.of(goods.aCustomer(), goods.aCustomer(), goods.aCustomer());
        List<String> open = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            open.add(goods.anOrderFor(companies.get(random.nextInt(3)), product, 9));
        }
        Set<CustomerId> expected = new HashSet<>();
        int opening = random.nextInt(8);
        String number = "";
        for (int i = 0; i < 8; i++) {
            if (i == opening) {
                number = goods.opened(product, BATCH).number();
            }
            String order = open.get(random.nextInt(open.size()));
            String batch = random.nextBoolean() ? BATCH : OTHER_BATCH;
            OrderView view = orders.order(order).orElseThrow();
            if (view.lines().getFirst().shipped().compareTo(Quantity.of(7)) <= 0) {
                goods.ship(order, "FH-" + i, product, batch, 1 + random.nextInt(2));
                if (batch.equals(BATCH)) {
                    expected.add(view.customer());
                }
            }
        }

        assertThat(view(number).buyers())
                .extracting(Buyer::customer)
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(view(number).notNotified()).isEmpty();
        for (CustomerId company : companies) {
            assertThat(told(company).isEmpty()).isEqualTo(!expected.contains(company));
        }
    }

    @Test
    void aDeliveryOfTheLockedBatchIsRecordedAndItsBuyerHasToConfirmAnew() {
        CustomerId company = goods.aCustomer();
        String order = goods.anOrderFor(company, product, 10);
        goods.ship(order, "FH-1", product, BATCH, 4);
        String number = goods.opened(product, BATCH).number();
        recalls.confirm(company, number, BUYER);

        clock.set("2026-11-24T18:00:00");
        goods.ship(order, "FH-2", product, BATCH, 6);

        Buyer buyer = view(number).buyers().getFirst();
        assertThat(buyer.got()).isEqualTo(Quantity.of(10));
        assertThat(buyer.confirmedAt()).isNull();
        assertThat(buyer.notifiedAt()).isEqualTo(clock.instant());
        assertThat(buyer.due()).isEqualTo(RecallClass.I.noticeDue(clock.instant()));
        assertThat(told(company)).hasSize(2);
    }

    @Test
    void deliveriesAtTheMomentOfTheOpeningAreMissedByNeither() throws Exception {
        List<CustomerId> companies = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            companies.add(goods.aCustomer());
            numbers.add(goods.anOrderFor(companies.get(i), product, 3));
        }

        AtOnce.run(
                7,
                i -> {
                    if (i == 6) {
                        return goods.opened(product, BATCH).number();
                    }
                    goods.ship(numbers.get(i), "FH-1", product, BATCH, 3);
                    return "";
                });

        String number =
                recalls.live(List.of(product)).stream()
                        .map(Recalls.Live::number)
                        .collect(Collectors.joining());
        assertThat(view(number).buyers())
                .extracting(Buyer::customer)
                .containsExactlyInAnyOrderElementsOf(companies);
        assertThat(view(number).notNotified()).isEmpty();
    }

    @Test
    void ofTwoOpeningsOfOneBatchAtOnceOneIsRefused() throws Exception {
        goods.aBuyerOf(product, BATCH, 10);
        OpenRecall command =
                new OpenRecall(product, BATCH, RecallClass.II, "含量不合格", QUALITY, false);

        List<OpenOutcome> outcomes = AtOnce.run(2, i -> recalls.open(command));

        assertThat(outcomes).hasAtLeastOneElementOfType(OpenOutcome.Opened.class);
        assertThat(outcomes)
                .filteredOn(OpenOutcome.Refused.class::isInstance)
                .extracting(it -> ((OpenOutcome.Refused) it).problem())
                .containsExactly("recall.open-already");
    }

    @Test
    void aBatchThatIsSpelledOtherwiseThanTheErpWritesItIsNotTakenForAnotherOne() {
        goods.aBuyerOf(product, BATCH, 10);

        assertThat(open(product, "b-2026 1", "检出异物"))
                .isEqualTo(new OpenOutcome.Refused("recall.batch-differs", BATCH));

        assertThat(isLocked()).isFalse();
    }

    @Test
    void aBatchThatIsOnlyInStockIsRecalledWithoutAskingBack() {
        RecallView recall = goods.opened(product, BATCH);

        assertThat(recall.buyers()).isEmpty();
        assertThat(isLocked()).isTrue();
    }

    @Test
    void aBatchThatWasOnlyDeliveredIsRecalledWithoutAskingBack() {
        CustomerId company = goods.aBuyerOf(product, OTHER_BATCH, 5);

        RecallView recall = goods.opened(product, OTHER_BATCH);

        assertThat(recall.buyers()).extracting(Buyer::customer).containsExactly(company);
    }

    @Test
    void aBatchNobodyGotAndNoStockListsIsRecalledOnlyIfInsistedOn() {
        assertThat(open(product, " B-NEW ", "检出异物"))
                .isEqualTo(new OpenOutcome.Refused("recall.batch-unknown", "B-NEW"));
        assertThat(locks.isLocked(product, "B-NEW")).isFalse();

        RecallView recall =
                goods.opened(
                        new OpenRecall(product, "B-NEW", RecallClass.I, "检出异物", QUALITY, true));

        assertThat(recall.buyers()).isEmpty();
        assertThat(locks.isLocked(product, "B-NEW")).isTrue();
    }

    @Test
    void insistingDoesNotHelpAgainstAnotherSpelling() {
        OpenRecall mistyped =
                new OpenRecall(product, "b20261", RecallClass.I, "检出异物", QUALITY, true);

        assertThat(problem(recalls.open(mistyped))).isEqualTo("recall.batch-differs");
    }

    @Test
    void whatARecallWouldFindIsToldBeforeItIsOpened() {
        CustomerId company = goods.aCustomer();
        String order = goods.anOrderFor(company, product, 10);
        goods.ship(order, "FH-1", product, BATCH, 4);
        goods.ship(order, "FH-2", product, BATCH, 6);
        goods.aBuyerOf(product, BATCH, 3);

        assertThat(recalls.reach(product, " B20261 "))
                .isEqualTo(new Recalls.Reach(3, 2, Quantity.of(13), true, Quantity.of(1000), ""));
        assertThat(recalls.reach(product, "b-20261"))
                .isEqualTo(new Recalls.Reach(0, 0, Quantity.ZERO, false, Quantity.ZERO, BATCH));
        assertThat(recalls.reach(product, "B-NEW").isNothing()).isTrue();
        assertThat(isLocked()).isFalse();
    }

    @Test
    void whatCannotBeARecallIsRefusedAndLocksNothing() {
        assertThat(problem(open(product, " ", "检出异物"))).isEqualTo("recall.batch-missing");
        assertThat(problem(open(product, BATCH, " "))).isEqualTo("recall.reason-missing");
        assertThat(problem(open(new ProductId(UUID.randomUUID()), BATCH, "检出异物")))
                .isEqualTo("recall.unknown-product");
        assertThat(
                        problem(
                                recalls.open(
                                        new OpenRecall(
                                                product,
                                                BATCH,
                                                RecallClass.I,
                                                "检出异物",
                                                BUYER,
                                                false))))
                .isEqualTo("recall.not-staff");
        assertThat(isLocked()).isFalse();
    }

    @Test
    void ordersThatStillLackTheProductAreFound() {
        CustomerId company = goods.aCustomer();
        String waiting = goods.anOrderFor(company, product, 5);
        String partly = goods.anOrderFor(company, product, 5);
        goods.ship(partly, "FH-1", product, BATCH, 2);
        String whole = goods.anOrderFor(company, product, 5);
        goods.ship(whole, "FH-1", product, BATCH, 5);

        assertThat(orders.openWith(product)).containsExactlyInAnyOrder(waiting, partly);
        assertThat(orders.openOf(company)).containsExactlyInAnyOrder(waiting, partly);
    }

    private OpenOutcome open(ProductId of, String batch, String reason) {
        return recalls.open(new OpenRecall(of, batch, RecallClass.I, reason, QUALITY, false));
    }

    private static String problem(OpenOutcome outcome) {
        return ((OpenOutcome.Refused) outcome).problem();
    }
}
