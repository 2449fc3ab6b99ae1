package io.mallhub.app;

import java.nio.file.Path;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which parts the hub starts itself ({@code mallhub.embedded.*}). With none of them it runs on an
 * external PostgreSQL ({@code spring.datasource.*}) and an external Zeebe ({@code
 * mallhub.zeebe.*}).
 *
 * <p>Broker and simulator keep their data in the embedded PostgreSQL and don't start without it.
 * The payment sandbox is for trying only, and gives way to a provider that is set up.
 *
 * @param data folder for all data of the embedded parts
 * @param reset empties the folder and ends
 * @param simulatorPort of the demo ERP; 0 takes any free port
 * @param postgresPort 0 takes any free port
 * @param brokerPort of its gRPC gateway, for a second node; 0 takes any free port
 * @param brokerRestPort of its REST API, for a second node; 0 takes any free port
 * @param paymentSandboxPort 0 takes any free port
 */
record EmbeddedSettings(
        @DefaultValue("data") Path data,
        @DefaultValue("false") boolean postgres,
        @DefaultValue("false") boolean broker,
        @DefaultValue("false") boolean simulator,
        @DefaultValue("false") boolean paymentSandbox,
        @DefaultValue("0") int postgresPort,
        @DefaultValue("0") int brokerPort,
        @DefaultValue("0") int brokerRestPort,
        @DefaultValue("8095") int simulatorPort,
        @DefaultValue("8096") int paymentSandboxPort,
        @DefaultValue("false") boolean reset) {

    boolean any() {
        return postgres || broker || simulator || paymentSandbox;
    }
}
