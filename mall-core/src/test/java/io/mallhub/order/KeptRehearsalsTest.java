package io.mallhub.order;

import static io.mallhub.fixture.PromotionFixtures.MARKETING;
import static io.mallhub.fixture.TradeFixtures.anOrderOf;
import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.fixture.PromotionFixtures;
import io.mallhub.order.DealRehearsals.Kept;
import io.mallhub.order.Deals.Rehearsal;
import io.mallhub.promotion.Conditions;
import io.mallhub.promotion.Limits;
import io.mallhub.promotion.Promotions;
import io.mallhub.promotion.Promotions.Version;
import io.mallhub.promotion.Rule;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Three companies order boxes at 10.00 on one day; a draft of a live rule is rehearsed on it. */
class KeptRehearsalsTest extends OrderTest {
    @Autowired DealRehearsals rehearsals;
    @Autowired Deals deals;
    @Autowired Promotions promotions;
    @Autowired PromotionFixtures rules;

    private ProductId boxes;
    private Rule live;
    private Rule draft;
    private LocalDate day;

    @BeforeEach
    void threeOrdersOfADay() {
        clock.advance(Duration.ofDays(220)); // tests share one mall
        day = MallTime.today(clock);
        boxes = trade.anOtcProduct("10.00", 1000);
        live = rules.off("100.00", "10.00", boxes);
        draft =
                rules.next(
                        live,
                        Conditions.NONE.within(new Limits(null, 2, 0)),
                        PromotionFixtures.offBenefit("100.00", "30.00", boxes));
        ordered(customer);
        ordered(aCompany());
        ordered(aCompany());
    }

    @AfterEach
    void testIsOver() {
        promotions.stop(live.code(), "test is over", MARKETING);
    }

    @Test
    void whatCameOfARehearsalIsPagedThroughAsItWasWhateverBecameOfRulesAndOrdersSince() {
        Rehearsal outcome = deals.rehearse(List.of(draft), day, day);
        assertThat(outcome.customers()).hasSize(3);
        assertThat(outcome.hits()).hasSize(1);

        long number = rehearsals.keep(List.of(draft), day, day, MARKETING);
        promotions.publish(draft.code(), draft.version(), "go", MARKETING);
        ordered(aCompany());

        Kept kept = rehearsals.find(number).orElseThrow();
        assertThat(kept.drafts()).containsExactly(new Version(live.code(), 2));
        assertThat(kept.isAbout(live.code())).isTrue();
        assertThat(List.of(kept.first(), kept.last())).containsOnly(day);
        assertThat(kept.at()).isEqualTo(clock.instant());
        assertThat(kept.by()).isEqualTo(MARKETING.name());
        assertThat(kept.customers()).isEqualTo(3);
        assertThat(kept.outcome())
                .usingRecursiveComparison()
                .ignoringFields("customers")
                .isEqualTo(outcome);
        assertThat(rehearsals.customers(number, new PageRequest(0, 2, "")).items())
                .isEqualTo(outcome.customers().subList(0, 2));
        assertThat(rehearsals.customers(number, new PageRequest(1, 2, "")).items())
                .isEqualTo(outcome.customers().subList(2, 3));
    }

    @Test
    void itIsThrownAwayAfterThirtyDaysWithTheNextOne() {
        long first = rehearsals.keep(List.of(draft), day, day, MARKETING);
        clock.advance(Duration.ofDays(DealRehearsals.DAYS_KEPT));
        long second = rehearsals.keep(List.of(draft), day, day, MARKETING);
        assertThat(rehearsals.find(first)).isPresent();
        clock.advance(Duration.ofSeconds(1));
        long third = rehearsals.keep(List.of(draft), day, day, MARKETING);

        assertThat(rehearsals.find(first)).isEmpty();
        assertThat(rehearsals.customers(first, PageRequest.first(9)).items()).isEmpty();
        assertThat(rehearsals.find(second)).isPresent();
        assertThat(rehearsals.find(third)).isPresent();
    }

    private CustomerId aCompany() {
        CustomerId company = customers.anActiveCustomer().id();
        trade.giveCredit(company, "1000.00");
        return company;
    }

    private void ordered(CustomerId company) {
        trade.submitted(anOrderOf(company, line(boxes, 10)));
    }
}
