package io.mallhub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
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

import io.mallhub.catalog.MerchandiseCategories;
import io.mallhub.catalog.MerchandiseCategories.BadRow;
import io.mallhub.catalog.MerchandiseCategories.ImportOutcome;
import io.mallhub.catalog.MerchandiseCategories.Move;
import io.mallhub.catalog.MerchandiseCategories.PutCategory;
import io.mallhub.catalog.MerchandiseCategories.PutOutcome;
import io.mallhub.catalog.MerchandiseCategories.TypedPlaces;
import io.mallhub.catalog.Products.Query;
import io.mallhub.identity.Role;
import io.mallhub.shared.Actor;
import io.mallhub.webkit.Notice;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** What is typed about merchandise categories becomes the command it says. */
@SpringBootTest(classes = {ConsoleTestApplication.class, StandingMall.class})
@AutoConfigureMockMvc
class MerchandiseActsTest {
    private static final Actor MARKETING = StandingMall.staff(Role.MARKETING).actor();
    private static final String MOVE = "/console/catalogue/merchandise/move";

    @Autowired MockMvc mvc;
    @Autowired MerchandiseCategories categories;

    @BeforeEach
    void nothingWasDoneYet() {
        clearInvocations(categories);
    }

    @Test
    void aCategoryIsPutAsTypedAndWhatIsRefusedComesBack() throws Exception {
        PutCategory typed = new PutCategory("MED-TCM", "MED", "中成药", "Chinese", 3);
        when(categories.put(eq(new PutCategory("?", "MED", "中成药", "Chinese", 3)), any()))
                .thenReturn(new PutOutcome.Refused("merchandise.code", "?"));

        assertThat(notice(send(aCategory("MED-TCM"))).key())
                .isEqualTo("console.notice.merchandise-put");
        verify(categories).put(typed, MARKETING);
        MvcResult refused = send(aCategory("?"));
        assertThat(notice(refused)).isEqualTo(new Notice("danger", "merchandise.code", "?"));
        assertThat((Map<String, Object>) refused.getFlashMap())
                .containsEntry("typed", new PutCategory("?", "MED", "中成药", "Chinese", 3));
        send(post("/console/merchandise/NEW/remove"));
        verify(categories).remove("NEW", MARKETING);
    }

    @Test
    void aProductIsPutWhereItIsTickedAndNowhereWhereNothingIs() throws Exception {
        String path = "/console/catalogue/merchandise/" + StandingMall.PRODUCT;

        send(post(path).param("merchandise", "MED-WEST", "NEW"));
        send(post(path));

        verify(categories).assign(StandingMall.PRODUCT, Set.of("MED-WEST", "NEW"), MARKETING);
        verify(categories).assign(StandingMall.PRODUCT, Set.of(), MARKETING);
    }

    @Test
    void theTickedOnesAreMovedOrAllOfTheFilterAsManyAsWereSeen() throws Exception {
        Notice nothing = notice(send(post(MOVE).param("to", "NEW").param("how", "INTO")));
        Notice others =
                notice(
                        send(
                                post(MOVE)
                                        .param("to", "NEW")
                                        .param("how", "INTO")
                                        .param("all", "true")
                                        .param("expected", "999")));
        assertThat(nothing.key()).isEqualTo("console.notice.merchandise-nothing");
        assertThat(others.key()).isEqualTo("console.notice.merchandise-moved-on");
        verify(categories, never()).move(any(), any(), any(), any());
        verify(categories, never()).moveMatching(any(), any(), any(), any());

        send(
                post(MOVE)
                        .param("to", "NEW")
                        .param("how", "OUT_OF")
                        .param("product", StandingMall.PRODUCT.toString()));
        MvcResult all =
                send(
                        post(MOVE)
                                .param("to", "NEW")
                                .param("how", "INTO")
                                .param("text", "西林")
                                .param("merchandise", "MED")
                                .param("all", "true")
                                .param("expected", others.detail()));

        verify(categories).move(List.of(StandingMall.PRODUCT), "NEW", Move.OUT_OF, MARKETING);
        verify(categories)
                .moveMatching(
                        new Query("西林", null, false, false).in("MED"), "NEW", Move.INTO, MARKETING);
        assertThat(all.getResponse().getRedirectedUrl()).contains("merchandise=MED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void theFileThatIsExportedIsTheOneThatIsImported(String language) throws Exception {
        byte[] file =
                send(get("/console/merchandise/export").cookie(new Cookie("lang", language)))
                        .getResponse()
                        .getContentAsByteArray();

        MvcResult answer = handIn(file, false);

        verify(categories)
                .take(
                        "places.xlsx",
                        List.of(new TypedPlaces(2, StandingMall.PRODUCT_CODE, "MED-WEST")),
                        false,
                        MARKETING);
        assertThat(notice(answer).key()).isEqualTo("console.notice.merchandise-import");
    }

    @Test
    void badRowsAreNamedAndTheGoodOnesTakenOnlyWhenThatIsTicked() throws Exception {
        byte[] file =
                send(get("/console/merchandise/export")).getResponse().getContentAsByteArray();
        List<BadRow> bad =
                List.of(new BadRow(7, "YP-NONE", "merchandise-import.product", "YP-NONE"));
        when(categories.take(any(), any(), anyBoolean(), any()))
                .thenReturn(new ImportOutcome.Refused(3, bad));
        try {
            MvcResult answer = handIn(file, true);

            verify(categories).take(any(), any(), eq(true), any());
            assertThat(notice(answer).key()).isEqualTo("console.notice.merchandise-import-bad");
            String page =
                    send(get("/console/merchandise")
                                    .cookie(new Cookie("lang", "zh"))
                                    .flashAttrs(answer.getFlashMap()))
                            .getResponse()
                            .getContentAsString();
            assertThat(page).contains("YP-NONE", "没有此商品编码");
        } finally {
            when(categories.take(any(), any(), anyBoolean(), any()))
                    .thenReturn(new ImportOutcome.Taken(2, 1, List.of()));
        }
        assertThat(notice(handIn("no excel".getBytes(StandardCharsets.UTF_8), false)).key())
                .isEqualTo("sheet.not-excel");
    }

    private MvcResult handIn(byte[] file, boolean onlyGood) throws Exception {
        return send(
                multipart("/console/catalogue/merchandise/import")
                        .file(new MockMultipartFile("upload", "places.xlsx", null, file))
                        .param("onlyGood", String.valueOf(onlyGood)));
    }

    private static AbstractMockHttpServletRequestBuilder<?> aCategory(String code) {
        return post("/console/merchandise")
                .param("code", code)
                .param("parent", "MED")
                .param("name", "中成药")
                .param("englishName", "Chinese")
                .param("place", "3");
    }

    private static Notice notice(MvcResult answer) {
        return (Notice) Objects.requireNonNull(answer.getFlashMap().get("notice"));
    }

    private <B extends AbstractMockHttpServletRequestBuilder<B>> MvcResult send(
            AbstractMockHttpServletRequestBuilder<B> request) throws Exception {
        return mvc.perform(
                        request.with(csrf())
                                .with(
                                        authentication(
                                                UsernamePasswordAuthenticationToken.authenticated(
                                                        StandingMall.staff(Role.MARKETING),
                                                        null,
                                                        AuthorityUtils.createAuthorityList(
                                                                "ROLE_MARKETING")))))
                .andReturn();
    }
}
