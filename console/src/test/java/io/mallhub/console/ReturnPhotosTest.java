package io.mallhub.console;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.mallhub.identity.Role;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@SpringBootTest(classes = {ConsoleTestApplication.class, StandingMall.class})
@AutoConfigureMockMvc
class ReturnPhotosTest {
    private static final String PHOTOS = "/photos/" + StandingReturns.PHOTO;

    @Autowired MockMvc mvc;

    @Test
    void aPhotoIsServedAsAttachmentAndNeverSniffed() throws Exception {
        ask(Role.QUALITY, StandingReturns.RETURN)
                .andExpect(status().isOk())
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(
                        header().string("Content-Disposition", Matchers.startsWith("attachment")))
                .andExpect(content().bytes(SampleFiles.picture()));
    }

    @Test
    void aPhotoOfAnotherReturnIsMissing() throws Exception {
        ask(Role.QUALITY, "RT20261124000004").andExpect(status().isNotFound());
    }

    @Test
    void whoDoesNotSeeReturnsDoesNotSeeTheirPhotos() throws Exception {
        ask(Role.ADMIN, StandingReturns.RETURN).andExpect(status().isForbidden());
    }

    private ResultActions ask(Role role, String number) throws Exception {
        return mvc.perform(
                get("/console/returns/" + number + PHOTOS)
                        .with(
                                authentication(
                                        UsernamePasswordAuthenticationToken.authenticated(
                                                StandingMall.staff(role),
                                                null,
                                                AuthorityUtils.createAuthorityList(
                                                        "ROLE_" + role.name())))));
    }
}
