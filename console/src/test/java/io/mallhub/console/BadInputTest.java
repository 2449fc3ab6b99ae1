package io.mallhub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mockingDetails;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.mallhub.binding.Connections;
import io.mallhub.binding.Quarantine;
import io.mallhub.catalog.Products;
import io.mallhub.customer.Customers;
import io.mallhub.customer.Registrations;
import io.mallhub.identity.Accounts;
import io.mallhub.identity.Role;
import io.mallhub.ledger.Receivables;
import io.mallhub.order.Orders;
import io.mallhub.pricing.Prices;
import io.mallhub.processes.Instances;
import io.mallhub.processes.Tasks;
import io.mallhub.webkit.Notice;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What staff types wrong: words that say what to do, and nothing that writes is called. */
@SpringBootTest(classes = {ConsoleTestApplication.class, StandingMall.class})
@AutoConfigureMockMvc
class BadInputTest {
    private static final String CUSTOMER = "/console/customers/" + StandingMall.CUSTOMER;
    private static final String FLOOR = "/console/catalogue/floor/" + StandingMall.PRODUCT;
    private static final List<Class<?>> FACADES =
            List.of(
                    Customers.class,
                    Registrations.class,
                    Receivables.class,
                    Prices.class,
                    Products.class,
                    Orders.class,
                    Accounts.class,
                    Tasks.class,
                    Instances.class,
                    Connections.class,
                    Quarantine.class);

    /** Beginnings of what changes something. */
    private static final Set<String> WRITES =
            Set.of(
                    "lock",
                    "unlock",
                    "change",
                    "set",
                    "agree",
                    "create",
                    "categorise",
                    "approve",
                    "reject",
                    "request",
                    "record",
                    "cancel",
                    "retry",
                    "claim",
                    "complete",
                    "pause",
                    "resume",
                    "run",
                    "reload",
                    "replay",
                    "discard",
                    "decide");

