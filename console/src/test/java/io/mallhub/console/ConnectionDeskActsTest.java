package io.mallhub.console;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasToString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.mallhub.binding.ConnectionTrials;
import io.mallhub.binding.Connections;
import io.mallhub.binding.Definitions;
import io.mallhub.binding.Definitions.Upload;
import io.mallhub.binding.Flow;
import io.mallhub.binding.Hours;
import io.mallhub.binding.Schedule;
import io.mallhub.console.access.ConsoleAct;
import io.mallhub.webkit.Notice;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Trying, uploading and creating at the connection desk. */
@SpringBootTest(classes = {ConsoleTestApplication.class, StandingMall.class})
@AutoConfigureMockMvc
@SuppressWarnings("DirectInvocationOnMock")
class ConnectionDeskActsTest {
    private static final String SOAP = "/console/integration/connections/sim-soap";

    @Autowired MockMvc mvc;
    @Autowired ConnectionTrials trials;
    @Autowired Definitions definitions;
    @Autowired Connections connections;

    @Test
    void whichKeyOfTheSecretsIsNeededNoMoreIsTold() throws Exception {
        mvc.perform(get("/console/integration").with(integration()))
                .andExpect(content().string(containsString("3fa1c0d2e4b5a697：最新密钥，加密 9 项")))
                .andExpect(content().string(containsString("9b1c77aa02e4f3d8：仍加密 2 项")))
                .andExpect(content().string(containsString("00d4e7f19c3b2a58：已不再需要")));
    }

