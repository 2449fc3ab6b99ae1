package io.mallhub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.mallhub.identity.Role;
import io.mallhub.pricing.PriceList.Audience;
import io.mallhub.pricing.PriceList.Row;
import io.mallhub.pricing.PriceList.Terms;
import io.mallhub.pricing.PriceLists;
import io.mallhub.pricing.PriceLists.ImportFile;
import io.mallhub.pricing.PriceLists.ImportOutcome;
import io.mallhub.pricing.RowReading;
import io.mallhub.pricing.TypedRow;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import io.mallhub.webkit.Notice;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** What is typed and handed in about price lists becomes the command it says. */
@SpringBootTest(classes = {ConsoleTestApplication.class, StandingMall.class})
@AutoConfigureMockMvc
@SuppressWarnings("DirectInvocationOnMock")
class PriceActsTest {
    private static final String LIST = "/console/prices/lists/" + StandingPrices.DRAFT;
    private static final Actor SALES = StandingMall.staff(Role.SALES).actor();

    @Autowired MockMvc mvc;
    @Autowired PriceLists lists;

    @BeforeEach
    void nothingWasDoneYet() {
        clearInvocations(lists);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void theFileOfAListIsTheOneThatAnImportTakes(String language) throws Exception {
        byte[] file =
                mvc.perform(as(Role.SALES, get(LIST + "/export").cookie(lang(language))))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();

        MvcResult answer = handIn(file);

        ArgumentCaptor<ImportFile> taken = ArgumentCaptor.forClass(ImportFile.class);
        verify(lists)
                .take(
                        eq(StandingPrices.DRAFT),
                        taken.capture(),
                        eq(Map.of(StandingMall.PRODUCT_CODE, StandingMall.PRODUCT)),
                        eq(SALES));
        List<TypedRow> rows = taken.getValue().rows();
        assertThat(taken.getValue().name()).isEqualTo("list.xlsx");
        assertThat(
                        RowReading.of(rows, Map.of(StandingMall.PRODUCT_CODE, StandingMall.PRODUCT))
                                .good())
                .containsExactly(
                        new Row(StandingMall.PRODUCT, Quantity.of(1), UnitPrice.of("39.80")),
                        new Row(StandingMall.PRODUCT, Quantity.of(10), UnitPrice.of("36.505")));
        assertThat(notice(answer).key()).isEqualTo("console.notice.price-import");
    }

    @Test
    void aFileWithBadRowsLeadsToThePageThatNamesThem() throws Exception {
        byte[] file =
                mvc.perform(as(Role.SALES, get(LIST + "/export")))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();
        when(lists.take(any(), any(), any(), any())).thenReturn(new ImportOutcome.Waits(1, 2));
        try {
            assertThat(handIn(file).getResponse().getRedirectedUrl()).isEqualTo(LIST + "/import");
        } finally {
            when(lists.take(any(), any(), any(), any())).thenReturn(new ImportOutcome.Taken(2, 0));
        }
        String page =
                mvc.perform(as(Role.SALES, get(LIST + "/import").cookie(lang("zh"))))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(page)
                .contains("yp000123", "没有这个商品编码", "与第 2 行", "只导入 1 行可用的")
                .contains("href=\"" + LIST + "/import/export\"");
    }

    @Test
    void whatIsNoExcelFileIsRefusedWithWords() throws Exception {
        assertThat(notice(handIn("code;price".getBytes(StandardCharsets.UTF_8))).key())
                .isEqualTo("sheet.not-excel");
        assertThat(notice(handIn(new byte[0])).key()).isEqualTo("price-import.no-file");
        verify(lists, never()).take(any(), any(), any(), any());
    }

    @Test
    void aNewListNamesAKnownAudience() throws Exception {
        Notice unknown =
                notice(
                        send(
                                post("/console/prices/lists")
                                        .param("name", "协议")
                                        .param("source", "AGREEMENT")
                                        .param("owner", "C99999999")));
        assertThat(unknown.key()).isEqualTo("price-list.audience");
        send(
                post("/console/prices/lists")
                        .param("name", "浙江")
                        .param("source", "REGION")
                        .param("owner", " 33 ")
                        .param("validFrom", "2026-12-01"));

        verify(lists)
                .open(
                        new Terms("浙江", Audience.region("33"), LocalDate.of(2026, 12, 1), null),
                        SALES);
    }

    @Test
    void aRowIsReadAsThatOfAFile() throws Exception {
        Notice bad =
                notice(
                        send(
                                post(LIST + "/draft/rows")
                                        .param("code", StandingMall.PRODUCT_CODE)
                                        .param("price", "-1")));
        assertThat(bad.key()).isEqualTo("price-row.price");
        send(
                post(LIST + "/draft/rows")
                        .param("code", StandingMall.PRODUCT_CODE)
                        .param("from", "10")
                        .param("price", "8.5"));

        verify(lists)
                .setRow(
                        StandingPrices.DRAFT,
                        new Row(StandingMall.PRODUCT, Quantity.of(10), UnitPrice.of("8.5")),
                        SALES);
    }

    @Test
    void publishingSaysWhichEditWasSeenAndWhy() throws Exception {
        send(post(LIST + "/publish").param("seen", "3").param("drops", "2").param("reason", "上线"));
        verify(lists).publish(StandingPrices.DRAFT, 3, Set.of(2), "上线", SALES);

        MvcResult finance =
                mvc.perform(as(Role.FINANCE, post(LIST + "/publish").param("seen", "3")))
                        .andReturn();
        assertThat(finance.getResponse().getStatus()).isEqualTo(403);
        verify(lists, never()).publish(any(), anyInt(), any(), eq(""), any());
    }

    private MvcResult handIn(byte[] file) throws Exception {
        return mvc.perform(
                        as(
                                Role.SALES,
                                multipart(LIST + "/draft/import")
                                        .file(
                                                new MockMultipartFile(
                                                        "upload", "list.xlsx", null, file))))
                .andReturn();
    }

    private static Cookie lang(String language) {
        return new Cookie("lang", language);
    }

    private static Notice notice(MvcResult answer) {
        return (Notice) Objects.requireNonNull(answer.getFlashMap().get("notice"));
    }

    private MvcResult send(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(as(Role.SALES, request)).andReturn();
    }

    private static <B extends AbstractMockHttpServletRequestBuilder<B>> B as(
            Role role, AbstractMockHttpServletRequestBuilder<B> request) {
        return request.with(csrf())
                .with(
                        authentication(
                                UsernamePasswordAuthenticationToken.authenticated(
                                        StandingMall.staff(role),
                                        null,
                                        AuthorityUtils.createAuthorityList("ROLE_" + role))));
    }
}
