package io.mallhub.customer;

import java.time.Instant;
import java.util.List;

/** The findings of one run; kept with the application, one per submission. */
public record CheckReport(
        String applicationNumber, int round, Instant at, List<CheckFinding> findings) {
    public CheckReport {
        findings = List.copyOf(findings);
    }

    public long count(CheckFinding.Result result) {
        return findings.stream().filter(finding -> finding.result() == result).count();
    }
}
