package io.mallhub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.mallhub.customer.LicenceGate.Verdict;
import io.mallhub.identity.Role;
import io.mallhub.order.LicenceEvidence;
import io.mallhub.order.LicenceEvidence.Check;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.webkit.Attachment;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What an inspector takes with him, read back from the PDF. */
@SpringBootTest(classes = {ConsoleTestApplication.class, StandingMall.class})
@AutoConfigureMockMvc
class InspectionTest {
    private static final Instant A_LONG_TIME_AGO = Instant.parse("2015-12-31T16:00:00Z");
    private static final Instant LONGER_AGO = Instant.parse("2014-12-31T16:00:00Z");

    @Autowired MockMvc mvc;
    @Autowired LicenceEvidence evidence;

    @Test
    void thePaperHoldsApplicationDocumentsDecisionsProofAndEvidence() throws Exception {
        byte[] pdf =
                mvc.perform(inspection(StandingMall.CUSTOMER, "2026-01-01", "2026-11-24"))
                        .andExpect(status().isOk())
                        .andExpect(header().string("Content-Type", "application/pdf"))
                        .andExpect(header().doesNotExist(Attachment.CUT_SHORT))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();

        String text = textOf(pdf);

        assertThat(text)
                .as("company and application")
                .contains("杭州康复大药房有限公司", "91330100799655058B", StandingMall.APPLICATION);
        assertThat(text).as("versions").contains("浙DA5710001", "浙DA5710002", "药品经营许可证v2");
        assertThat(text).as("decisions").contains("张伟", "证照齐全，范围一致", "陈晨（代李静）");
        assertThat(text).as("four eyes").contains("四眼原则", "提交人");
        assertThat(text).as("refused").contains("YP0917重组人胰岛素注射液");
        assertThat(text).as("gate").contains(StandingMall.ORDER + "/1", "证号:浙DA5710002");
        assertThat(text)
                .as("evidence in words")
                .contains("处方药,甲类非处方药", "2026-10-01已到期", "状态:有效")
                .doesNotContain("check.evidence", "VALID");
        assertThat(text).as("times to the second").contains(":00+08:00");
        assertThat(text).doesNotContainPattern("[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]");
    }

    @Test
    void thePaperCarriesItsFont() throws Exception {
        byte[] pdf =
                mvc.perform(inspection(StandingMall.CUSTOMER, "2026-01-01", "2026-11-24"))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();

        try (var document = Loader.loadPDF(pdf)) {
            var fonts = document.getPage(0).getResources();
            assertThat(fonts.getFontNames()).isNotEmpty();
            for (var name : fonts.getFontNames()) {
                assertThat(fonts.getFont(name).isEmbedded()).as(name.getName()).isTrue();
            }
        }
    }

    @Test
    void theWorkbookHoldsTheSameOnSheetsOfTheirOwn() throws Exception {
        byte[] xlsx =
                mvc.perform(asBook(StandingMall.CUSTOMER, "2026-01-01", "2026-11-24"))
                        .andExpect(status().isOk())
                        .andExpect(header().doesNotExist(Attachment.CUT_SHORT))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();

        Map<String, String> sheets = sheetsOf(xlsx);

        assertThat(sheets.keySet())
                .containsExactly(
                        "企业信息", "开户申请", "自动检查", "审核决定", "证照及全部版本", "订单资质校验证据", "提交时被拒绝的订货", "四眼证明");
        assertThat(sheets.get("开户申请")).contains(StandingMall.APPLICATION);
        assertThat(sheets.get("自动检查"))
                .contains(StandingMall.APPLICATION, "2026-10-01 已到期，今天 2026-11-24");
        assertThat(sheets.get("审核决定")).contains("张伟", "陈晨（代 李静）");
        assertThat(sheets.get("证照及全部版本")).contains("浙DA5710001", "药品经营许可证 v2");
        assertThat(sheets.get("订单资质校验证据")).contains(StandingMall.ORDER + " / 1");
        assertThat(sheets.get("提交时被拒绝的订货")).contains("YP0917 重组人胰岛素注射液", "李娜");
        assertThat(sheets.get("四眼证明")).contains("提交人");
    }

