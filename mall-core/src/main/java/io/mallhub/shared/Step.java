package io.mallhub.shared;

import java.time.Instant;

/**
 * What became of something that has versions, and why: kept for good.
 *
 * @param what a word of the context: PUBLISHED, PAUSED, ENDED …
 * @param by shown name
 */
public record Step(int version, String what, String reason, String by, Instant at) {}
