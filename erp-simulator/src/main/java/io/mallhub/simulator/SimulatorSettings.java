package io.mallhub.simulator;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Start options; the defaults are in {@code simulator.yaml}.
 *
 * @param data folder of the embedded PostgreSQL, used when no data source URL is given
 * @param materials how many materials the first load makes; beyond those of the official list, rows
 *     repeat as other packs with generated codes
 * @param clockSkew how far its clock is ahead from the first start on; negative: behind
 * @param seed prices, stock, batches and customers follow from it and from the day of the load
 * @param soapUser name in the WS-Security UsernameToken
 * @param apiKey value of the header {@code X-HT-Key}
 * @param officeUser login of the back office; a demo user
 */
@ConfigurationProperties("simulator")
public record SimulatorSettings(
        Path data,
        int materials,
        Duration clockSkew,
        long seed,
        String soapUser,
        String soapPassword,
        String apiKey,
        String officeUser,
        String officePassword) {}