    @Test
    void aReadingOperationShowsWhatWentOutWhatCameAndWhichFieldsAreBad() throws Exception {
        mvc.perform(
                        post(SOAP + "/trial")
                                .param("operation", "list-products")
                                .param("limit", "10")
                                .with(integration())
                                .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("QueryMaterials")))
                .andExpect(content().string(containsString("阿莫西林胶囊")))
                .andExpect(content().string(containsString("vatRate is missing")));
    }

    @Test
    void aWritingOperationIsNotDoneWithoutTheTickNorByTheWayOfReadingOnes() throws Exception {
        clearInvocations(trials);

        mvc.perform(
                        post(SOAP + "/trial/write")
                                .param("operation", "void-order")
                                .param("code", "XS1")
                                .with(integration())
                                .with(csrf()))
                .andExpect(content().string(containsString("role=\"alert\"")));
        mvc.perform(
                post(SOAP + "/trial")
                        .param("operation", "void-order")
                        .param("code", "XS1")
                        .with(integration())
                        .with(csrf()));
        verify(trials, never()).run(any(), any(), any(), any());

        mvc.perform(
                        post(SOAP + "/trial/write")
                                .param("operation", "void-order")
                                .param("code", "XS1")
                                .param("sure", "true")
                                .with(integration())
                                .with(csrf()))
                .andExpect(content().string(not(containsString("role=\"alert\""))));
        verify(trials)
                .run(
                        eq("sim-soap"),
                        eq("simulator-soap"),
                        argThat(it -> "XS1".equals(it.values().get("code"))),
                        any());
    }

    @Test
    void whereNothingCanBeTriedThePageSaysSo() throws Exception {
        clearInvocations(trials);

        mvc.perform(
                        get(SOAP + "/trial")
                                .param("definition", "erp-calls")
                                .param("lang", "en")
                                .with(integration()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("no operation to try")));
        mvc.perform(
                        post(SOAP + "/trial")
                                .param("definition", "erp-calls")
                                .param("operation", "ping")
                                .with(integration())
                                .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("没有可试的操作")));
        verify(trials, never()).run(any(), any(), any(), any());
    }

    @Test
    void aCertificateThatProvesNothingSaysWhy() throws Exception {
        mvc.perform(get("/console/integration/certifications/8").with(integration()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("未证明任何约定")))
                .andExpect(content().string(containsString("不算通过")))
                .andExpect(content().string(containsString("连接器没有此操作")));
    }

    @Test
    void aMistakeInAnUploadIsShownWithFileAndLine() throws Exception {
        doReturn(new Upload.Wrong("acme/connector.yaml:12: unknown key"))
                .when(definitions)
                .upload(any(), eq("why"), any());

        mvc.perform(
                        multipart("/console/integration/definitions")
                                .file(new MockMultipartFile("upload", new byte[] {1}))
                                .param("reason", "why")
                                .with(integration())
                                .with(csrf()))
                .andExpect(
                        flash().attribute(
                                        "notice",
                                        new Notice(
                                                "danger",
                                                "console.definition.wrong",
                                                "acme/connector.yaml:12: unknown key")));
    }

    @Test
    void aNewConnectionNeedsItsCredentialsAndMayCallItsOwnHost() throws Exception {
        var form =
                List.of(
                        "definition",
                        "simulator-soap",
                        "name",
                        "new-erp",
                        "title",
                        "New",
                        "endpoint",
                        "https://erp.example.cn/ws",
                        "secret.username",
                        "u");
        mvc.perform(filled(form))
                .andExpect(
                        flash().attribute(
                                        "notice",
                                        new Notice(
                                                "danger",
                                                "console.connection.no-secret",
                                                "new-erp")));

        mvc.perform(filled(form).param("secret.password", "p"))
                .andExpect(redirectedUrl("/console/integration/connections/new-erp"));

        verify(connections)
                .save(
                        argThat(
                                it ->
                                        it.allowedHosts().equals(Set.of("erp.example.cn"))
                                                && "p".equals(it.secrets().get("password"))),
                        eq("New"),
                        any());
    }

    @Test
    void settingsAreChangedAndSecretsThatAreLeftOutStay() throws Exception {
        List<String> form =
                List.of(
                        "title",
                        "ERP",
                        "endpoint",
                        "https://erp2.example.cn/ws",
                        "timeout",
                        "30",
                        "hosts",
                        "files.example.cn");
        mvc.perform(get(SOAP + "/settings").with(integration()))
                .andExpect(content().string(containsString("value=\"files.example.cn\"")))
                .andExpect(content().string(containsString("name=\"secret.password\"")));

        mvc.perform(filled(SOAP + "/settings", form).param("secret.password", "p2"))
                .andExpect(redirectedUrl(SOAP));

        verify(connections)
                .save(
                        argThat(
                                it ->
                                        it.endpoint().getHost().equals("erp2.example.cn")
                                                && it.definition().equals("simulator-soap")
                                                && it.allowedHosts()
                                                        .equals(
                                                                Set.of(
                                                                        "erp2.example.cn",
                                                                        "files.example.cn"))
                                                && it.timeout().toSeconds() == 30
                                                && it.secrets().equals(Map.of("password", "p2"))),
                        eq("ERP"),
                        any());
    }

    @Test
    void whoLeavesOutWhatAnotherServerNeedsIsToldAndKeepsTheRest() throws Exception {
        doThrow(new Connections.SecretsMissing(List.of("password")))
                .when(connections)
                .save(argThat(it -> it != null && it.secrets().isEmpty()), any(), any());
        List<String> form =
                List.of("title", "ERP", "endpoint", "https://new.example.cn/ws", "timeout", "30");

        mvc.perform(filled(SOAP + "/settings", form))
                .andExpect(redirectedUrl(SOAP + "/settings"))
                .andExpect(
                        flash().attribute(
                                        "notice",
                                        new Notice(
                                                "danger",
                                                "console.connection.secrets-again",
                                                "password")))
                .andExpect(
                        flash().attribute(
                                        "typed",
                                        hasToString(containsString("https://new.example.cn/ws"))));
        mvc.perform(
                        filled(SOAP + "/settings", form)
                                .param("secret.username", "u")
                                .param("secret.password", "p"))
                .andExpect(redirectedUrl(SOAP));
        mvc.perform(filled(SOAP + "/settings", List.of("endpoint", "ftp://erp/", "timeout", "5")))
                .andExpect(
                        flash().attribute(
                                        "notice",
                                        new Notice(
                                                "danger",
                                                "console.connection.bad-endpoint",
                                                "sim-soap")));
    }

    @Test
    void theScheduleShowsWhatHoldsAndWhatWouldHoldWithout() throws Exception {
        mvc.perform(get(SOAP).with(integration()))
                .andExpect(content().string(containsString("08:00–18:00")))
                .andExpect(content().string(containsString("每 10 分钟")))
                .andExpect(content().string(containsString("name=\"erp-order-out.from\"")))
                .andExpect(content().string(not(containsString("erp-order-out.every"))))
                .andExpect(
                        content()
                                .string(
                                        containsString(
                                                "name=\"erp-product-in.every\" value=\"10\"")))
                .andExpect(
                        content()
                                .string(
                                        containsString(
                                                "name=\"erp-stock-in.every\" value=\"\" placeholder=\"15\"")))
                .andExpect(content().string(containsString("name=\"compare\" value=\"02:30\"")));
    }

    @Test
    void aScheduleIsChangedForTheFlowsOfThePageAndWithItTheDailyComparison() throws Exception {
        List<String> form =
                List.of(
                        "erp-product-in.every",
                        "90",
                        "erp-product-in.unit",
                        "MINUTES",
                        "erp-product-in.from",
                        "",
                        "erp-product-in.until",
                        "",
                        "erp-order-out.from",
                        "22:00",
                        "erp-order-out.until",
                        "06:00");
        mvc.perform(filled(SOAP + "/schedule", form).param("compare", "03:15"))
                .andExpect(redirectedUrl(SOAP))
                .andExpect(
                        flash().attribute(
                                        "notice",
                                        new Notice(
                                                "success", "console.schedule.saved", "sim-soap")));

        verify(connections)
                .changeSchedules(
                        eq("sim-soap"),
                        eq(
                                Map.of(
                                        Flow.PRODUCT_IN,
                                        new Schedule(Duration.ofMinutes(90), null),
                                        Flow.ORDER_OUT,
                                        new Schedule(
                                                null,
                                                new Hours(
                                                        LocalTime.of(22, 0), LocalTime.of(6, 0))))),
                        any());
        verify(connections).compareDaily(eq("sim-soap"), eq(LocalTime.of(3, 15)), any());
    }

    @Test
    void aBadScheduleIsRefusedWithTheFlowAndKeepsWhatWasTyped() throws Exception {
        clearInvocations(connections);
        String product = "erp-product-in";
        assertRefused("bad-pace", "商品导入", product, "4", "SECONDS", "", "", "");
        assertRefused("bad-pace", "商品导入", product, "169", "HOURS", "", "", "");
        assertRefused("bad-pace", "商品导入", product, "1.5", "HOURS", "", "", "");
        assertRefused("bad-hours", "商品导入", product, "", "HOURS", "08:00", "", "");
        assertRefused("bad-hours", "商品导入", product, "", "HOURS", "08:00", "08:00", "");
        assertRefused("bad-hours", "商品导入", product, "", "HOURS", "08:00", "24:00", "");
        assertRefused("bad-compare", "sim-soap", product, "", "HOURS", "", "", "at night");
        verify(connections, never()).changeSchedules(any(), any(), any());
        verify(connections, never()).compareDaily(any(), any(), any());
    }

    private void assertRefused(
            String why,
            String whom,
            String flow,
            String every,
            String unit,
            String from,
            String until,
            String compare)
            throws Exception {
        List<String> form =
                List.of(
                        flow + ".every",
                        every,
                        flow + ".unit",
                        unit,
                        flow + ".from",
                        from,
                        flow + ".until",
                        until,
                        "compare",
                        compare);
        var refused =
                mvc.perform(filled(SOAP + "/schedule", form))
                        .andExpect(redirectedUrl(SOAP))
                        .andExpect(
                                flash().attribute(
                                                "notice",
                                                new Notice(
                                                        "danger", "console.schedule." + why, whom)))
                        .andReturn();
        mvc.perform(get(SOAP).with(integration()).flashAttrs(refused.getFlashMap()))
                .andExpect(
                        content()
                                .string(
                                        containsString(
                                                "name=\"%s.from\" value=\"%s\""
                                                        .formatted(flow, from))))
                .andExpect(
                        content()
                                .string(
                                        containsString(
                                                "name=\"compare\" value=\"%s\""
                                                        .formatted(compare))));
    }

    private static MockHttpServletRequestBuilder filled(List<String> form) {
        return filled("/console/integration/connections", form);
    }

    private static MockHttpServletRequestBuilder filled(String path, List<String> form) {
        var request = post(path).with(integration()).with(csrf());
        for (int i = 0; i < form.size(); i += 2) {
            request.param(form.get(i), form.get(i + 1));
        }
        return request;
    }

    private static RequestPostProcessor integration() {
        return authentication(
                UsernamePasswordAuthenticationToken.authenticated(
                        StandingMall.allBut(ConsoleAct.MANAGE_STAFF.permission()),
                        null,
                        List.of()));
    }
}
