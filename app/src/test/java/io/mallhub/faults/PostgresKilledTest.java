package io.mallhub.faults;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class PostgresKilledTest extends FaultTest {
    /** The hub's database, the ERP's and the read models go at one blow, and come back. */
    @Test
    void withoutItsDatabaseTheHubAcknowledgesNothingAndGoesOnAfterwards() {
        OrdersUnderFire orders = orders("postgres-killed");
        orders.order(mall().storefront(), 4);
        mall().killChild("postgres");

        orders.order(mall().storefront(), 12);

        assertClean("42", "kill -9 of PostgreSQL with orders coming in", orders);
    }
}
