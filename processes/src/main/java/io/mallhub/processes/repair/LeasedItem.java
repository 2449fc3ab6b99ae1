package io.mallhub.processes.repair;

import io.mallhub.processes.Repair;
import java.util.List;

/**
 * An instance this node may repair until its lease ends.
 *
 * @param id also the reference that the commands carry
 * @param attempts 1 for the first try; more: an earlier try may have reached the engine
 */
record LeasedItem(
        long id,
        long batch,
        long instance,
        List<Long> targets,
        Repair repair,
        int attempts,
        String reason,
        String login,
        String name) {}
