package io.mallhub.openness;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.audit.AuditLog;
import io.mallhub.audit.AuditQuery;
import io.mallhub.fixture.AtOnce;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.MutableClock;
import io.mallhub.openness.Invitations.InvitationQuery;
import io.mallhub.openness.Invitations.MakeInvitation;
import io.mallhub.openness.Invitations.MakeOutcome;
import io.mallhub.openness.Invitations.RedeemOutcome;
import io.mallhub.openness.Invitations.Registrant;
import io.mallhub.shared.Actor;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.PageRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MallTest
class InvitationsTest {
    private static final Actor SELLER = Actor.staff("wei", "张伟");
    private static final String USCC = "91310000MA1K35F67X";

    @Autowired Invitations invitations;
    @Autowired AuditLog audit;
    @Autowired MutableClock clock;
    @Autowired JdbcClient jdbc;

    @AfterEach
    void clockBack() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL, Li.Si@Pharmacy.example.com",
        "PHONE, +86 139-0000-0001",
        "COMPANY, ９１310000ma1k35f67x",
        "COMPANY, 康 复大药房"
    })
    void whoStatesWhatTheInvitationIsForHasItHoweverItWasTyped(InviteeKind kind, String invitee) {
        MakeOutcome.Made made = made(kind, invitee);

        RedeemOutcome outcome = invitations.redeem(made.code().toLowerCase(), anApplicant());

        assertThat(outcome).isInstanceOf(RedeemOutcome.Redeemed.class);
        InvitationView used = invitations.byCode(made.code()).orElseThrow();
        assertThat(used.state()).isEqualTo(InvitationState.USED);
        assertThat(used.usedBy()).isEqualTo("li.si@pharmacy.example.com");
        assertThat(used.company()).isEqualTo("康复大药房");
        assertThat(used.salesperson()).isEqualTo("wei");
    }

    @Test
    void anInvitationCountsOnce() throws Exception {
        String code = made(InviteeKind.COMPANY, USCC).code();

        List<RedeemOutcome> outcomes =
                AtOnce.run(4, number -> invitations.redeem(code, anApplicant()));

        assertThat(outcomes).filteredOn(RedeemOutcome.Redeemed.class::isInstance).hasSize(1);
        assertThat(refusal(code)).isEqualTo("invitation.used");
    }

    @Test
    void itCountsThroughItsLastDayAndNotForAnotherNorAfterItWasRevoked() {
        String another = made(InviteeKind.PHONE, "13811112222").code();
        MakeOutcome.Made revoked = made(InviteeKind.PHONE, "13900000001");
        String late = made(InviteeKind.PHONE, "13900000001").code();

        assertThat(refusal(another)).isEqualTo("invitation.for-another");
        assertThat(refusal("ABCD-EFGH")).isEqualTo("invitation.unknown");
        long id = revoked.invitation().id();
        assertThat(invitations.revoke(id, "somebody-else", "不再合作", SELLER))
                .contains("invitation.not-to-revoke");
        assertThat(invitations.revoke(id, "wei", "  ", SELLER))
                .contains("invitation.reason-missing");
        assertThat(invitations.revoke(id, "wei", "不再合作", SELLER)).isEmpty();
        assertThat(refusal(revoked.code())).isEqualTo("invitation.revoked");
        clock.advance(Duration.ofDays(8));
        assertThat(refusal(late)).isEqualTo("invitation.expired");
    }

    @Test
    void aCodeIsKeptNowhere() {
        MakeOutcome.Made made = made(InviteeKind.PHONE, "13900000001");

        String row =
                jdbc.sql("SELECT invitation::text FROM invitation WHERE id = ?")
                        .param(made.invitation().id())
                        .query(String.class)
                        .single();
        String entries =
                audit.page(
                                new AuditQuery(
                                        null,
                                        "invitation",
                                        Long.toString(made.invitation().id()),
                                        null),
                                PageRequest.first(5))
                        .toString();

        assertThat(made.code()).matches("([A-Z2-9]{4}-){3}[A-Z2-9]{4}");
        assertThat(row + entries).doesNotContain(made.code(), made.code().replace("-", ""));
        assertThat(entries).contains("make-invitation");
    }

    @Test
    void whatCanBeNobodysOrHasNoEndIsRefused() {
        assertThat(notMade(InviteeKind.EMAIL, "no e-mail", 7)).isEqualTo("invitation.email");
        assertThat(notMade(InviteeKind.PHONE, "12", 7)).isEqualTo("invitation.phone");
        assertThat(notMade(InviteeKind.COMPANY, " ", 7)).isEqualTo("invitation.company");
        assertThat(notMade(InviteeKind.PHONE, "13900000001", -1)).isEqualTo("invitation.day-past");
        assertThat(notMade(InviteeKind.PHONE, "13900000001", 400)).isEqualTo("invitation.day-far");
    }

    @Test
    void theListIsFilteredByStateMakerAndInviteeAndPaged() {
        String name = "药房" + UUID.randomUUID();
        for (int one = 0; one < 3; one++) {
            made(InviteeKind.COMPANY, name + one);
        }
        invitations.revoke(
                made(InviteeKind.COMPANY, name + "x").invitation().id(), null, "误发", SELLER);

        assertThat(
                        invitations
                                .page(
                                        new InvitationQuery(InvitationState.OPEN, "wei", name),
                                        PageRequest.of(1, 2))
                                .items())
                .extracting(InvitationView::invitee)
                .containsExactly(name + "0");
        assertThat(total(InvitationState.REVOKED, name)).isEqualTo(1);
        assertThat(total(InvitationState.USED, name)).isZero();
        clock.advance(Duration.ofDays(30));
        assertThat(total(InvitationState.EXPIRED, name)).isEqualTo(3);
        assertThat(total(null, name)).isEqualTo(4);
    }

    private long total(@Nullable InvitationState state, String text) {
        return invitations
                .page(new InvitationQuery(state, null, text), PageRequest.first(1))
                .total();
    }

    private static Registrant anApplicant() {
        return new Registrant("康复大药房", USCC, "13900000001", "li.si@pharmacy.example.com");
    }

    private String refusal(String code) {
        return ((RedeemOutcome.Refused) invitations.redeem(code, anApplicant())).why();
    }

    private MakeOutcome.Made made(InviteeKind kind, String invitee) {
        return (MakeOutcome.Made) invitations.make(command(kind, invitee, 7));
    }

    private String notMade(InviteeKind kind, String invitee, int days) {
        return ((MakeOutcome.Refused) invitations.make(command(kind, invitee, days))).why();
    }

    private MakeInvitation command(InviteeKind kind, String invitee, int days) {
        LocalDate today = MallTime.today(clock);
        return new MakeInvitation(kind, invitee, "wei", today.plusDays(days), "展会认识", SELLER);
    }
}
