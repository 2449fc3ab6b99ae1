package io.mallhub.audit.internal;

import io.mallhub.audit.RecordedEntry;

/**
 * @param details the details as stored, to the letter, since they are hashed
 */
record LinkedEntry(RecordedEntry recorded, String details) {}
