package io.mallhub.points.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.fixture.CouponFixtures;
import io.mallhub.fixture.MutableClock;
import io.mallhub.points.PointsRule;
import io.mallhub.points.PointsRules.PutRule;
import io.mallhub.promotion.GiftTerms;
import io.mallhub.runtime.fixture.TestDatabase;
import io.mallhub.runtime.fixture.TestPostgres;
import io.mallhub.shared.Money;
import io.mallhub.shared.RegulatoryCategory;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A rule for points from before the gift policy held for points. */
class PointsUnderTheGiftPolicyTest {
    private static final String BEFORE = "454";

    private final TestDatabase database = TestPostgres.newDatabase();
    private final PointsRuleTable rules =
            new PointsRuleTable(
                    JdbcClient.create(
                            new SingleConnectionDataSource(
                                    database.jdbcUrl(),
                                    database.user(),
                                    database.password(),
                                    true)));

    @Test
    void aRuleThatLetPointsPayForPrescriptionDrugsIsFollowedByOneThatDoesNot() {
        flyway().target(BEFORE).load().migrate();
        PointsRule before =
                rules.add(1, rule(true, Set.of(RegulatoryCategory.DEVICE_III)), MutableClock.START)
                        .orElseThrow();

        flyway().load().migrate();

        PointsRule after = rules.newest().orElseThrow();
        Set<RegulatoryCategory> never = EnumSet.copyOf(GiftTerms.FIRST.never());
        never.add(RegulatoryCategory.DEVICE_III);
        assertThat(after.version()).isEqualTo(2);
        assertThat(after.neverRedeem()).isEqualTo(never);
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("version", "neverRedeem", "reason", "by", "at")
                .isEqualTo(before);
        assertThat(rules.version(1)).as("for orders paid by it").contains(before);
    }

    @Test
    void aRuleThatObeysItOrPaysForNothingStays() {
        flyway().target(BEFORE).load().migrate();
        rules.add(1, rule(false, Set.of()), MutableClock.START);

        flyway().load().migrate();

        assertThat(rules.newest().orElseThrow().version()).isEqualTo(1);
    }

    private FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password());
    }

    private static PutRule rule(boolean redeems, Set<RegulatoryCategory> never) {
        return new PutRule(
                0,
                BigDecimal.ONE,
                Set.of(),
                12,
                redeems,
                100,
                Money.of("1.00"),
                50,
                never,
                700,
                "test",
                CouponFixtures.MARKETING);
    }
}
