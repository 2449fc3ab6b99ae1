package io.mallhub.connectors.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.connectors.Cursor;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpClients.DefinitionInvalid;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.canonical.ErpOrder;
import io.mallhub.connectors.client.PlayedErp.Reply;
import io.mallhub.connectors.client.PlayedErp.Request;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An ERP that makes an order in three calls: header, lines, confirmation. Whatever breaks between
 * them, in the end there is one order, or none.
 */
final class OrdersInStepsTest {
    private static final String YAML =
            """
            id: acme
            title: Acme
            version: 1
            protocol: rest
            timezone: Asia/Shanghai
            times: iso-offset
            auth: { kind: none }
            guarantee: { orders: probeable, customers: neither, stock: on-hand }
            failure:
              when: $exists(error)
              words: error
              statuses: { "412": unavailable }
            operations:
              ping: { path: /ping }
              find-orders:
                path: /orders
                query: { ref: "${reference}" }
                records: $
                map: { code: id, reference: ref, state: "'NEW'", changedAt: at, draft: "state = 'OPEN'" }
              list-orders:
                path: /orders
                records: $
                paging: { kind: none }
                map: { code: id, reference: ref, state: "'NEW'", changedAt: at, draft: "state = 'OPEN'" }
              create-order:
                draft: %s
                path: /orders
                request: header.json
                map: { code: id }
                then:
                  - path: /orders/${code}/lines
                    method: PUT
                    request: lines.json
                    keep-headers: { version: ETag }
                  - path: /orders/${code}/confirm
                    method: POST
                    headers: { If-Match: "${version}" }
              void-order:
                first:
                  - path: /orders/${code}
                    keep: { version: version }
                path: /orders/${code}
                method: DELETE
                headers: { If-Match: "${version}" }
            """;
    private static final String HEADER =
            "{\"ref\":\"${reference}\",\"customer\":\"${customerCode}\"}";
    private static final String LINES =
            "[${#lines}{\"product\":\"${productCode}\",\"qty\":${quantity}}${^-last},${/-last}${/lines}]";

    @TempDir private Path folder;
    private PlayedErp erp;
    private final Books books = new Books();

    @BeforeEach
    void start() {
        erp = new PlayedErp(folder);
        erp.plays(books::answer);
    }

    @AfterEach
    void stop() {
        erp.close();
    }

    @Test
    void threeCallsMakeOneOrder() {
        assertThat(open("resume").createOrder(anOrder()).code()).isEqualTo("1");

        assertThat(books.states()).containsExactly("1 CONFIRMED");
    }

    @Test
    void aHalfMadeOrderIsNoOrderForAnyoneElse() {
        books.loses("PUT");
        ErpClient client = open("resume");

        assertThatThrownBy(() -> client.createOrder(anOrder()))
                .isInstanceOf(ErpFault.OutcomeUnknown.class);

        assertThat(books.states()).containsExactly("1 OPEN");
        assertThat(client.findOrders("SO-1")).isEmpty();
        assertThat(client.orderChanges(Cursor.START, 10).records()).isEmpty();
    }

    @Test
    void theSameHeaderIsResumedAfterALostReply() {
        books.loses("PUT");
        ErpClient client = open("resume");
        assertThatThrownBy(() -> client.createOrder(anOrder())).isInstanceOf(ErpFault.class);

        assertThat(client.createOrder(anOrder()).code()).isEqualTo("1");

        assertThat(books.states()).containsExactly("1 CONFIRMED");
        assertThat(client.findOrders("SO-1")).hasSize(1);
    }

    @Test
    void aHalfMadeOrderIsVoidedAndMadeAnewWhereTheErpCanNotGoOn() {
        books.loses("PUT");
        ErpClient client = open("void");
        assertThatThrownBy(() -> client.createOrder(anOrder())).isInstanceOf(ErpFault.class);

        assertThat(client.createOrder(anOrder()).code()).isEqualTo("2");

        assertThat(books.states()).containsExactly("1 VOID", "2 CONFIRMED");
    }

    @Test
    void anOrderWhoseConfirmationArrivedAlthoughItsReplyGotLostIsFound() {
        books.losesAfter("POST confirm");
        ErpClient client = open("resume");

        assertThatThrownBy(() -> client.createOrder(anOrder()))
                .isInstanceOf(ErpFault.OutcomeUnknown.class);

        assertThat(client.findOrders("SO-1")).hasSize(1);
        assertThat(books.states()).containsExactly("1 CONFIRMED");
    }

    @Test
    void anOrderWhoseLinesAreRefusedDoesNotStayHalfMade() {
        books.refusesLines = true;

        assertThatThrownBy(() -> open("resume").createOrder(anOrder()))
                .isInstanceOf(ErpFault.Rejected.class)
                .hasMessageContaining("no such product");

        assertThat(books.states()).containsExactly("1 VOID");
    }

    /** The ERP takes the header and cannot read the lines: the header must not stay alone. */
    @Test
    void anOrderWhoseLinesCannotBeReadDoesNotStayHalfMade() {
        books.unreadableLines = true;

        assertThatThrownBy(() -> open("resume").createOrder(anOrder()))
                .isInstanceOf(ErpFault.DataInvalid.class)
                .hasMessageContaining("HTTP 422");

        assertThat(books.states()).containsExactly("1 VOID");
    }

