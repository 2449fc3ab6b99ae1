package io.mallhub.connectors.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.connectors.ErpClient;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fault row 11 over SOAP: header and lines are two calls, and the second one fails. */
final class SoapOrdersInStepsTest {
    private static final String YAML =
            """
            id: acme
            title: Acme
            version: 1
            protocol: soap-1.1
            timezone: Asia/Shanghai
            times: iso-local
            auth: { kind: none }
            guarantee: { orders: probeable, customers: neither, stock: on-hand }
            success-when: "//ok"
            operations:
              ping: { request: find.xml }
              find-orders:
                request: find.xml
                records: //order
                map: { code: id, reference: ref, state: "'NEW'", changedAt: at, draft: "state = 'OPEN'" }
              create-order:
                draft: %s
                request: header.xml
                map: { code: //id }
                then:
                  - { request: lines.xml }
              void-order: { request: void.xml }
            """;
    private static final Pattern ID = Pattern.compile("<id>(\\d+)</id>");
    private static final String FAULT =
            "<s:Fault><faultcode>s:Client</faultcode><faultstring>no such product</faultstring></s:Fault>";

    @TempDir private Path folder;
    private PlayedErp erp;
    private final Map<Integer, String> states = new LinkedHashMap<>();
    private String next = "";

    @BeforeEach
    void start() {
        erp = new PlayedErp(folder);
        erp.plays(this::answer);
    }

    @AfterEach
    void stop() {
        erp.close();
    }

    @ParameterizedTest
    @CsvSource({
        "resume, lose, 1 CONFIRMED",
        "resume, loseAfter, 1 CONFIRMED",
        "void, lose, 1 VOID; 2 CONFIRMED"
    })
    void theHeaderIsResumedOrVoidedAndNeverStaysBesideTheOrder(
            String draft, String fault, String then) {
        ErpClient client = open(draft);
        next = fault;
        assertThatThrownBy(() -> client.createOrder(anOrder()))
                .isInstanceOf(ErpFault.OutcomeUnknown.class);

        // As the flow does: asked first, and sent again only where the ERP shows none.
        if (client.findOrders("SO-1").isEmpty()) {
            client.createOrder(anOrder());
        }

        assertThat(states()).isEqualTo(then);
        assertThat(client.findOrders("SO-1")).hasSize(1);
    }

    @Test
    void anOrderWhoseLinesAreRefusedDoesNotStayHalfMade() {
        next = "refuse";

        assertThatThrownBy(() -> open("resume").createOrder(anOrder()))
                .isInstanceOf(ErpFault.Rejected.class)
                .hasMessageContaining("no such product");

        assertThat(states()).isEqualTo("1 VOID");
    }

    private Reply answer(Request request) {
        String body = request.body();
        Matcher id = ID.matcher(body);
        int number = id.find() ? Integer.parseInt(id.group(1)) : 0;
        if (body.contains("<header")) {
            states.put(states.size() + 1, "OPEN");
            return envelope("<ok/><id>" + states.size() + "</id>");
        }
        if (body.contains("<void")) {
            states.put(number, "VOID");
            return envelope("<ok/>");
        }
        return body.contains("<lines") ? lines(number) : envelope("<ok/>" + orders());
    }

    private Reply lines(int number) {
        String fault = next;
        next = "";
        if (fault.equals("refuse")) {
            return envelope(FAULT);
        }
        if (!fault.equals("lose")) {
            states.put(number, "CONFIRMED");
        }
        return fault.isEmpty() ? envelope("<ok/>") : Reply.lost();
    }

    private String orders() {
        return states.entrySet().stream()
                .filter(it -> !it.getValue().equals("VOID"))
                .map(
                        it ->
                                "<order><id>%d</id><ref>SO-1</ref><state>%s</state><at>2026-11-30T16:00:00</at></order>"
                                        .formatted(it.getKey(), it.getValue()))
                .collect(Collectors.joining());
    }

    private String states() {
        return states.entrySet().stream()
                .map(it -> it.getKey() + " " + it.getValue())
                .collect(Collectors.joining("; "));
    }

    private static Reply envelope(String body) {
        return Reply.ok(
                "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>%s</s:Body></s:Envelope>"
                        .formatted(body));
    }

    private ErpClient open(String draft) {
        return erp.open(
                Map.of(),
                Clock.systemUTC(),
                YAML.formatted(draft),
                "find.xml",
                "<find/>",
                "header.xml",
                "<header><ref>${reference}</ref></header>",
                "lines.xml",
                "<lines><id>${code}</id>${#lines}<p>${productCode}</p>${/lines}</lines>",
                "void.xml",
                "<void><id>${code}</id></void>");
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
}
