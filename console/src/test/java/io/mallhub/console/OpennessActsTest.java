package io.mallhub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.mallhub.catalog.Visibility;
import io.mallhub.catalog.Visibility.PutRule;
import io.mallhub.catalog.VisibilityRule.Audience;
import io.mallhub.catalog.VisibilityRule.AudienceKind;
import io.mallhub.catalog.VisibilityRule.Effect;
import io.mallhub.catalog.VisibilityRule.Goods;
import io.mallhub.catalog.VisibilityRule.GoodsKind;
import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import io.mallhub.openness.GuestAccess;
import io.mallhub.openness.Invitations;
import io.mallhub.openness.Invitations.InvitationQuery;
import io.mallhub.openness.Invitations.MakeInvitation;
import io.mallhub.openness.InviteeKind;
import io.mallhub.openness.Openness;
import io.mallhub.openness.Openness.ChangeDoors;
import io.mallhub.openness.Openness.Doors;
import io.mallhub.openness.RegistrationAccess;
import io.mallhub.webkit.Notice;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What is typed about openness, invitations and visibility becomes the command it says. */
@SpringBootTest(classes = {ConsoleTestApplication.class, StandingMall.class})
@AutoConfigureMockMvc
@SuppressWarnings("DirectInvocationOnMock")
class OpennessActsTest {
    @Autowired MockMvc mvc;
    @Autowired Openness openness;
    @Autowired Invitations invitations;
    @Autowired Visibility visibility;

    @BeforeEach
    void nothingWasDoneYet() {
        clearInvocations(openness, invitations, visibility);
    }

    @Test
    void aChangeCarriesTheVersionThatThePageShowed() throws Exception {
        Notice notice =
                notice(
                        send(
                                Role.ADMIN,
                                post("/console/openness")
                                        .param("version", "3")
                                        .param("guests", "NOTHING")
                                        .param("registration", "OPEN")
                                        .param("reason", "试运营")));

        assertThat(notice.key()).isEqualTo("console.notice.openness-changed");
        verify(openness)
                .change(
                        new ChangeDoors(
                                new Doors(3, GuestAccess.NOTHING, RegistrationAccess.OPEN),
                                "试运营",
                                StandingMall.staff(Role.ADMIN).actor()));
    }

    @Test
    void aSalespersonInvitesForHimselfSeesTheCodeOnceAndOnlyHisOwn() throws Exception {
        MvcResult made = send(Role.SALESPERSON, anInvitation());
        String page =
                send(Role.SALESPERSON, get("/console/invitations"))
                        .getResponse()
                        .getContentAsString();
        send(Role.SALESPERSON, post("/console/invitations/4/revoke").param("reason", "误发"));

        StaffView seller = StandingMall.staff(Role.SALESPERSON);
        assertThat(made.getFlashMap().get("code")).isEqualTo("ABCD-EFGH-JKLM-NPQR");
        assertThat(page).doesNotContain("ABCD-EFGH-JKLM-NPQR");
        verify(invitations)
                .make(
                        new MakeInvitation(
                                InviteeKind.PHONE,
                                "13900000001",
                                "salesperson",
                                LocalDate.of(2026, 12, 8),
                                "展会",
                                seller.actor()));
        verify(invitations)
                .page(ArgumentMatchers.eq(new InvitationQuery(null, "salesperson", null)), any());
        verify(invitations).revoke(4, "salesperson", "误发", seller.actor());
    }

    @Test
    void anAdministratorInvitesForNobodyAndRevokesAnybodys() throws Exception {
        send(Role.ADMIN, anInvitation());
        send(Role.ADMIN, post("/console/invitations/4/revoke").param("reason", "误发"));

        verify(invitations)
                .make(ArgumentMatchers.argThat(command -> command.salesperson() == null));
        verify(invitations).revoke(4, null, "误发", StandingMall.staff(Role.ADMIN).actor());
    }

    @Test
    void aRuleNamesAKnownProductAndAKnownCustomer() throws Exception {
        Notice unknownProduct = notice(send(Role.SALES, aRule("NO-SUCH", StandingMall.CUSTOMER)));
        Notice unknownCustomer =
                notice(send(Role.SALES, aRule(StandingMall.PRODUCT_CODE, "C99999999")));
        verify(visibility, never()).put(any());
        Notice kept =
                notice(send(Role.SALES, aRule(StandingMall.PRODUCT_CODE, StandingMall.CUSTOMER)));

        assertThat(unknownProduct.key()).isEqualTo("visibility.goods");
        assertThat(unknownCustomer.key()).isEqualTo("visibility.audience");
        assertThat(kept.key()).isEqualTo("console.notice.visibility-put");
        verify(visibility)
                .put(
                        ArgumentMatchers.argThat(
                                (PutRule rule) ->
                                        rule.effect() == Effect.HIDE
                                                && rule.goods().kind() == GoodsKind.PRODUCT
                                                && rule.goods()
                                                        .of()
                                                        .equals(
                                                                StandingMall.PRODUCT
                                                                        .value()
                                                                        .toString())
                                                && rule.audience()
                                                        .of()
                                                        .equals(
                                                                StandingMall.COMPANY
                                                                        .value()
                                                                        .toString())));
    }

