package io.mallhub.storefront.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.storefront.fixture.Answer;
import io.mallhub.storefront.fixture.Companies;
import io.mallhub.storefront.fixture.Rows;
import io.mallhub.storefront.fixture.StorefrontTest;
import io.mallhub.storefront.fixture.TradingCompany;
import io.mallhub.storefront.fixture.Visitor;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people and attackers type into the pages: refused with words, nothing changed. */
@StorefrontTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadFormsTest {
    @Autowired Companies companies;
    @Autowired Rows rows;
    @LocalServerPort int port;
    private TradingCompany company;
    private Visitor browser;

    @BeforeAll
    void aBuyerAtWork() {
        company = companies.aTradingCompany();
        browser = Visitor.signedIn(port, company.buyer());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    -1,             数量须大于零
                    0.0001,         数量须为最多三位小数的数字
                    0.5,            数量须为
                    1000001,        数量过大
                    99999999999999, 数量须为最多三位小数的数字
                    1e999999999,    数量须为最多三位小数的数字
                    1e-999999999,   数量须为最多三位小数的数字
                    NaN,            数量须为最多三位小数的数字
                    ten,            数量须为最多三位小数的数字
                    '',             数量须为最多三位小数的数字
                    """)
    void aQuantityThatIsNoneStaysOutOfTheCart(String quantity, String words) {
        Map<String, String> before = rows.all();

        Answer answer =
                browser.post("/cart", Map.of("product", company.product(), "quantity", quantity));

        String page = browser.wordsAfter(answer);
        assertThat(page).contains("alert-danger");
        if (!quantity.equals("0.5")) {
            assertThat(page).contains(words);
        }
        assertThat(rows.all()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NO-SUCH-PRODUCT", "' OR 1=1 --", "<script>alert(1)</script>", "%"})
    void anUnknownProductStaysOutOfTheCart(String product) {
        Map<String, String> before = rows.all();

        Answer answer = browser.post("/cart", Map.of("product", product, "quantity", "1"));

        assertThat(browser.wordsAfter(answer))
                .contains("没有此商品")
                .doesNotContain("<script>alert(1)</script>");
        assertThat(rows.all()).isEqualTo(before);
    }

    static Stream<Arguments> badOrders() {
        return Stream.of(
                Arguments.of("no key", Map.of()),
                Arguments.of("long key", Map.of("key", "k".repeat(101))),
                Arguments.of("unknown payment", Map.of("key", "k", "payment", "BARTER")),
                Arguments.of("long note", Map.of("key", "k", "note", "长".repeat(1001))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badOrders")
    void anOrderThatCannotBeIsRefusedWithWords(String what, Map<String, String> fields) {
        Map<String, String> before = rows.all();

        Answer answer = browser.post("/cart/order", fields);

        assertThat(browser.wordsAfter(answer)).contains("alert-danger");
        assertThat(rows.all()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/products{x}",
                "/products/../console",
                "javascript:alert(1)"
            })
    void noFormSendsTheBuyerElsewhere(String back) {
        Answer answer =
                browser.post(
                        "/cart",
                        Map.of("product", company.product(), "quantity", "5", "back", back));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).doesNotContain("evil", "{", "javascript");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/products?category=NONSENSE",
                "/products?q=%00",
                "/products?sort=price;DROP TABLE account",
                "/orders?state=NONSENSE",
                "/orders?from=yesterday",
                "/orders?sort=evil",
                "/registration/documents/1"
            })
    void anAddressThatMeansNothingIsAnsweredWithAPageThatSaysWhatToDo(String path) {
        Answer answer = browser.get(path.replace(" ", "%20").replace(";", "%3B"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        if (!path.contains("%00")) { // refused before there is a page to draw
            assertThat(answer.body()).contains("请返回刷新页面后重试", "返回首页");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/products/NO-SUCH-PRODUCT",
                "/orders/NO-SUCH-ORDER",
                "/orders/NO-SUCH-ORDER/state",
                "/registration/documents/00000000-0000-0000-0000-000000000000",
                "/nothing-here"
            })
    void whatIsNotThereIsAnsweredWithAPageThatSaysWhatToDo(String path) {
        Answer answer = browser.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("没有这个页面或记录", "返回首页");
    }

    @Test
    void anEndlessReasonIsRefusedWithWords() {
        Map<String, String> before = rows.all();

        Answer answer =
                browser.post(
                        "/orders/" + company.order() + "/cancel",
                        Map.of("reason", "x".repeat(201)));

        assertThat(browser.wordsAfter(answer)).contains("取消原因最多 200 个字");
        assertThat(rows.all()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/registration/submit", "/registration/withdraw"})
    void aStepThatIsOverIsRefusedWithWords(String door) {
        Map<String, String> before = rows.all();

        Answer answer = browser.post(door, Map.of());

        assertThat(browser.wordsAfter(answer)).contains("页面已过期");
        assertThat(rows.all()).isEqualTo(before);
    }

    static Stream<Arguments> badRegistrations() {
        return Stream.of(
                Arguments.of("name", "", "必填"),
                Arguments.of("name", "长".repeat(201), "内容过长"),
                Arguments.of("type", "BAKERY", "格式不正确"),
                Arguments.of("uscc", "9".repeat(41), "内容过长"),
                Arguments.of("region", "nowhere", "请选择省份"),
                Arguments.of("region", "999999", "请选择省份"),
                Arguments.of("phone", "call me", "请填写有效电话号码"),
                Arguments.of("login", "a b", "4–60 位字母"),
                Arguments.of("login", "' OR 1=1 --", "4–60 位字母"),
                Arguments.of("password", "short", "密码为 10–128 位"),
                Arguments.of("password", "a".repeat(129), "密码为 10–128 位"));
    }

    @ParameterizedTest(name = "{0}={1}")
    @MethodSource("badRegistrations")
    void aWrongRegistrationIsNamedAtItsFieldAndKeepsNothing(
            String field, String value, String words) {
        Map<String, String> fields = aRegistration("registrant-of-" + field);
        fields.put(field, value);
        Map<String, String> before = rows.all();

        Answer answer = Visitor.at(port).post("/register", fields);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("is-invalid", words);
        assertThat(rows.all()).isEqualTo(before);
    }

    @Test
    void aTakenLoginKeepsNothing() {
        Map<String, String> before = rows.all();

        Answer answer =
                Visitor.at(port)
                        .post("/register", aRegistration(company.buyer().login().toUpperCase()));

        assertThat(answer.body()).contains("该登录名已被使用");
        assertThat(rows.all()).isEqualTo(before);
    }

    @Test
    void aPasswordThatIsTheLoginKeepsNothing() {
        Map<String, String> fields = aRegistration("registrant-same");
        fields.put("password", "registrant-same");
        Map<String, String> before = rows.all();

        Answer answer = Visitor.at(port).post("/register", fields);

        assertThat(answer.body()).contains("密码不能与登录名相同");
        assertThat(rows.all()).isEqualTo(before);
    }

    /** Nothing but the fields of the form is taken from a form. */
    @Test
    void aRegistrationSaysNothingOfStateRightsOrOtherCompanies() {
        Map<String, String> fields = aRegistration("mass-assigner");
        fields.putAll(
                Map.of(
                        "state", "ACTIVE",
                        "level", "GOLD",
                        "salesperson", "me",
                        "customer", company.customer().id().value().toString(),
                        "company", company.customer().id().value().toString(),
                        "rights", "ORDER",
                        "enabled", "true",
                        "erpNumber", "KH1"));
        Visitor registrant = Visitor.at(port);
        Map<String, String> before = rows.about(company.ids());

        assertThat(registrant.post("/register", fields).location()).isEqualTo("/registration");

        assertThat(registrant.get("/registration").body()).contains("data-state=\"DRAFT\"");
        assertThat(registrant.get("/company").body())
                .contains("申请中")
                .doesNotContain("GOLD", "KH1", company.customer().company().name());
        assertThat(rows.about(company.ids())).isEqualTo(before);
    }

    @Test
    void aNameIsTextAndNothingElseWhereverItStands() {
        String evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>${7*7}[[${7*7}]]";
        Map<String, String> fields = aRegistration("script-kiddie");
        fields.putAll(Map.of("name", evil, "person", evil, "address", evil));
        Visitor registrant = Visitor.at(port);
        registrant.post("/register", fields);

        for (String page : new String[] {"/registration", "/company", "/"}) {
            assertThat(registrant.get(page).body())
                    .as(page)
                    .doesNotContain("<script>alert", "<img src=x", "[[49]]", "${49}", ">49");
        }
        assertThat(registrant.get("/products?q=%3Cscript%3Ealert(1)%3C/script%3E").body())
                .doesNotContain("<script>alert");
    }

    private static Map<String, String> aRegistration(String login) {
        Map<String, String> fields = new HashMap<>();
        Door.ALL.stream()
                .filter(door -> door.pattern().equals("/registration/company"))
                .forEach(door -> fields.putAll(door.fields()));
        fields.putAll(Map.of("login", login, "person", "某人", "password", Companies.PASSWORD));
        return fields;
    }
}
