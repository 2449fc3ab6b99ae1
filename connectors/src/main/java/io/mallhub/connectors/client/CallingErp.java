package io.mallhub.connectors.client;

import io.mallhub.connectors.ErpClients.DefinitionSummary;
import io.mallhub.connectors.Guarantees;
import io.mallhub.connectors.Guarantees.Repeat;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an ERP that is never called tells by its choice of definition: there is no file to read. */
enum CallingErp {
    ON_HAND("erp-calls", "ERP calls the mall", false),
    AVAILABLE("erp-calls-available", "ERP calls the mall, stock as available", true);

    private final DefinitionSummary summary;

    CallingErp(String id, String title, boolean available) {
        summary =
                new DefinitionSummary(
                        id,
                        title,
                        "CALLS",
                        List.of(),
                        new Guarantees(Repeat.NEITHER, Repeat.NEITHER, available));
    }

    static Optional<CallingErp> of(String id) {
        return Arrays.stream(values()).filter(it -> it.summary.id().equals(id)).findFirst();
    }

    DefinitionSummary summary() {
        return summary;
    }
}