    @Test
    void aRuleMayBeAboutThePriceAlone() throws Exception {
        send(
                Role.SALES,
                post("/console/visibility")
                        .param("effect", "HIDE_PRICE")
                        .param("goodsKind", "CATEGORY")
                        .param("category", "INSULIN")
                        .param("audienceKind", "TYPE")
                        .param("type", "PHARMACY")
                        .param("reason", "面议"));

        verify(visibility)
                .put(
                        ArgumentMatchers.argThat(
                                (PutRule rule) ->
                                        rule.effect() == Effect.HIDE_PRICE
                                                && rule.goods().of().equals("INSULIN")
                                                && rule.audience().of().equals("PHARMACY")));
    }

    @Test
    void aCatalogueIsShownToOneTypeAlone() throws Exception {
        MockHttpServletRequestBuilder typed =
                post("/console/visibility")
                        .param("effect", "SHOW")
                        .param("goodsKind", "MERCHANDISE")
                        .param("merchandise", "MED-WEST")
                        .param("audienceKind", "TYPE")
                        .param("type", "HOSPITAL")
                        .param("alone", "true")
                        .param("reason", "医院专供");

        send(Role.MARKETING, typed);

        verify(visibility)
                .putAlone(
                        new PutRule(
                                Effect.SHOW,
                                new Goods(GoodsKind.MERCHANDISE, "MED-WEST", "MED-WEST 西药"),
                                new Audience(AudienceKind.TYPE, "HOSPITAL", "HOSPITAL"),
                                null,
                                null,
                                "医院专供",
                                StandingMall.staff(Role.MARKETING).actor()));
        verify(visibility, never()).put(any());
        assertThat(
                        notice(
                                        send(
                                                Role.MARKETING,
                                                post("/console/visibility")
                                                        .param("effect", "HIDE")
                                                        .param("goodsKind", "MERCHANDISE")
                                                        .param("merchandise", "NOBODYS")
                                                        .param("audienceKind", "EVERYONE")
                                                        .param("reason", "无")))
                                .key())
                .isEqualTo("visibility.goods");
    }

    @Test
    void registrationMayBeReviewed() throws Exception {
        send(
                Role.ADMIN,
                post("/console/openness")
                        .param("version", "3")
                        .param("guests", "CATALOGUE")
                        .param("registration", "REVIEWED")
                        .param("reason", "价格不对未审核单位公开"));

        verify(openness)
                .change(
                        ArgumentMatchers.argThat(
                                it -> it.doors().registration() == RegistrationAccess.REVIEWED));
    }

    @Test
    void whatIsNotChosenIsNoRuleOfEverything() throws Exception {
        Notice notice = notice(send(Role.SALES, post("/console/visibility").param("reason", "无")));

        assertThat(notice.key()).isEqualTo("visibility.goods");
        verify(visibility, never()).put(any());
        send(
                Role.SALES,
                post("/console/visibility")
                        .param("effect", "HIDE")
                        .param("goodsKind", "ALL")
                        .param("audienceKind", "EVERYONE")
                        .param("reason", "盘点"));
        verify(visibility)
                .put(
                        new PutRule(
                                Effect.HIDE,
                                Goods.ALL,
                                Audience.EVERYONE,
                                null,
                                null,
                                "盘点",
                                StandingMall.staff(Role.SALES).actor()));
    }

    @Test
    void whoSeesTheMallAsACustomerReadsWhyEachProductIsHidden() throws Exception {
        String page =
                send(
                                Role.SALES,
                                get("/console/visibility/as")
                                        .param("customer", StandingMall.CUSTOMER)
                                        .param("what", "HIDDEN"))
                        .getResponse()
                        .getContentAsString();

        assertThat(page)
                .contains(StandingMall.PRODUCT_CODE, "规则 12 隐藏", "独家供应协议", "规则 14 不显示价格")
                .doesNotContain("method=\"post\" action=\"/console/visibility");
    }

    @Test
    void aCustomerNumberThatNobodyHasIsNamed() throws Exception {
        String page =
                send(Role.SALES, get("/console/visibility/as").param("customer", "C99999999"))
                        .getResponse()
                        .getContentAsString();

        assertThat(page).contains("没有编号为 C99999999 的客户");
    }

    private static MockHttpServletRequestBuilder anInvitation() {
        return post("/console/invitations")
                .param("kind", "PHONE")
                .param("invitee", "13900000001")
                .param("lastDay", "2026-12-08")
                .param("reason", "展会");
    }

    private static MockHttpServletRequestBuilder aRule(String product, String customer) {
        return post("/console/visibility")
                .param("effect", "HIDE")
                .param("goodsKind", GoodsKind.PRODUCT.name())
                .param("goods", product)
                .param("audienceKind", AudienceKind.CUSTOMER.name())
                .param("audience", customer)
                .param("reason", "独家供应");
    }

    private static Notice notice(MvcResult answer) {
        return (Notice) Objects.requireNonNull(answer.getFlashMap().get("notice"));
    }

    private MvcResult send(Role role, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(
                        request.with(csrf())
                                .with(
                                        authentication(
                                                UsernamePasswordAuthenticationToken.authenticated(
                                                        StandingMall.staff(role),
                                                        null,
                                                        AuthorityUtils.createAuthorityList(
                                                                "ROLE_" + role)))))
                .andReturn();
    }
}