    @Autowired MockMvc mvc;
    @Autowired ApplicationContext beans;
    @Autowired MessageSource messageSource;

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "credit, limit=-1&termDays=30, console.notice.credit-range",
        "credit, limit=100&termDays=-1, console.notice.credit-range",
        "credit, limit=100&termDays=99999, console.notice.credit-range",
        "credit, limit=plenty&termDays=30, console.notice.field",
        "credit, limit=1e999999999&termDays=30, console.notice.field",
        "credit, limit=100&termDays=soon, console.notice.field",
        "credit, limit=100, console.notice.field",
        "credit, limit=&termDays=, console.notice.field",
        "agreements, code=NO-SUCH&price=1, console.notice.product-unknown",
        "agreements, code=$&price=-1, console.notice.price-range",
        "agreements, code=$&price=0.0000001, console.notice.price-range",
        "agreements, code=$&price=1000000000000, console.notice.price-range",
        "agreements, code=$&price=999999999999999, console.notice.price-range",
        "agreements, code=$&price=1e999999999, console.notice.field",
        "agreements, code=$&price=cheap, console.notice.field",
        "agreements, code=$&price=1&from=0, console.notice.price-range",
        "agreements, code=$&price=1&from=-5, console.notice.price-range",
        "agreements, code=$&price=1&from=0.0001, console.notice.price-range",
        "agreements, code=$&price=1&validFrom=tomorrow, console.notice.field",
        "agreements, code=$&price=1&validFrom=2027-01-01&validUntil=2026-01-01,"
                + " console.notice.dates-reversed",
        "lock, reason=, console.notice.reason-missing",
        "unlock, reason=%20, console.notice.reason-missing"
    })
    void aBadCustomerFormIsRefusedWithWords(String act, String fields, String key)
            throws Exception {
        refused(CUSTOMER + "/" + act, fields.replace("$", StandingMall.PRODUCT_CODE), key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0.0000001", "1000000000000", "999999999999999"})
    void aFloorThatIsNoPriceIsRefusedWithWords(String price) throws Exception {
        refused(FLOOR, "price=" + price, "console.notice.price-range");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "/console/staff, login=zhang&name=Zhang&password=short, console.notice.password-short",
        "/console/staff, login=zhang&password=long%20enough, console.notice.field",
        "/console/staff, login=z&name=Z&password=long%20enough&roles=KING, console.notice.field",
        "/console/staff/finance/password, password=short, console.notice.password-short",
        "/console/staff/finance/enabled, enabled=perhaps, console.notice.field",
        "/console/staff/all/roles, roles=SALES, console.notice.not-yourself",
        "/console/staff/all/enabled, enabled=false, console.notice.not-yourself",
        "/console/catalogue/category/matching, to=POISON&expected=1, console.notice.field",
        "/console/catalogue/category/matching, to=OTC_A&expected=many, console.notice.field",
        "/console/catalogue/merchandise/move, to=MED&how=AWAY, console.notice.field",
        "/console/catalogue/merchandise/move, to=MED&how=INTO&product=one, console.notice.field",
        "/console/merchandise, code=A&place=first, console.notice.field",
        "/console/integration/connections/sim-soap/pause, reason=, console.notice.reason-missing",
        "/console/integration/connections/sim-soap/policies, PRODUCT=ALL, console.notice.impossible",
        "/console/integration/clients, connection=sim-soap&title=x, console.notice.client-incomplete",
        "/console/integration/clients, connection=sim-soap&title=x&right=ALL, console.notice.field",
        "/console/integration/clients/mh-2345678923456789/revoke, reason=,"
                + " console.notice.reason-missing",
        "/console/integration/webhooks/3/end, reason=, console.notice.reason-missing",
        "/console/integration/webhooks/deliveries/replay, id=, console.notice.webhook-none-replayed",
        "/console/integration/webhooks/deliveries/replay, id=one, console.notice.field",
        "/console/integration/quarantine/11/discard, reason=, console.notice.reason-missing",
        "/console/integration/quarantine/selected/DISCARD, id=11&reason=,"
                + " console.notice.reason-missing",
        "/console/integration/quarantine/selected/REPLAY, reason=x, console.notice.quarantine-none",
        "/console/integration/quarantine/selected/BURN, id=11, console.notice.field",
        "/console/integration/quarantine/11/reveal, reason=, console.notice.reason-missing",
        "/console/integration/messages/501/reveal, reason=, console.notice.reason-missing",
        "/console/integration/quarantine/eleven/replay, x=1, console.notice.field",
        "/console/integration/quarantine/replay-all, connection=sim-soap, console.notice.field",
        "/console/orders/SO1/tasks/five/decision, decision=approve, console.notice.field",
        "/console/orders/SO1/tasks/5/decision, decision=approve&revision=x, console.notice.field",
        "/console/orders/SO1/change, quantity=3&revision=0&reason=, console.notice.reason-missing",
        "/console/orders/SO1/change, quantity=few&revision=0&reason=x,"
                + " console.notice.order-change-quantity",
        "/console/orders/SO1/change, quantity=1e999999999&revision=0&reason=x,"
                + " console.notice.order-change-quantity",
        "/console/orders/SO1/change, quantity=3&revision=one&reason=x, console.notice.impossible"
    })
    void aBadFormIsRefusedWithWords(String path, String fields, String key) throws Exception {
        refused(path, fields, key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/orders?state=NONSENSE",
                "/console/customers?state=NONSENSE",
                "/console/integration/quarantine/eleven"
            })
    void anAddressThatMeansNothingIsABadRequest(String path) throws Exception {
        mvc.perform(get(java.net.URI.create(path)).with(asAll()))
                .andExpect(status().isBadRequest());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/operations/one/cancel?reason=x",
                "/console/customers/C404/credit?limit=1&termDays=1",
                "/console/staff/nobody/enabled?enabled=false",
                "/console/integration/connections/none/pause?reason=x",
                "/console/integration/connections/sim-soap/flows/none/run",
                "/console/integration/clients/mh-none/rotate",
                "/console/integration/webhooks/4/end?reason=x",
                "/console/integration/clients?connection=none",
                "/console/integration/quarantine/404/replay",
                "/console/integration/quarantine/404/reveal?reason=",
                "/console/integration/messages/404/reveal?reason=x"
            })
    void whatIsNotThereIsNotFoundAndNothingIsDone(String path) throws Exception {
        forgetCalls();

        mvc.perform(post(java.net.URI.create(path)).with(asAll()).with(csrf()))
                .andExpect(status().isNotFound());

        assertThat(writes()).isEmpty();
    }

    @Test
    void theWordsAreInBothLanguages() {
        for (String key : List.of("console.notice.field", "console.notice.credit-range")) {
            assertThat(words(key, java.util.Locale.CHINESE)).contains("没有做任何更改");
            assertThat(words(key, java.util.Locale.ENGLISH))
                    .containsIgnoringCase("nothing was changed");
        }
    }

    private String words(String key, java.util.Locale language) {
        return messageSource.getMessage(key, new Object[] {"x"}, language);
    }

    private void refused(String path, String fields, String key) throws Exception {
        forgetCalls();
        MockHttpServletRequestBuilder form =
                post(java.net.URI.create(path + "?" + fields)).with(asAll()).with(csrf());

        var answer = mvc.perform(form).andExpect(status().isFound()).andReturn();

        Notice notice = (Notice) Objects.requireNonNull(answer.getFlashMap().get("notice"));
        assertThat(notice.key()).isEqualTo(key);
        assertThat(notice.color()).isEqualTo("danger");
        assertThat(writes()).isEmpty();
    }

    private void forgetCalls() {
        facades().forEach(it -> clearInvocations(it));
    }

    private List<String> writes() {
        return facades()
                .flatMap(it -> mockingDetails(it).getInvocations().stream())
                .map(it -> it.getMethod().getName())
                .filter(name -> WRITES.stream().anyMatch(name::startsWith))
                .toList();
    }

    private Stream<Object> facades() {
        return FACADES.stream().map(beans::getBean);
    }

    private static RequestPostProcessor asAll() {
        return authentication(
                UsernamePasswordAuthenticationToken.authenticated(
                        StandingMall.staff(Role.values()),
                        null,
                        AuthorityUtils.createAuthorityList(
                                Stream.of(Role.values()).map(role -> "ROLE_" + role).toList())));
    }
}
