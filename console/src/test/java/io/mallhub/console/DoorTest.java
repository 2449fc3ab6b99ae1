package io.mallhub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.mallhub.console.access.ConsoleAct;
import io.mallhub.console.access.ConsolePage;
import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page and every act of the console, tried by everybody. */
@SpringBootTest(classes = {ConsoleTestApplication.class, StandingMall.class})
@AutoConfigureMockMvc
class DoorTest {
    @Autowired MockMvc mvc;
    @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

    @ParameterizedTest
    @EnumSource(ConsolePage.class)
    void aPageOpensToItsRolesAndToNoOther(ConsolePage page) throws Exception {
        for (Role role : Role.values()) {
            int expected = page.roles().contains(role) ? 200 : 403;

            mvc.perform(get(page.path()).with(as(role))).andExpect(status().is(expected));
        }
    }

    @ParameterizedTest
    @EnumSource(ConsolePage.class)
    void aPageIsGuardedByExactlyThePermissionItDeclares(ConsolePage page) throws Exception {
        mvc.perform(get(page.path()).with(signedIn(StandingMall.only(page.permission()))))
                .andExpect(status().isOk());
        mvc.perform(get(page.path()).with(signedIn(StandingMall.allBut(page.permission()))))
                .andExpect(status().isForbidden())
                .andExpect(forwardedUrl("/console/denied"));
    }

