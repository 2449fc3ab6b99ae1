package io.mallhub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.mallhub.identity.Accounts;
import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@SpringBootTest(classes = {ConsoleTestApplication.class, StandingMall.class})
@AutoConfigureMockMvc
@DirtiesContext // teaches the standing mall new answers
class SignInTest {
    private static final String PASSWORD = "correct horse";
    @Autowired MockMvc mvc;
    @Autowired Accounts accounts;

    @Test
    void aWrongPasswordAndAnUnknownLoginLookTheSame() throws Exception {
        signIn(new MockHttpSession(), "finance", "wrong password")
                .andExpect(redirectedUrl("/console/sign-in?refused"));
        signIn(new MockHttpSession(), "nobody", PASSWORD)
                .andExpect(redirectedUrl("/console/sign-in?refused"));
    }

    @Test
    void aDisabledAccountLosesItsOpenSessionAtTheNextClick() throws Exception {
        MockHttpSession session = new MockHttpSession();
        signIn(session, "operator", PASSWORD);
        mvc.perform(get("/console").session(session)).andExpect(status().isOk());
        StaffView known = StandingMall.staff(Role.OPERATOR);
        StaffView disabled =
                new StaffView(known.id(), known.login(), known.name(), known.roles(), false, 0);

        when(accounts.staff("operator")).thenReturn(Optional.of(disabled));

        mvc.perform(get("/console").session(session)).andExpect(redirectedUrl("/console/sign-in"));
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void takenRolesHoldAtTheNextClick() throws Exception {
        MockHttpSession session = new MockHttpSession();
        signIn(session, "integration", PASSWORD);
        mvc.perform(get("/console/integration").session(session)).andExpect(status().isOk());
        StaffView known = StandingMall.staff(Role.INTEGRATION);
        StaffView moved = known.permitted(StandingMall.staff(Role.MARKETING).permissions());

        when(accounts.staff("integration")).thenReturn(Optional.of(moved));

        mvc.perform(get("/console/integration").session(session)).andExpect(status().isForbidden());
    }

    private ResultActions signIn(MockHttpSession session, String login, String password)
            throws Exception {
        return mvc.perform(
                post("/console/sign-in")
                        .session(session)
                        .param("username", login)
                        .param("password", password)
                        .with(csrf()));
    }
}