    @Test
    void anOrderThatIsRefusedAndCanNotBeVoidedIsLeftToAPerson() {
        books.refusesLines = true;
        books.loses("DELETE");

        assertThatThrownBy(() -> open("resume").createOrder(anOrder()))
                .isInstanceOf(ErpFault.OutcomeUnknown.class)
                .hasMessageContaining("no such product")
                .hasMessageContaining("could not be voided");
    }

    /** An optimistic lock: the version is read before, and a stale one means to try again. */
    @Test
    void aVersionIsReadBeforeEachChangeAndAStaleOneIsNoRefusal() {
        ErpClient client = open("resume");
        client.createOrder(anOrder());
        books.changesBetween = true;

        assertThatThrownBy(() -> client.voidOrder("1", "cancelled"))
                .isInstanceOf(ErpFault.Unavailable.class);
        client.voidOrder("1", "cancelled");

        assertThat(books.states()).containsExactly("1 VOID");
    }

    @Test
    void stepsWithoutAWayToFindHalfMadeOrdersAreAMistakeOfTheDefinition() {
        String without = YAML.replace(", draft: \"state = 'OPEN'\"", "");

        assertThatThrownBy(
                        () ->
                                erp.open(
                                        Map.of(),
                                        Clock.systemUTC(),
                                        without.formatted("resume"),
                                        "header.json",
                                        HEADER,
                                        "lines.json",
                                        LINES))
                .isInstanceOf(DefinitionInvalid.class)
                .hasMessageContaining("draft");
    }

    private ErpClient open(String draft) {
        return erp.open(
                Map.of(),
                Clock.systemUTC(),
                YAML.formatted(draft),
                "header.json",
                HEADER,
                "lines.json",
                LINES);
    }

    private static ErpOrder anOrder() {
        return new ErpOrder(
                "SO-1",
                "K-1",
                Instant.parse("2026-11-30T08:00:00Z"),
                "",
                new BigDecimal("6.00"),
                List.of(
                        new ErpOrder.Line(
                                1,
                                "P-1",
                                new BigDecimal("3"),
                                "盒",
                                new BigDecimal("2.00"),
                                BigDecimal.ZERO,
                                new BigDecimal("6.00"))));
    }

    /** The ERP's orders, by number. */
    private static final class Books {
        private final Map<Integer, String> states = new LinkedHashMap<>();
        private int version = 1;
        private String losesBefore = "";
        private String losesAfter = "";
        private boolean refusesLines;
        private boolean unreadableLines;
        private boolean changesBetween;

        void loses(String call) {
            losesBefore = call;
        }

        void losesAfter(String call) {
            losesAfter = call;
        }

        List<String> states() {
            return states.entrySet().stream().map(it -> it.getKey() + " " + it.getValue()).toList();
        }

        synchronized Reply answer(Request request) {
            String step = request.path().endsWith("confirm") ? " confirm" : "";
            String call = request.method() + step;
            if (call.equals(losesBefore)) {
                losesBefore = "";
                return Reply.lost();
            }
            Reply reply = done(request);
            if (call.equals(losesAfter)) {
                losesAfter = "";
                return Reply.lost();
            }
            return reply;
        }

        private Reply done(Request request) {
            int number = number(request.path());
            return switch (request.method()) {
                case "PUT" -> lines();
                case "DELETE" -> changed(request, number, "VOID", "" + version);
                case "POST" ->
                        number == 0
                                ? begun()
                                : changed(request, number, "CONFIRMED", "\"v" + version + "\"");
                default -> number == 0 ? all() : Reply.ok("{\"version\":" + version + "}");
            };
        }

        private Reply lines() {
            if (unreadableLines) {
                return new Reply(422, "lines", Map.of());
            }
            return refusesLines
                    ? Reply.ok("{\"error\":\"no such product\"}")
                    : Reply.ok("{}").with("ETag", "\"v" + ++version + "\"");
        }

        private Reply begun() {
            states.put(states.size() + 1, "OPEN");
            return Reply.ok("{\"id\":\"" + states.size() + "\"}");
        }

        private Reply changed(Request request, int number, String state, String expected) {
            if (changesBetween) {
                changesBetween = false;
                version++;
                return Reply.status(412);
            }
            if (!request.header("If-Match").equals(expected)) {
                return Reply.status(412);
            }
            states.put(number, state);
            return Reply.ok("{}");
        }

        private Reply all() {
            return Reply.ok(
                    states.entrySet().stream()
                            .filter(it -> !it.getValue().equals("VOID"))
                            .map(
                                    it ->
                                            "{\"id\":\"%d\",\"ref\":\"SO-1\",\"state\":\"%s\",\"at\":\"2026-11-30T16:00:00+08:00\"}"
                                                    .formatted(it.getKey(), it.getValue()))
                            .collect(Collectors.joining(",", "[", "]")));
        }

        private static int number(String path) {
            String[] parts = path.split("/");
            return parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
        }
    }
}