    @ParameterizedTest
    @EnumSource(ConsoleAct.class)
    void anActIsGuardedByExactlyThePermissionItDeclares(ConsoleAct act) throws Exception {
        int with =
                mvc.perform(
                                post(sample(act))
                                        .with(signedIn(StandingMall.only(act.permission())))
                                        .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus();

        assertThat(with).isNotEqualTo(403);
        mvc.perform(
                        post(sample(act))
                                .with(signedIn(StandingMall.allBut(act.permission())))
                                .with(csrf()))
                .andExpect(status().isForbidden())
                .andExpect(forwardedUrl("/console/denied"));
    }

    @ParameterizedTest
    @EnumSource(ConsolePage.class)
    void everyHandlerIsGuardedByExactlyThePermissionOfItsPage(ConsolePage page) throws Exception {
        List<String> reads = reads().filter(page::covers).toList();

        assertThat(reads).isNotEmpty();
        for (String read : reads) {
            assertThat(answer(read, StandingMall.only(page.permission())))
                    .as(read)
                    .isNotEqualTo(403);
            assertThat(answer(read, StandingMall.allBut(page.permission())))
                    .as(read)
                    .isEqualTo(403);
        }
    }

    private int answer(String read, StaffView reader) throws Exception {
        return mvc.perform(get(concrete(read)).with(signedIn(reader)))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    /** Every POST handler is some act's, and that act is done on the page it is under. */
    @ParameterizedTest
    @EnumSource(ConsoleAct.class)
    void whoeverUsuallyDoesAnActMayOpenItsPage(ConsoleAct act) {
        assertThat(act.page().roles()).containsAll(act.roles());
    }

    @Test
    void theMenuShowsOnlyWhatOneMayOpen() throws Exception {
        String menu =
                mvc.perform(
                                get("/console/prices")
                                        .with(
                                                signedIn(
                                                        StandingMall.only(
                                                                ConsolePage.PRICES.permission()))))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();

        assertThat(menu).contains("nav-link\" href=\"/console/prices\"");
        assertThat(ConsolePage.values())
                .filteredOn(page -> page != ConsolePage.PRICES)
                .allSatisfy(
                        page ->
                                assertThat(menu)
                                        .doesNotContain("nav-link\" href=\"" + page.path() + "\""));
    }

    @ParameterizedTest
    @EnumSource(ConsolePage.class)
    void withoutSignInEveryPageLeadsToTheSignInPage(ConsolePage page) throws Exception {
        mvc.perform(get(page.path())).andExpect(redirectedUrl("/console/sign-in"));
    }

    @ParameterizedTest
    @EnumSource(ConsoleAct.class)
    void anActIsRefusedToEveryRoleThatMayNot(ConsoleAct act) throws Exception {
        for (Role role : Role.values()) {
            int answer =
                    mvc.perform(post(sample(act)).with(as(role)).with(csrf()))
                            .andReturn()
                            .getResponse()
                            .getStatus();

            assertThat(answer == 403).as(role + " " + act).isEqualTo(!act.roles().contains(role));
        }
    }

    @ParameterizedTest
    @EnumSource(ConsoleAct.class)
    void anActWithoutTheTokenOfThePageIsRefused(ConsoleAct act) throws Exception {
        Role allowed = act.roles().iterator().next();

        mvc.perform(post(sample(act)).with(as(allowed))).andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @EnumSource(ConsoleAct.class)
    void whoStandsInDoesTheTasksOfTheRoleAndNothingElse(ConsoleAct act) throws Exception {
        boolean everybodys = act.roles().contains(Role.MARKETING);
        for (Role role : act.roles()) {
            int answer =
                    mvc.perform(post(sample(act)).with(standingInAs(role)).with(csrf()))
                            .andReturn()
                            .getResponse()
                            .getStatus();

            assertThat(answer != 403).as(role + " " + act).isEqualTo(act.isTask() || everybodys);
        }
    }

    @Test
    void whoStandsInReadsThePagesOfTheRole() throws Exception {
        String page = ConsolePage.COMPLIANCE.path();
        mvc.perform(get(page).with(as(Role.MARKETING))).andExpect(status().isForbidden());

        mvc.perform(get(page).with(standingInAs(Role.QUALITY)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("李静")));
    }

    @Test
    void everyWriteIsCoveredByAnAct() {
        AntPathMatcher paths = new AntPathMatcher();
        List<String> writes =
                mappings()
                        .filter(
                                it ->
                                        !it.getMethodsCondition()
                                                .getMethods()
                                                .equals(Set.of(RequestMethod.GET)))
                        .flatMap(it -> it.getPatternValues().stream())
                        .toList();

        assertThat(writes)
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        write ->
                                assertThat(ConsoleAct.values())
                                        .anyMatch(act -> paths.match(act.path(), concrete(write))));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyHandlerOpensToTheRolesOfItsPageAndToNoOther(Role role) throws Exception {
        List<String> reads = reads().toList();

        assertThat(reads).hasSizeGreaterThan(15);
        for (String read : reads) {
            ConsolePage page =
                    Arrays.stream(ConsolePage.values())
                            .filter(it -> it.covers(read))
                            .findFirst()
                            .orElseThrow();
            int answer =
                    mvc.perform(get(concrete(read)).with(as(role)))
                            .andReturn()
                            .getResponse()
                            .getStatus();

            assertThat(answer == 403).as(role + " " + read).isEqualTo(!page.roles().contains(role));
        }
    }

    private Stream<String> reads() {
        return mappings()
                .filter(DoorTest::isRead)
                .flatMap(it -> it.getPatternValues().stream())
                .filter(path -> !path.equals("/console/sign-in"));
    }

    private static boolean isRead(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().equals(Set.of(RequestMethod.GET));
    }

    @Test
    void everyReadIsCoveredByAPage() {
        assertThat(mappings().flatMap(it -> it.getPatternValues().stream()))
                .filteredOn(path -> !path.equals("/console/sign-in"))
                .hasSizeGreaterThan(30)
                .allSatisfy(
                        path ->
                                assertThat(ConsolePage.values())
                                        .anyMatch(page -> page.covers(path)));
    }

    @ParameterizedTest
    @MethodSource("unlisted")
    void whatNoTableNamesIsRefusedToAll(HttpMethod method, String path) throws Exception {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.request(method, path);

        mvc.perform(request.with(as(Role.values())).with(csrf())).andExpect(status().isForbidden());
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> unlisted() {
        return Stream.of(
                org.junit.jupiter.params.provider.Arguments.of(
                        HttpMethod.POST, "/console/orders/SO1/ship"),
                org.junit.jupiter.params.provider.Arguments.of(
                        HttpMethod.DELETE, "/console/customers/C00000012"),
                org.junit.jupiter.params.provider.Arguments.of(
                        HttpMethod.PUT, "/console/staff/admin"),
                org.junit.jupiter.params.provider.Arguments.of(HttpMethod.GET, "/console/secret"));
    }

    @Test
    void aPartThatAPageAsksForWithoutSignInTakesTheWholePageToTheSignIn() throws Exception {
        mvc.perform(get("/console/orders").header("HX-Request", "true"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("HX-Redirect", "/console/sign-in"));
    }

    @Test
    void anUploadedFileLeavesAsAnAttachmentThatNothingInterprets() throws Exception {
        mvc.perform(
                        get(
                                        "/console/compliance/{a}/documents/{d}",
                                        StandingMall.APPLICATION,
                                        id(1))
                                .with(as(Role.QUALITY)))
                .andExpect(status().isOk())
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(
                        header().string(
                                        "Content-Disposition",
                                        org.hamcrest.Matchers.startsWith("attachment")))
                .andExpect(
                        header().string(
                                        "Content-Security-Policy",
                                        org.hamcrest.Matchers.containsString("sandbox")));
    }

    @Test
    void aDocumentIsNotForTheOrderDesk() throws Exception {
        mvc.perform(
                        get(
                                        "/console/compliance/{a}/documents/{d}",
                                        StandingMall.APPLICATION,
                                        id(1))
                                .with(as(Role.SALES)))
                .andExpect(status().isForbidden());
    }

    @Test
    void onlyListedFilesOfWebJarsAreServed() throws Exception {
        mvc.perform(get("/kit/lib/htmx.org/dist/htmx.min.js")).andExpect(status().isOk());
        mvc.perform(get("/kit/lib/htmx.org/dist/ext/ws.js")).andExpect(status().isNotFound());
        mvc.perform(get("/webjars/htmx.org/2.0.10/dist/htmx.min.js"))
                .andExpect(status().isForbidden());
    }

    @Test
    void anUnknownRecordIsNotFound() throws Exception {
        mvc.perform(get("/console/orders/NOPE").with(as(Role.SALES)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/console/operations/1").with(as(Role.OPERATOR)))
                .andExpect(status().isNotFound());
    }

    @Test
    void aTaskOfAnotherOrderIsNotFoundThroughThisOne() throws Exception {
        mvc.perform(
                        post("/console/orders/SO20261123003/tasks/3/decision")
                                .param("decision", "approve")
                                .with(as(Role.SALES))
                                .with(csrf()))
                .andExpect(status().isNotFound());
    }

    @Test
    void aSalespersonSeesHisCustomersAndTheirOrdersOnHisFirstPage() throws Exception {
        String his =
                mvc.perform(get("/console").with(as(Role.SALESPERSON)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        String others =
                mvc.perform(get("/console").with(as(Role.FINANCE)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();

        assertThat(his)
                .contains(StandingMall.CUSTOMER, StandingMall.ORDER, "/register?by=salesperson");
        assertThat(others).doesNotContain("/register?by=");
    }

    @Test
    void signOutEndsTheSession() throws Exception {
        mvc.perform(post("/console/sign-out").with(as(Role.SALES)).with(csrf()))
                .andExpect(redirectedUrlPattern("/console/sign-in?bye*"));
    }

    private Stream<RequestMappingInfo> mappings() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(
                        it ->
                                it.getValue()
                                        .getBeanType()
                                        .getPackageName()
                                        .startsWith("io.mallhub.console"))
                .map(java.util.Map.Entry::getKey)
                // Reached by a forward from the door only, with whatever method was refused.
                .filter(it -> !it.getPatternValues().contains("/console/denied"));
    }

    private static String sample(ConsoleAct act) {
        return act.path().replace("/**", "/x").replace("*", "x");
    }

    private static String concrete(String pattern) {
        return pattern.replaceAll("\\{[^/]*?(\\{[^}]*})?[^/]*?}", "x");
    }

    private static java.util.UUID id(int n) {
        return new java.util.UUID(2, n);
    }

    /** With what the account says now, as {@link #as} does. */
    private static RequestPostProcessor signedIn(StaffView staff) {
        return authentication(
                UsernamePasswordAuthenticationToken.authenticated(staff, null, List.of()));
    }

    private static RequestPostProcessor standingInAs(Role role) {
        return authentication(
                UsernamePasswordAuthenticationToken.authenticated(
                        StandingMall.standingInAs(role), null, List.of()));
    }

    private static RequestPostProcessor as(Role... roles) {
        StaffView staff = StandingMall.staff(roles);
        return authentication(
                UsernamePasswordAuthenticationToken.authenticated(
                        staff,
                        null,
                        AuthorityUtils.createAuthorityList(
                                Arrays.stream(roles).map(role -> "ROLE_" + role).toList())));
    }
}
