package io.mallhub.processes.outbox;

/** A command this node may send until its lease ends. */
record LeasedCommand(
        long id,
        String key,
        String message,
        String correlationKey,
        String variables,
        long timeToLive,
        int attempts) {}
