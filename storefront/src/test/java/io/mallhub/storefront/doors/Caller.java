package io.mallhub.storefront.doors;

import io.mallhub.fixture.Files;
import io.mallhub.identity.BuyerView;
import io.mallhub.storefront.fixture.Answer;
import io.mallhub.storefront.fixture.ApiClient;
import io.mallhub.storefront.fixture.TradingCompany;
import io.mallhub.storefront.fixture.Visitor;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** One person at every door: with a browser at the pages, with a program at the API. */
final class Caller {
    static final Map<String, String> A_DOCUMENT =
            Map.of(
                    "document", "QUALITY_AGREEMENT",
                    "number", "ZL-1",
                    "issuer", "某局",
                    "validUntil", "2028-12-31");

    private final Visitor browser;
    private final ApiClient program;

    private Caller(Visitor browser, ApiClient program) {
        this.browser = browser;
        this.program = program;
    }

    static Caller guest(int port) {
        return new Caller(Visitor.at(port), ApiClient.nobody(port));
    }

    static Caller of(int port, BuyerView buyer) {
        return new Caller(Visitor.signedIn(port, buyer), ApiClient.of(port, buyer));
    }

    Visitor browser() {
        return browser;
    }

    /** Goes through the door as if it led to this company's things. */
    Answer tries(Door door, TradingCompany company) {
        return tries(door, company, Map.of());
    }

    /**
     * @param more fields, or query parameters of a GET, that nobody asked for
     */
    Answer tries(Door door, TradingCompany company, Map<String, String> more) {
        String path = door.path(company);
        if (door.isApi()) {
            return door.isWrite()
                    ? program.post(
                            path + query(more),
                            door.json(company),
                            Map.of("Idempotency-Key", UUID.randomUUID().toString()))
                    : program.get(path + query(more));
        }
        if (!door.isWrite()) {
            return browser.get(path + query(more));
        }
        Map<String, String> fields = new HashMap<>();
        door.fields()
                .forEach(
                        (name, value) ->
                                fields.put(
                                        name,
                                        value.replace("{code}", company.product())
                                                .replace("{key}", UUID.randomUUID().toString())));
        fields.putAll(more);
        if (door.pattern().endsWith("/documents")) {
            fields.putAll(A_DOCUMENT);
            return browser.upload(path, fields, "a.pdf", Files.pdf("agreement"));
        }
        return browser.post(path, fields);
    }

    private static String query(Map<String, String> more) {
        StringBuilder query = new StringBuilder();
        more.forEach(
                (name, value) ->
                        query.append(query.isEmpty() ? '?' : '&')
                                .append(name)
                                .append('=')
                                .append(value));
        return query.toString();
    }
}
