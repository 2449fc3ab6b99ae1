package io.mallhub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.mallhub.commission.Commissions;
import io.mallhub.customer.Customers;
import io.mallhub.distribution.Distribution;
import io.mallhub.distribution.Distribution.ChangeTerms;
import io.mallhub.distribution.Distribution.Terms;
import io.mallhub.distribution.DistributionGoods;
import io.mallhub.distribution.Distributors;
import io.mallhub.distribution.Distributors.Appoint;
import io.mallhub.distribution.ShareLinks;
import io.mallhub.distribution.ShareLinks.LinkQuery;
import io.mallhub.distribution.ShareLinks.MakeLink;
import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import io.mallhub.order.Carts;
import io.mallhub.order.Orders;
import io.mallhub.order.PaymentMethod;
import io.mallhub.order.SubmitOutcome;
import io.mallhub.shared.Money;
import io.mallhub.shared.Quantity;
import io.mallhub.webkit.Notice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What is typed about distribution, links and orders on behalf becomes the command it says. */
@SpringBootTest(classes = {ConsoleTestApplication.class, StandingMall.class})
@AutoConfigureMockMvc
@SuppressWarnings("DirectInvocationOnMock")
class DistributionActsTest {
    private static final String HIS = "/console/my-customers/" + StandingMall.CUSTOMER;

    @Autowired MockMvc mvc;
    @Autowired Distribution distribution;
    @Autowired DistributionGoods goods;
    @Autowired Distributors distributors;
    @Autowired ShareLinks links;
    @Autowired Commissions commissions;
    @Autowired Customers customers;
    @Autowired Carts carts;
    @Autowired Orders orders;

    @BeforeEach
    void nothingWasDoneYet() {
        clearInvocations(distribution, goods, distributors, links, carts, orders);
    }

    @Test
    void anUntickedSwitchIsOffAndTheVersionIsTheOneShown() throws Exception {
        Notice notice =
                notice(
                        send(
                                Role.MARKETING,
                                post("/console/distribution/terms")
                                        .param("version", "2")
                                        .param("days", "14")
                                        .param("reason", "暂停")));

        assertThat(notice.key()).isEqualTo("console.notice.distribution-changed");
        verify(distribution)
                .change(
                        new ChangeTerms(
                                new Terms(2, false, 14),
                                "暂停",
                                StandingMall.staff(Role.MARKETING).actor()));
    }

    @Test
    void ratesAreTypedInPercent() throws Exception {
        send(
                Role.FINANCE,
                post("/console/distribution/goods")
                        .param("code", StandingMall.PRODUCT_CODE)
                        .param("rate", "2.5")
                        .param("above", "")
                        .param("reason", "试行"));
        Notice nothingTyped =
                notice(send(Role.FINANCE, post("/console/distribution/goods").param("code", "P")));

        assertThat(nothingTyped.key()).isEqualTo("distribution.rate");
        verify(goods)
                .put(
                        argThat(
                                it ->
                                        it.rate().compareTo(new BigDecimal("0.025")) == 0
                                                && it.above().signum() == 0
                                                && it.from().equals(LocalDate.of(2026, 11, 24))));
    }

    @Test
    void nobodyAboveIsNobody() throws Exception {
        send(
                Role.ADMIN,
                post("/console/distribution/distributors")
                        .param("login", "seller2")
                        .param("parent", "")
                        .param("reason", "新人"));

        verify(distributors)
                .appoint(
                        new Appoint("seller2", null, "新人", StandingMall.staff(Role.ADMIN).actor()));
    }

    @Test
    void aSalespersonReadsMakesAndRevokesHisOwnLinksAlone() throws Exception {
        StaffView seller = StandingMall.staff(Role.SALESPERSON);
        send(Role.SALESPERSON, get("/console/my-links").param("text", "展会"));
        MvcResult made =
                send(
                        Role.SALESPERSON,
                        post("/console/my-links")
                                .param("product", StandingMall.PRODUCT_CODE)
                                .param("note", "展会")
                                .param("lastDay", "2026-12-31"));
        send(Role.SALESPERSON, post("/console/my-links/4/revoke").param("reason", "误发"));

        assertThat(made.getResponse().getRedirectedUrl()).isEqualTo("/console/my-links/4");
        verify(links).page(eq(new LinkQuery(null, seller.login(), "展会")), any());
        verify(commissions).figures(any(), eq(seller.login()));
        verify(links)
                .make(
                        new MakeLink(
                                StandingMall.PRODUCT_CODE,
                                "展会",
                                LocalDate.of(2026, 11, 24),
                                LocalDate.of(2026, 12, 31),
                                seller.actor()));
        verify(links).revoke(4, seller.login(), "误发", seller.actor());
    }

    @Test
    void theQrCodeIsAPictureOfOnesOwnLink() throws Exception {
        var picture = send(Role.SALESPERSON, get("/console/my-links/4/qr.svg")).getResponse();
        var unknown = send(Role.SALESPERSON, get("/console/my-links/9/qr.svg")).getResponse();

        assertThat(picture.getContentType()).startsWith("image/svg+xml");
        assertThat(picture.getContentAsString()).startsWith("<svg").doesNotContain("script");
        assertThat(unknown.getStatus()).isEqualTo(404);
    }

