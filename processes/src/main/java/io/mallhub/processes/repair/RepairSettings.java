package io.mallhub.processes.repair;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How batches of repairs are worked off.
 *
 * @param parallel instances a node repairs at the same time
 * @param lease an instance that a crashed node had begun is taken up again after this time; longer
 *     than a command may take
 * @param poll looks for work of other nodes, or due again, at this interval
 * @param attempts tries while the engine doesn't answer
 */
@Validated
@ConfigurationProperties("mallhub.repairs")
record RepairSettings(
        @DefaultValue("4") int parallel,
        @DefaultValue("1m") Duration lease,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("20") int attempts) {}
