package io.mallhub.connectors.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.connectors.Cursor;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpClients.DefinitionInvalid;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.ErpPage;
import io.mallhub.connectors.canonical.ErpProduct;
import io.mallhub.connectors.client.PlayedErp.Reply;
import io.mallhub.connectors.client.PlayedErp.Request;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways of REST ERPs that a definition must cope with, each before a server that has them. */
final class RestErpsTest {
    private static final String HEAD =
            """
            id: acme
            title: Acme
            version: 1
            protocol: rest
            timezone: Asia/Shanghai
            times: yyyy-MM-dd HH:mm:ss
            guarantee: { orders: probeable, customers: neither, stock: on-hand }
            """;
    private static final String PING = "operations:\n  ping: { path: /ping }\n";
    private static final String PRODUCT =
            "{\"code\":\"%s\",\"tax\":\"0.13\",\"at\":\"2026-11-24 16:00:0%d\"}";

    @TempDir private Path folder;
    private PlayedErp erp;
    private final TestClock clock = new TestClock();

    @BeforeEach
    void start() {
        erp = new PlayedErp(folder);
    }

    @AfterEach
    void stop() {
        erp.close();
    }

    // ── who is calling ──

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ kind: basic } | Authorization | Basic dTpw",
                "{ kind: bearer } | Authorization | Bearer t",
                "{ kind: api-key, header: X-Key } | X-Key | k"
            })
    void aCallerShowsWhoItIsByAHeader(String auth, String header, String value) {
        plays(it -> allowed(it.header(header).equals(value) ? 200 : 401));

        ErpClient right =
                open(auth, Map.of("username", "u", "password", "p", "token", "t", "apiKey", "k"));
        ErpClient wrong =
                open(auth, Map.of("username", "u", "password", "x", "token", "x", "apiKey", "x"));

        right.ping();
        assertThatThrownBy(wrong::ping).isInstanceOf(ErpFault.CredentialsRefused.class);
    }

    @Test
    void aFormLoginGivesACookieForTheOtherCalls() {
        plays(
                it -> {
                    if (it.path().equals("/login")) {
                        return it.form().equals(Map.of("user", "张三", "pass", "a&b=c"))
                                ? Reply.ok("{}").with("Set-Cookie", "SID=abc%2F1; Path=/; HttpOnly")
                                : Reply.status(403);
                    }
                    return it.header("Cookie").equals("SID=abc%2F1")
                            ? Reply.ok("{}")
                            : Reply.status(401);
                });

        ErpClient client =
                open(
                        """
                        { kind: session, secrets: [username, password], cookie: SID,
                          login: { path: /login, form: { user: "${username}", pass: "${password}" } } }
                        """,
                        Map.of("username", "张三", "password", "a&b=c"));
        client.ping();
        client.ping();

        assertThat(erp.asked()).containsExactly("POST /login", "GET /ping", "GET /ping");
        assertThat(erp.requests.getFirst().header("Content-Type"))
                .isEqualTo("application/x-www-form-urlencoded");
        assertThat(erp.log.toString()).doesNotContain("abc%2F1").doesNotContain("a%26b%3Dc");
    }

    @Test
    void aLoginMayGiveAHeaderWithAWordBeforeTheToken() {
        plays(
                it ->
                        it.path().equals("/login")
                                ? Reply.ok("{\"jwt\":\"j-1\"}")
                                : allowed(
                                        it.header("Authorization").equals("JWT j-1") ? 200 : 401));

        open(
                        """
                        { kind: session, secrets: [password], token: jwt, header: Authorization,
                          value: "JWT ${session}", login: { path: /login, form: { p: "${password}" } } }
                        """,
                        Map.of("password", "p"))
                .ping();

        assertThat(erp.requests).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"basic", "form"})
    void clientCredentialsGiveATokenThatIsRenewedBeforeItEnds(String credentials) {
        AtomicInteger tokens = new AtomicInteger();
        plays(
                it -> {
                    if (it.path().equals("/oauth/token")) {
                        boolean known =
                                credentials.equals("basic")
                                        ? it.header("Authorization")
                                                .equals("Basic " + base64("hub%3A1:s+%2B%26"))
                                        : "hub:1".equals(it.form().get("client_id"))
                                                && "s +&".equals(it.form().get("client_secret"));
                        boolean asked =
                                "client_credentials".equals(it.form().get("grant_type"))
                                        && "erp.read".equals(it.form().get("scope"));
                        return known && asked
                                ? Reply.ok(
                                        "{\"access_token\":\"token-%d\",\"token_type\":\"Bearer\",\"expires_in\":600}"
                                                .formatted(tokens.incrementAndGet()))
                                : new Reply(401, "{\"error\":\"invalid_client\"}", Map.of());
                    }
                    return allowed(
                            it.header("Authorization").equals("Bearer token-" + tokens.get())
                                    ? 200
                                    : 401);
                });
        String auth =
                "{ kind: oauth2, url: /oauth/token, scope: erp.read, credentials: %s }"
                        .formatted(credentials);
        ErpClient client = open(auth, Map.of("clientId", "hub:1", "clientSecret", "s +&"));

        client.ping();
        client.ping();
        clock.advance(Duration.ofSeconds(580));
        client.ping();
        tokens.incrementAndGet(); // the ERP forgets the token: the next call is refused once
        client.ping();

        assertThat(erp.asked().stream().filter(it -> it.equals("POST /oauth/token"))).hasSize(3);
        assertThat(erp.log.toString()).doesNotContain("s+%2B%26").doesNotContain("token-2");
        assertThatThrownBy(() -> open(auth, Map.of("clientId", "x", "clientSecret", "y")).ping())
                .isInstanceOf(ErpFault.CredentialsRefused.class)
                .hasMessageContaining("invalid_client");
    }

    @Test
    void aRequestIsSignedOverMethodPathTimeAndBody() {
        plays(
                it -> {
                    String text =
                            "%s\n%s\n%s\n%s"
                                    .formatted(
                                            it.method(), it.path(), it.header("X-Time"), it.body());
                    return allowed(it.header("X-Sign").equals(hmac(text)) ? 200 : 401);
                });

        open(
                        """
                        kind: signed
                          algorithm: hmac-sha256
                          encoding: base64
                          secrets: [appKey]
                          time: epoch-seconds
                          text: "${method}\\n${path}\\n${time}\\n${body}"
                          headers: { X-App: "${appKey}", X-Time: "${time}", X-Sign: "${signature}" }
                        """,
                        "operations:\n  ping: { path: /ping, request: ping.json }\n",
                        Map.of("appKey", "hub", "secret", "top secret"),
                        "ping.json",
                        "{\"n\": \"${nonce}\"}")
                .ping();

        assertThat(erp.requests.getFirst().header("X-App")).isEqualTo("hub");
        assertThat(erp.requests.getFirst().header("X-Time"))
                .isEqualTo("" + clock.instant().getEpochSecond());
    }

    /** As many Chinese ERPs ask for: parameters sorted by name, the secret around them, MD5. */
    @Test
    void aFormIsSignedOverItsSortedParametersAndTheSecret() {
        plays(
                it -> {
                    TreeMap<String, String> signed = new TreeMap<>(it.form());
                    String sign = signed.remove("sign");
                    String words =
                            signed.entrySet().stream()
                                    .map(entry -> entry.getKey() + entry.getValue())
                                    .collect(Collectors.joining());
                    return allowed(md5("geheim" + words + "geheim").equals(sign) ? 200 : 401);
                });

        open(
                        """
                        kind: signed
                          algorithm: md5
                          encoding: hex-upper
                          secrets: [appKey]
                          time: yyyyMMddHHmmss
                          text: "${secret}${words}${secret}"
                          form: { app_key: "${appKey}", timestamp: "${time}", sign: "${signature}" }
                        """,
                        "operations:\n  ping: { path: /router, form: { method: 库存.query } }\n",
                        Map.of("appKey", "hub", "secret", "geheim"))
                .ping();

        assertThat(erp.requests.getFirst().form()).containsEntry("method", "库存.query");
    }

    /** The signature stands inside of what is signed, which is signed without it. */
    @Test
    void aSignatureMayStandInTheBodyItSigns() {
        plays(
                it -> {
                    String sign = it.body().replaceAll(".*\"sign\":\"([^\"]*)\".*", "$1");
                    String unsigned = it.body().replaceAll(",\"sign\":\"[^\"]*\"", "");
                    return allowed(md5("geheim" + unsigned + "geheim").equals(sign) ? 200 : 401);
                });

        open(
                        """
                        kind: signed
                          algorithm: md5
                          encoding: hex-upper
                          secrets: []
                          text: "${secret}${body}${secret}"
                        """,
                        "operations:\n  ping: { path: /, request: ping.json }\n",
                        Map.of("secret", "geheim"),
                        "ping.json",
                        "{\"method\":\"ping\"${#signature},\"sign\":\"${signature}\"${/signature}}")
                .ping();

        assertThat(erp.requests.getFirst().body()).contains("\"sign\":\"");
    }

    @Test
    void aTokenMayGoAlongAsAParameterBesideWhoAsks() {
        plays(
                it ->
                        it.path().equals("/token")
                                ? Reply.ok("{\"token\":\"t-1\"}")
                                : allowed(
                                        it.query()
                                                        .equals(
                                                                Map.of(
                                                                        "token", "t-1",
                                                                        "app", "hub",
                                                                        "account", "老店"))
                                                ? 200
                                                : 401));

        open(
                        """
                        { kind: session, secrets: [app, secret], token: token,
                          login: { path: /token, query: { app: "${app}", secret: "${secret}" } },
                          query: { token: "${session}", app: "${app}", account: "${account}" } }
                        """,
                        "settings: [account]\n" + PING,
                        Map.of("app", "hub", "secret", "s", "account", "老店"))
                .ping();

        assertThat(erp.requests.getFirst().query()).containsOnlyKeys("app", "secret");
    }

    /** What differs from one installation to the next, without a definition of its own. */
    @Test
    void aConnectionHasSettingsThatItsTemplatesKnowAndItsLogShows() {
        plays(it -> allowed(it.path().equals("/main store/ping") ? 200 : 404));
        String rest = "settings: [store]\noperations:\n  ping: { path: \"/${store}/ping\" }\n";

        open("{ kind: none }", rest, Map.of("store", "main store")).ping();

        assertThat(erp.log.toString()).contains("/main%20store/ping");
        assertThatThrownBy(() -> open("{ kind: none }", rest, Map.of()).ping())
                .isInstanceOf(ErpFault.CredentialsRefused.class)
                .hasMessageContaining("store");
    }

    // ── bodies and errors ──

    @Test
    void bodiesMayBeXml() {
        plays(
                it ->
                        it.body().contains("<from>")
                                        && it.header("Content-Type").startsWith("application/xml")
                                ? Reply.ok(
                                        """
                                        <r:list xmlns:r="urn:x"><r:good no="A" tax="0.13" at="2026-11-24 16:00:00"/></r:list>""")
                                : Reply.status(400));

        ErpPage<ErpProduct> page =
                open(
                                "{ kind: none }",
                                """
                                format: xml
                                operations:
                                  ping: { path: /ping }
                                  list-products:
                                    path: /goods
                                    request: goods.xml
                                    records: //good
                                    paging: { kind: none }
                                    map: { code: "@no", vatRate: "@tax", changedAt: "@at" }
                                """,
                                Map.of(),
                                "goods.xml",
                                "<query><from>${since}</from></query>")
                        .products(Cursor.START, 10);

        assertThat(page.records()).extracting(ErpProduct::code).containsExactly("A");
    }

    @Test
    void numbersMayBeWrappedWithTheirType() {
        plays(
                it ->
                        Reply.ok(
                                """
                                [{"code": "A", "at": {"__class__": "datetime", "year": 2026, "month": 11, "day": 4},
                                  "tax": {"__class__": "Decimal", "decimal": "0.130"},
                                  "price": {"__class__": "Decimal", "decimal": "9007199254740993.25"}}]"""));

        ErpProduct product =
                open(
                                "{ kind: none }",
                                """
                                dates: yyyy-M-d
                                operations:
                                  ping: { path: /ping }
                                  list-products:
                                    path: /goods
                                    records: $
                                    paging: { kind: none }
                                    map:
                                      code: code
                                      vatRate: tax.decimal
                                      price: price.decimal
                                      changedAt: "$time(at.year & '-' & at.month & '-' & at.day & ' 08:00', 'yyyy-M-d HH:mm')"
                                """,
                                Map.of())
                        .products(Cursor.START, 10)
                        .records()
                        .getFirst();

        assertThat(product.price()).isEqualByComparingTo("9007199254740993.25");
        assertThat(product.changedAt()).isEqualTo(Instant.parse("2026-11-04T00:00:00Z"));
    }

    /** A tax code nobody told of is no tax rate, and its neighbours are read. */
    @Test
    void codesAreLookedUpInTheirTableAndAnUnknownOneSpoilsItsRecordOnly() {
        plays(
                it ->
                        Reply.ok(
                                """
                                [{"code":"A","tax":"T13","unit":"HE","at":"2026-11-24 16:00:00"},
                                 {"code":"B","tax":"T99","unit":"HE","at":"2026-11-24 16:00:00"}]"""));

        ErpPage<ErpProduct> page =
                open(
                                "{ kind: none }",
                                """
                                codes: { tax: { T13: "0.13" }, unit: { HE: 盒 } }
                                operations:
                                  ping: { path: /ping }
                                  list-products:
                                    path: /goods
                                    records: $
                                    paging: { kind: none }
                                    map: { code: code, vatRate: "$code(tax, 'tax')", unit: "$code(unit, 'unit')", changedAt: at }
                                """,
                                Map.of())
                        .products(Cursor.START, 10);

        assertThat(page.records())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.vatRate()).isEqualByComparingTo("0.13");
                            assertThat(it.unit()).isEqualTo("盒");
                        });
        assertThat(page.bad())
                .singleElement()
                .satisfies(it -> assertThat(it.reason()).contains("vatRate").contains("T99"));
    }

    @Test
    void unitsAreConvertedExactly() {
        plays(
                it ->
                        Reply.ok(
                                "[{\"code\":\"A\",\"tax\":\"13\",\"at\":\"2026-11-24 16:00:00\",\"box\":\"0.1\",\"pack\":10}]"));

        ErpProduct product =
                open(
                                "{ kind: none }",
                                """
                                operations:
                                  ping: { path: /ping }
                                  list-products:
                                    path: /goods
                                    records: $
                                    paging: { kind: none }
                                    map: { code: code, vatRate: "$per(tax, 100)", price: "$times(box, pack)", changedAt: at }
                                """,
                                Map.of())
                        .products(Cursor.START, 10)
                        .records()
                        .getFirst();

        assertThat(product.vatRate()).isEqualByComparingTo("0.13");
        assertThat(product.price()).isEqualByComparingTo("1");
    }

    @Test
    void jsonMayStandInAStringOfTheReply() {
        plays(
                it ->
                        Reply.ok(
                                "{\"code\":0,\"data\":\"[{\\\"no\\\":\\\"A\\\",\\\"tax\\\":\\\"0.13\\\",\\\"at\\\":\\\"2026-11-24 16:00:00\\\"}]\"}"));

        ErpPage<ErpProduct> page =
                open(
                                "{ kind: none }",
                                """
                                operations:
                                  ping: { path: /ping }
                                  list-products:
                                    path: /goods
                                    records: $json(data)
                                    paging: { kind: none }
                                    map: { code: "no", vatRate: tax, changedAt: at }
                                """,
                                Map.of())
                        .products(Cursor.START, 10);

        assertThat(page.records()).extracting(ErpProduct::code).containsExactly("A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$eval(data)", "$map(items, $eval)"})
    void whatTheErpSendsIsNeverRunAsAProgram(String records) {
        plays(it -> Reply.ok("{}"));

        assertThatThrownBy(
                        () ->
                                open(
                                        "{ kind: none }",
                                        """
                                        operations:
                                          ping: { path: /ping }
                                          list-products:
                                            path: /goods
                                            records: %s
                                            paging: { kind: none }
                                            map: { code: "no", vatRate: tax, changedAt: at }
                                        """
                                                .formatted(records),
                                        Map.of()))
                .isInstanceOf(DefinitionInvalid.class)
                .hasMessageContaining("$eval");
    }

    // ── lists ──

    @Test
    void aListIsWalkedByTheTokensOfTheErpAlsoAfterARestart() {
        Map<String, String> next = Map.of("", "tok:+/ 2", "tok:+/ 2", "3", "3", "");
        plays(
                it -> {
                    String asked = it.query().getOrDefault("cursor", "");
                    int page = List.of("", "tok:+/ 2", "3").indexOf(asked);
                    return Reply.ok(
                            "{\"items\":[%s],\"next\":\"%s\"}"
                                    .formatted(
                                            PRODUCT.formatted("P" + page, page), next.get(asked)));
                });

        List<String> read = walk("query: { cursor: \"${next}\" }", "{ kind: token, next: next }");

        assertThat(read).containsExactly("P0", "P1", "P2");
    }

    /** In a filter that is a text of its own a quote would end the value. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"doubled, no = 'O''Neil'", "plain, no = 'O'Neil'"})
    void quotesOfValuesAreDoubledWhereTheyStandBetweenQuotes(String quotes, String expected) {
        plays(it -> Reply.ok("[]"));

        open(
                        "{ kind: none }",
                        """
                        operations:
                          ping: { path: /ping }
                          find-orders:
                            path: /orders
                            quotes: %s
                            form: { filter: "no = '${reference}'" }
                            records: $
                            map: { code: no, state: "'NEW'", changedAt: at }
                        """
                                .formatted(quotes),
                        Map.of())
                .findOrders("O'Neil");

        assertThat(erp.requests.getFirst().form()).containsEntry("filter", expected);
    }

    /** A paper is asked for by its day and may be posted days later. */
    @Test
    void aListByDaysIsAskedFromSomeDaysBefore() {
        plays(
                it ->
                        Reply.ok(
                                "{\"items\":[{\"code\":\"A\",\"tax\":\"0.13\",\"at\":\"2026-11-24\"}]}"));
        String rest =
                """
                operations:
                  ping: { path: /ping }
                  list-products:
                    path: /goods
                    query: { from: "${since}" }
                    records: items
                    paging: { kind: page, back-days: 14 }
                    map: { code: code, vatRate: tax, changedAt: at }
                """;
        ErpClient client =
                erp.open(
                        Map.of(),
                        clock,
                        HEAD.replace("yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd")
                                + "auth: { kind: none }\n"
                                + rest);

        ErpPage<ErpProduct> first = client.products(Cursor.START, 10);
        client.products(first.next(), 10);

        assertThat(first.next()).isEqualTo(new Cursor(Instant.parse("2026-11-23T16:00:00Z"), ""));
        assertThat(erp.requests.get(0).query()).doesNotContainKey("from");
        assertThat(erp.requests.get(1).query()).containsEntry("from", "2026-11-10");
        assertThatThrownBy(
                        () ->
                                open(
                                        "{ kind: none }",
                                        rest.replace("kind: page", "kind: keyset"),
                                        Map.of()))
                .isInstanceOf(DefinitionInvalid.class)
                .hasMessageContaining("keyset");
    }

    @Test
    void aListIsWalkedByTheLinksOfTheErp() {
        plays(
                it -> {
                    int page = Integer.parseInt(it.query().getOrDefault("p", "0"));
                    String link =
                            page == 0
                                    ? ",\"next\":\"/goods?p=1&q=x%2Fy\""
                                    : page == 1
                                            ? ",\"next\":\"" + erp.address() + "/goods?p=2\""
                                            : "";
                    return Reply.ok(
                            "{\"items\":[%s]%s}"
                                    .formatted(PRODUCT.formatted("P" + page, page), link));
                });

        List<String> read = walk("", "{ kind: link, next: next }");

        assertThat(read).containsExactly("P0", "P1", "P2");
        assertThat(erp.requests.get(1).query()).containsEntry("q", "x/y");
    }

    @Test
    void aLinkToAnotherServerIsNotFollowed() {
        plays(
                it ->
                        Reply.ok(
                                "{\"items\":[%s],\"next\":\"http://127.0.0.1:1/goods\"}"
                                        .formatted(PRODUCT.formatted("P", 0))));

        assertThatThrownBy(() -> walk("", "{ kind: link, next: next }"))
                .isInstanceOf(ErpFault.DataInvalid.class)
                .hasMessageContaining("another server");
        assertThat(erp.requests).hasSize(1);
    }

    @Test
    void anErpThatGivesTheSamePageAgainIsNotAskedForEver() {
        plays(
                it ->
                        Reply.ok(
                                "{\"items\":[%s],\"next\":\"same\"}"
                                        .formatted(PRODUCT.formatted("P", 0))));

        assertThatThrownBy(
                        () -> walk("query: { cursor: \"${next}\" }", "{ kind: token, next: next }"))
                .isInstanceOf(ErpFault.DataInvalid.class)
                .hasMessageContaining("same page");
        assertThat(erp.requests).hasSize(2);
    }

    @Test
    void aListIsWalkedByOffset() {
        plays(
                it -> {
                    int from = Integer.parseInt(it.query().get("skip"));
                    String rows =
                            List.of(0, 1, 2, 3, 4).stream()
                                    .skip(from)
                                    .limit(2)
                                    .map(n -> PRODUCT.formatted("P" + n, n))
                                    .collect(Collectors.joining(","));
                    return Reply.ok("{\"items\":[" + rows + "]}");
                });

        List<String> read =
                walk(
                        "query: { skip: \"${offset}\", take: \"${limit}\" }",
                        "{ kind: offset, largest: 2 }");

        assertThat(read).containsExactly("P0", "P1", "P2", "P3", "P4");
    }

    // ── what an ERP can bear ──

    @Test
    void noMoreCallsGoOutAtOnceThanTheErpBears() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        java.util.concurrent.Semaphore answered = new java.util.concurrent.Semaphore(0);
        plays(
                it -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    answered.acquireUninterruptibly();
                    now.decrementAndGet();
                    return Reply.ok("{}");
                });
        ErpClient client = open("{ kind: none }", "limits: { at-once: 2 }\n" + PING, Map.of());

        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                calls.add(hands.submit(client::ping));
            }
            answered.release(6);
            for (Future<?> call : calls) {
                call.get();
            }
        }

        assertThat(most.get()).isBetween(1, 2);
        assertThat(erp.requests).hasSize(6);
    }

    @Test
    void noMoreCallsGoOutInASecondThanTheErpBears() {
        plays(it -> Reply.ok("{}"));
        ErpClient client =
                erp.open(
                        Map.of(),
                        clock,
                        Duration.ofMillis(500),
                        HEAD + "auth: { kind: none }\nlimits: { calls-per-second: 3 }\n" + PING);

        int refused = 0;
        for (int i = 0; i < 6; i++) {
            try {
                client.ping();
            } catch (ErpFault.Unavailable e) {
                refused += String.valueOf(e.getMessage()).contains("more calls a second") ? 1 : 0;
            }
        }

        assertThat(refused).isPositive();
        assertThat(erp.requests).hasSize(6 - refused);
    }

    @Test
    void anErpThatDoesNotAnswerAtAllIsLeftAloneForAWhile() {
        plays(it -> Reply.status(503));
        ErpClient client = open("{ kind: none }", "limits: { at-once: 9 }\n" + PING, Map.of());

        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(client::ping).isInstanceOf(ErpFault.Unavailable.class);
        }

        assertThatThrownBy(client::ping)
                .isInstanceOf(ErpFault.Unavailable.class)
                .hasMessageContaining("left alone");
        assertThat(erp.requests).hasSize(20);
    }

    // ── fixtures ──

    private static Reply allowed(int status) {
        return status == 200 ? Reply.ok("{}") : Reply.status(status);
    }

    private void plays(Function<Request, Reply> play) {
        erp.plays(play);
    }

    private ErpClient open(String auth, Map<String, String> secrets) {
        return open(auth, PING, secrets);
    }

    private ErpClient open(String auth, String rest, Map<String, String> secrets, String... files) {
        String shown = auth.startsWith("{") ? "auth: " + auth : "auth:\n  " + auth;
        return erp.open(secrets, clock, HEAD + shown.stripTrailing() + "\n" + rest, files);
    }

    /** All codes, page by page; each page by a client that knows nothing but the cursor. */
    private List<String> walk(String query, String paging) {
        String rest =
                """
                operations:
                  ping: { path: /ping }
                  list-products:
                    path: /goods
                    %s
                    records: items
                    paging: %s
                    map: { code: code, vatRate: tax, changedAt: at }
                """
                        .formatted(query, paging);
        List<String> read = new ArrayList<>();
        Cursor cursor = Cursor.START;
        boolean more = true;
        while (more) {
            ErpPage<ErpProduct> page = open("{ kind: none }", rest, Map.of()).products(cursor, 100);
            page.records().forEach(product -> read.add(product.code()));
            cursor = page.next();
            more = page.more();
        }
        assertThat(cursor.key()).isEmpty();
        return read;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec("top secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(
                            MessageDigest.getInstance("MD5")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stands still until told. */
    private static final class TestClock extends Clock {
        private Instant now = Instant.parse("2026-11-30T08:00:00Z");

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