    @Test
    void moreOrdersThanTheWorkbookTakesAreSaidOnItsSheetAndInTheAnswer() throws Exception {
        when(evidence.of(any(), eq(LONGER_AGO), any(), any()))
                .thenAnswer(call -> checks(call.getArgument(3), 50_001));

        var answer =
                mvc.perform(asBook(StandingMall.CUSTOMER, "2015-01-01", "2026-11-24"))
                        .andExpect(
                                header().string(
                                                Attachment.CUT_SHORT,
                                                "shows the first 50000 of 50001"))
                        .andReturn()
                        .getResponse();

        assertThat(sheetsOf(answer.getContentAsByteArray()).get("订单资质校验证据"))
                .contains("SO-49999 / 1", "只导出前 50000 条，共 50001 条")
                .doesNotContain("SO-50000 /");
    }

    private static Map<String, String> sheetsOf(byte[] xlsx) throws Exception {
        Map<String, String> sheets = new LinkedHashMap<>();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            for (var sheet : book) {
                StringBuilder text = new StringBuilder();
                sheet.forEach(row -> row.forEach(cell -> text.append(cell).append('\t')));
                sheets.put(sheet.getSheetName(), text.toString());
            }
        }
        return sheets;
    }

    @Test
    void moreOrdersThanThePaperTakesAreSaidInWordsAndInTheAnswer() throws Exception {
        when(evidence.of(any(), eq(A_LONG_TIME_AGO), any(), any()))
                .thenAnswer(call -> checks(call.getArgument(3), 12_345));

        var answer =
                mvc.perform(inspection(StandingMall.CUSTOMER, "2016-01-01", "2026-11-24"))
                        .andExpect(status().isOk())
                        .andExpect(
                                header().string(
                                                Attachment.CUT_SHORT,
                                                "shows the first 10000 of 12345"))
                        .andReturn()
                        .getResponse();

        assertThat(textOf(answer.getContentAsByteArray()))
                .contains("只列出前10000条，共12345条")
                .contains("SO-0/1", "SO-9999/1")
                .doesNotContain("SO-10000/1");
    }

    private static Page<Check> checks(PageRequest asked, long total) {
        var verdict = new Verdict(StandingMall.PRODUCT, true, null, Map.of());
        return new Page<>(
                LongStream.range(asked.offset(), Math.min(total, asked.offset() + asked.size()))
                        .mapToObj(
                                number ->
                                        new Check(
                                                "SO-" + number,
                                                "submit",
                                                A_LONG_TIME_AGO,
                                                true,
                                                List.of(verdict)))
                        .toList(),
                asked.number(),
                asked.size(),
                total);
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefused() throws Exception {
        mvc.perform(inspection(StandingMall.CUSTOMER, "2026-11-24", "2026-11-23"))
                .andExpect(status().isBadRequest());
    }

    @Test
    void aCompanyThatIsNotThereIsMissing() throws Exception {
        mvc.perform(inspection("C404", "2026-11-01", "2026-11-23"))
                .andExpect(status().isNotFound());
    }

    private static MockHttpServletRequestBuilder inspection(
            String customer, String from, String until) {
        return made("pdf", customer, from, until);
    }

    private static MockHttpServletRequestBuilder asBook(
            String customer, String from, String until) {
        return made("xlsx", customer, from, until);
    }

    private static MockHttpServletRequestBuilder made(
            String as, String customer, String from, String until) {
        return get("/console/compliance/inspection/" + as)
                .param("customer", customer)
                .param("from", from)
                .param("until", until)
                .param("lang", "zh")
                .with(
                        authentication(
                                UsernamePasswordAuthenticationToken.authenticated(
                                        StandingMall.staff(Role.QUALITY),
                                        null,
                                        AuthorityUtils.createAuthorityList("ROLE_QUALITY"))));
    }

    /** Without blanks: where a line breaks inside a cell is not what is tested. */
    private static String textOf(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }
}
