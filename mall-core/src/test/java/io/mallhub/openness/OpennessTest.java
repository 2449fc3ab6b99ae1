package io.mallhub.openness;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.audit.AuditLog;
import io.mallhub.audit.AuditQuery;
import io.mallhub.fixture.AtOnce;
import io.mallhub.fixture.MallTest;
import io.mallhub.openness.Openness.ChangeDoors;
import io.mallhub.openness.Openness.ChangeOutcome;
import io.mallhub.openness.Openness.Doors;
import io.mallhub.shared.Actor;
import io.mallhub.shared.PageRequest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MallTest
class OpennessTest {
    private static final Actor ADMIN = Actor.staff("admin", "管理员");

    @Autowired Openness openness;
    @Autowired AuditLog audit;

    @BeforeEach
    @AfterEach
    void wideOpen() {
        openness.change(wanted(GuestAccess.CATALOGUE, RegistrationAccess.OPEN, "恢复", ADMIN));
    }

    @Test
    void aChangeHoldsAtOnceAndStandsInHistoryAndAudit() {
        ChangeOutcome outcome =
                openness.change(
                        wanted(GuestAccess.NOTHING, RegistrationAccess.INVITED, "试运营", ADMIN));

        assertThat(outcome).isEqualTo(new ChangeOutcome.Changed(openness.doors()));
        assertThat(openness.doors().guestsSeeTheCatalogue()).isFalse();
        assertThat(openness.doors().isByInvitationOnly()).isTrue();
        assertThat(openness.history(PageRequest.first(1)).items())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.doors()).isEqualTo(openness.doors());
                            assertThat(it.reason()).isEqualTo("试运营");
                            assertThat(it.by()).isEqualTo("管理员");
                        });
        String version = Long.toString(openness.doors().version());
        assertThat(
                        audit.page(
                                        new AuditQuery(null, "openness", version, null),
                                        PageRequest.first(5))
                                .items())
                .singleElement()
                .satisfies(
                        it ->
                                assertThat(it.entry().details())
                                        .containsEntry("guests", "CATALOGUE > NOTHING"));
    }

    @Test
    void whoHadAnOlderVersionInViewOrChangesNothingOrSaysNotWhyIsRefused() {
        Doors seen = openness.doors();

        assertThat(refusal(new ChangeDoors(seen, "同前", ADMIN))).isEqualTo("openness.unchanged");
        assertThat(refusal(wanted(GuestAccess.NOTHING, RegistrationAccess.OPEN, " \n ", ADMIN)))
                .isEqualTo("openness.reason-missing");
        assertThat(
                        refusal(
                                wanted(
                                        GuestAccess.NOTHING,
                                        RegistrationAccess.OPEN,
                                        "我想",
                                        Actor.buyer("han", "韩"))))
                .isEqualTo("openness.not-staff");
        openness.change(wanted(GuestAccess.NOTHING, RegistrationAccess.OPEN, "关闭", ADMIN));
        assertThat(
                        refusal(
                                new ChangeDoors(
                                        new Doors(
                                                seen.version(),
                                                GuestAccess.CATALOGUE,
                                                RegistrationAccess.INVITED),
                                        "晚了",
                                        ADMIN)))
                .isEqualTo("openness.changed-meanwhile");
    }

    @Test
    void ofTwoChangesAtOnceFromTheSameVersionOneHolds() throws Exception {
        Doors seen = openness.doors();

        List<ChangeOutcome> outcomes =
                AtOnce.run(
                        4,
                        number ->
                                openness.change(
                                        new ChangeDoors(
                                                new Doors(
                                                        seen.version(),
                                                        GuestAccess.NOTHING,
                                                        RegistrationAccess.OPEN),
                                                "同时 " + number,
                                                ADMIN)));

        assertThat(outcomes).filteredOn(ChangeOutcome.Changed.class::isInstance).hasSize(1);
    }

    private ChangeDoors wanted(
            GuestAccess guests, RegistrationAccess registration, String reason, Actor by) {
        return new ChangeDoors(
                new Doors(openness.doors().version(), guests, registration), reason, by);
    }

    private String refusal(ChangeDoors command) {
        return ((ChangeOutcome.Refused) openness.change(command)).why();
    }
}
