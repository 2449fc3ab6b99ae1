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
import io.mallhub.webkit.Paper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
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

    @Autowired MockMvc mvc;
    @Autowired LicenceEvidence evidence;

    @Test
    void thePaperHoldsApplicationDocumentsDecisionsProofAndEvidence() throws Exception {
        byte[] pdf =
                mvc.perform(inspection(StandingMall.CUSTOMER, "2026-01-01", "2026-11-24"))
                        .andExpect(status().isOk())
                        .andExpect(header().string("Content-Type", "application/pdf"))
                        .andExpect(header().doesNotExist(Paper.CUT_SHORT))
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
        assertThat(text).as("gate").contains(StandingMall.ORDER + "/1", "licence:浙DA5710002");
    }

    @Test
    void moreOrdersThanThePaperTakesAreSaidInWordsAndInTheAnswer() throws Exception {
        when(evidence.of(any(), eq(A_LONG_TIME_AGO), any(), any()))
                .thenAnswer(call -> moreThanThePaperTakes(call.getArgument(3)));

        var answer =
                mvc.perform(inspection(StandingMall.CUSTOMER, "2016-01-01", "2026-11-24"))
                        .andExpect(status().isOk())
                        .andExpect(
                                header().string(Paper.CUT_SHORT, "shows the first 10000 of 12345"))
                        .andReturn()
                        .getResponse();

        assertThat(textOf(answer.getContentAsByteArray()))
                .contains("只列出前10000条，共12345条")
                .contains("SO-0/1", "SO-9999/1")
                .doesNotContain("SO-10000/1");
    }

    private static Page<Check> moreThanThePaperTakes(PageRequest asked) {
        var verdict = new Verdict(StandingMall.PRODUCT, true, null, Map.of());
        return new Page<>(
                LongStream.range(asked.offset(), asked.offset() + asked.size())
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
                12_345);
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
        return get("/console/compliance/inspection/pdf")
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
