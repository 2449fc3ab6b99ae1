package io.mallhub.audit;

import java.time.Instant;

public record RecordedEntry(long sequence, Instant at, AuditEntry entry, String hash) {}