    @Test
    void anotherOnesCustomerIsNotFoundByPageNorAct() throws Exception {
        when(customers.salespersonOf(StandingMall.COMPANY)).thenReturn(Optional.of("another"));
        try {
            for (MockHttpServletRequestBuilder request :
                    List.of(
                            get(HIS),
                            post(HIS + "/cart").param("product", "P").param("quantity", "1"),
                            post(HIS + "/order").param("payment", "CREDIT"))) {
                assertThat(send(Role.SALESPERSON, request).getResponse().getStatus())
                        .isEqualTo(404);
            }
        } finally {
            when(customers.salespersonOf(StandingMall.COMPANY)).thenReturn(Optional.of("all"));
        }
        verify(orders, never()).submit(any());
    }

    @Test
    void aSecondClickHearsOfTheOrderThatTheFirstOneMade() throws Exception {
        StaffView seller = StandingMall.staff(Role.SALESPERSON);
        Carts.CartView full = carts.cart(seller.id(), StandingMall.COMPANY);
        when(customers.salespersonOf(StandingMall.COMPANY)).thenReturn(Optional.of(seller.login()));
        when(orders.submit(any())).thenReturn(new SubmitOutcome.KeyReusedForOtherContent("SO9"));
        MockHttpServletRequestBuilder click =
                post(HIS + "/order").param("payment", "CREDIT").param("key", "k1");
        try {
            assertThat(notice(send(Role.SALESPERSON, click)).key())
                    .as("the cart has other goods by now")
                    .isEqualTo("console.notice.out-of-date");
            when(carts.cart(any(), any())).thenReturn(anEmptyCart());

            assertThat(notice(send(Role.SALESPERSON, click)))
                    .isEqualTo(new Notice("success", "console.notice.placed-on-behalf", "SO9"));
        } finally {
            when(carts.cart(any(), any())).thenReturn(full);
            when(customers.salespersonOf(StandingMall.COMPANY)).thenReturn(Optional.of("all"));
        }
    }

    @Test
    void whatEachPromotionGivesTheCustomerIsExplainedAsInHisOwnCart() throws Exception {
        when(customers.salespersonOf(StandingMall.COMPANY))
                .thenReturn(Optional.of(StandingMall.staff(Role.SALESPERSON).login()));
        try {
            String page = send(Role.SALESPERSON, get(HIS)).getResponse().getContentAsString();

            assertThat(page)
                    .contains("满百减二十", "− ¥20.00", "满三百减六十", "还差 ¥78.00", "周一专享", "不在活动时段内");
        } finally {
            when(customers.salespersonOf(StandingMall.COMPANY)).thenReturn(Optional.of("all"));
        }
    }

    private static Carts.CartView anEmptyCart() {
        return new Carts.CartView(
                List.of(),
                List.of(),
                List.of(),
                Money.ZERO,
                Money.ZERO,
                0,
                List.of(),
                null,
                List.of(),
                "");
    }

    @Test
    void whatIsChosenStandsInTheCartForThatCompanyAndIsOrderedInItsName() throws Exception {
        StaffView seller = StandingMall.staff(Role.SALESPERSON);
        when(customers.salespersonOf(StandingMall.COMPANY)).thenReturn(Optional.of(seller.login()));
        when(orders.submit(any())).thenReturn(new SubmitOutcome.Submitted("SO9", false));
        var cart = Carts.onBehalf(seller.id(), StandingMall.COMPANY);

        MvcResult put =
                send(
                        Role.SALESPERSON,
                        post(HIS + "/cart")
                                .param("product", StandingMall.PRODUCT_CODE)
                                .param("quantity", "20")
                                .param("text", "阿莫"));
        Notice placed =
                notice(
                        send(
                                Role.SALESPERSON,
                                post(HIS + "/order")
                                        .param("payment", "CREDIT")
                                        .param("key", "k1")
                                        .param("seen", "seen")));
        when(customers.salespersonOf(StandingMall.COMPANY)).thenReturn(Optional.of("all"));

        assertThat(put.getResponse().getRedirectedUrl()).startsWith(HIS + "?text=");
        verify(carts).put(cart, StandingMall.COMPANY, StandingMall.PRODUCT, Quantity.of(20));
        assertThat(placed)
                .isEqualTo(new Notice("success", "console.notice.placed-on-behalf", "SO9"));
        verify(carts).clear(cart);
        verify(orders)
                .submit(
                        argThat(
                                it ->
                                        it.company().equals(StandingMall.COMPANY)
                                                && it.by().equals(seller.actor())
                                                && it.payment() == PaymentMethod.CREDIT
                                                && it.coupons().isEmpty()
                                                && it.points() == 0
                                                && "seen".equals(it.seen())));
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

    private static Notice notice(MvcResult result) {
        return (Notice) Objects.requireNonNull(result.getFlashMap().get("notice"));
    }
}
