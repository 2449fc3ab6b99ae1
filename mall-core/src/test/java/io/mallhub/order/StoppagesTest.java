package io.mallhub.order;

import static io.mallhub.fixture.TradeFixtures.anOrderOf;
import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.customer.DocumentType;
import io.mallhub.customer.ExpiryRow;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.order.Stoppages.Stoppage;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the forecast says of orders, and what the gate left behind of them. */
@MallTest
class StoppagesTest {
    /** The last day of the fixtures' documents. */
    private static final LocalDate END = LocalDate.of(2028, 12, 31);

    @Autowired Stoppages stoppages;
    @Autowired Orders orders;
    @Autowired LicenceEvidence evidence;
    @Autowired CustomerFixtures customers;
    @Autowired TradeFixtures trade;
    @Autowired Clock clock;

    CustomerId company;

    @BeforeEach
    void aPharmacyWithCredit() {
        company = customers.anActiveCustomer().id();
        trade.giveCredit(company, "100000");
    }

    @Test
    void whatIsNotShippedStopsOnTheDayTheLicenceEnds() {
        String order = trade.anAcceptedOrder(company);
        trade.ship(order, "FH-STOP-" + order, 4);

        List<Stoppage> found = stoppages.when(List.of(ending(END)));

        assertThat(found)
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.day()).isEqualTo(END);
                            assertThat(it.orders()).isEqualTo(1);
                            assertThat(it.lines().getFirst().order()).isEqualTo(order);
                            assertThat(it.lines().getFirst().open()).isEqualTo(Quantity.of(6));
                            assertThat(it.lines().getFirst().reason()).startsWith("gate.");
                        });
    }

    @Test
    void aDayOnWhichNothingEndsStopsNothing() {
        trade.anAcceptedOrder(company);

        assertThat(stoppages.when(List.of(ending(END.minusDays(1)))))
                .singleElement()
                .satisfies(it -> assertThat(it.lines()).isEmpty());
    }

    @Test
    void whatIsShippedWholeNoLongerStops() {
        String order = trade.anAcceptedOrder(company);
        trade.ship(order, "FH-STOP-" + order, 10);

        assertThat(stoppages.when(List.of(ending(END))).getFirst().lines()).isEmpty();
    }

    @Test
    void everyCheckOfTheGateIsKeptWithItsVerdicts() {
        String order = trade.aPlacedOrder(company);

        var checks =
                evidence.of(
                        company,
                        clock.instant().minus(Duration.ofDays(1)),
                        clock.instant().plus(Duration.ofDays(1)),
                        PageRequest.first(20));

        assertThat(checks.items())
                .first()
                .satisfies(
                        it -> {
                            assertThat(it.order()).isEqualTo(order);
                            assertThat(it.passed()).isTrue();
                            assertThat(it.verdicts()).hasSize(1);
                            assertThat(it.verdicts().getFirst().evidence()).isNotEmpty();
                        });
        assertThat(
                        evidence.of(
                                        company,
                                        clock.instant().plus(Duration.ofDays(1)),
                                        clock.instant().plus(Duration.ofDays(2)),
                                        PageRequest.first(20))
                                .total())
                .isZero();
    }

    @Test
    void whatTheGateRefusesAtSubmitIsKeptOnceADayWithTheLinesItIsAbout() {
        ProductId allowed = trade.aProduct("10.00", 100);
        ProductId never = trade.anUncategorisedProduct();
        SubmitOrder order = anOrderOf(company, line(allowed, 1), line(never, 1));

        orders.submit(order);
        orders.submit(order);

        Instant yesterday = clock.instant().minus(Duration.ofDays(1));
        Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
        assertThat(evidence.refusals(company, yesterday, tomorrow, PageRequest.first(20)).items())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.times()).isEqualTo(2);
                            assertThat(it.lines())
                                    .singleElement()
                                    .satisfies(
                                            line -> {
                                                assertThat(line.verdict().product())
                                                        .isEqualTo(never);
                                                assertThat(line.verdict().reason())
                                                        .startsWith("gate.");
                                                assertThat(line.code()).isNotEmpty();
                                            });
                        });
        assertThat(
                        evidence.refusals(
                                        company,
                                        tomorrow,
                                        tomorrow.plus(Duration.ofDays(1)),
                                        PageRequest.first(20))
                                .total())
                .isZero();
    }

    @Test
    void whatIsRefusedForAnotherReasonIsNoEvidenceOfTheGate() {
        ProductId scarce = trade.aProduct("10.00", 1);

        orders.submit(anOrderOf(company, line(scarce, 2)));

        assertThat(
                        evidence.refusals(
                                        company,
                                        clock.instant().minus(Duration.ofDays(1)),
                                        clock.instant().plus(Duration.ofDays(1)),
                                        PageRequest.first(20))
                                .items())
                .isEmpty();
    }

    private ExpiryRow ending(LocalDate day) {
        return new ExpiryRow(
                company,
                "C1",
                "测试药房",
                DocumentType.DRUG_DISTRIBUTION_LICENCE,
                "沪DA1",
                day,
                false,
                null,
                null);
    }
}
