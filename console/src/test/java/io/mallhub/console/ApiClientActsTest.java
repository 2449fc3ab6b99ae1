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

import io.mallhub.gateway.ApiClients;
import io.mallhub.gateway.ApiClients.NewApiClient;
import io.mallhub.gateway.ClientRight;
import io.mallhub.identity.Role;
import java.util.Set;
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

/** What is typed about API clients becomes the command it says. */
@SpringBootTest(classes = {ConsoleTestApplication.class, StandingMall.class})
@AutoConfigureMockMvc
@SuppressWarnings("DirectInvocationOnMock")
class ApiClientActsTest {
    @Autowired MockMvc mvc;
    @Autowired ApiClients clients;

    @BeforeEach
    void forget() {
        clearInvocations(clients);
    }

    @Test
    void aSecretIsShownOnceToWhoMadeTheClient() throws Exception {
        MvcResult made =
                send(
                        Role.INTEGRATION,
                        post("/console/integration/clients")
                                .param("connection", "sim-soap")
                                .param("title", "HT2005 interface")
                                .param("right", "STOCK_IN", "ORDER_OUT")
                                .param("perMinute", "60")
                                .param("soapDigest", "true"));
        String shown =
                send(
                                Role.INTEGRATION,
                                get("/console/integration/clients").flashAttrs(made.getFlashMap()))
                        .getResponse()
                        .getContentAsString();
        String later =
                send(Role.INTEGRATION, get("/console/integration/clients"))
                        .getResponse()
                        .getContentAsString();

        verify(clients)
                .create(
                        new NewApiClient(
                                "sim-soap",
                                "HT2005 interface",
                                Set.of(ClientRight.STOCK_IN, ClientRight.ORDER_OUT),
                                60,
                                true),
                        StandingMall.staff(Role.INTEGRATION).actor());
        assertThat(shown).contains("c2VjcmV0LXNob3duLW9uY2U");
        assertThat(later).doesNotContain("c2VjcmV0LXNob3duLW9uY2U");
    }

    @Test
    void anOperatorSeesClientsAndMakesNone() throws Exception {
        String page =
                send(Role.OPERATOR, get("/console/integration/clients"))
                        .getResponse()
                        .getContentAsString();
        MvcResult refused =
                send(
                        Role.OPERATOR,
                        post("/console/integration/clients/" + StandingClients.GOOD + "/rotate"));

        assertThat(page).contains("HT2005 interface").doesNotContain("client-title");
        assertThat(refused.getResponse().getStatus()).isEqualTo(403);
        verify(clients, never()).rotate(any(), any());
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
