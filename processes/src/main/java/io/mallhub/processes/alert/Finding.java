package io.mallhub.processes.alert;

import java.util.List;

/**
 * Something an operator should know of.
 *
 * @param rule names its texts: {@code <rule>.subject}, {@code <rule>.body}
 * @param subject stays the same while it lasts
 * @param details values of its texts
 */
record Finding(String rule, String subject, List<String> details) {
    static final String INCIDENT = "incident";
    static final String LAG = "lag";
    static final String OVERDUE = "overdue";
    static final String LEDGER = "ledger";
    static final List<String> RULES = List.of(INCIDENT, LAG, OVERDUE, LEDGER);

    static String path(String rule, String subject) {
        return switch (rule) {
            case INCIDENT -> "/console/operations/incidents/" + subject;
            case LAG -> "/console/operations";
            default -> "/console";
        };
    }
}
