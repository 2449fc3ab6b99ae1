package io.mallhub.gateway.rest;

import io.mallhub.gateway.wire.RecordResult;
import java.util.List;

/** What became of each record, in their order. */
record ResultsJson(List<RecordResult> results) {}
