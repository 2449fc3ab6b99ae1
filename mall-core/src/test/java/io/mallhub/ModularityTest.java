package io.mallhub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
    private final ApplicationModules modules = ApplicationModules.of(MallCoreTestApplication.class);

    @Test
    void contextsKeepToTheirArrows() {
        modules.verify();
    }

    @Test
    void everyContextIsSeen() {
        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .contains(
                        "shared",
                        "audit",
                        "identity",
                        "customer",
                        "catalog",
                        "pricing",
                        "stock",
                        "order",
                        "ledger",
                        "receipt",
                        "transfer",
                        "prepaid",
                        "payment",
                        "returns",
                        "recall",
                        "notification",
                        "promotion",
                        "coupon",
                        "points",
                        "openness",
                        "flash",
                        "commission",
                        "distribution");
    }
}
