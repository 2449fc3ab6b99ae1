package io.mallhub.audit;

import org.jspecify.annotations.Nullable;

/** Null means any. */
public record AuditQuery(
        @Nullable String actor,
        @Nullable String subjectType,
        @Nullable String subject,
        @Nullable String action) {}
