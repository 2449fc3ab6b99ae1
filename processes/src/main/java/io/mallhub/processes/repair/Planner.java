package io.mallhub.processes.repair;

import io.mallhub.processes.Repair;
import io.mallhub.processes.repair.Patient.OpenIncident;
import io.mallhub.processes.repair.Patient.Token;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says what a repair would do with an instance as it stands. */
@Component
class Planner {
    private final Versions versions;

    Planner(Versions versions) {
        this.versions = versions;
    }

    Plan plan(Patient patient, Repair repair) {
        if (!patient.active()) {
            return Plan.cannot("ended", "");
        }
        return switch (repair) {
            case Repair.Retry retry ->
                    OwnVariables.refusal(patient, retry.variables().keySet())
                            .orElseGet(() -> incidents(patient, retry));
            case Repair.Resolve resolve -> resolve(patient);
            case Repair.ChangeVariables change ->
                    OwnVariables.refusal(patient, change.variables().keySet())
                            .orElseGet(() -> change(change));
            case Repair.Cancel cancel -> Plan.will(RepairKind.CANCEL, List.of(), at(patient));
            case Repair.MoveTokens move -> move(patient, move);
            case Repair.Migrate migrate -> migrate(patient, migrate);
        };
    }

    private static Plan change(Repair.ChangeVariables change) {
        return Plan.will(
                RepairKind.CHANGE_VARIABLES,
                List.of(),
                String.join(", ", change.variables().keySet()));
    }

    private static Plan incidents(Patient patient, Repair.Retry retry) {
        return of(
                RepairKind.RETRY,
                patient.incidents().stream()
                        .filter(i -> retry.incident() == null || retry.incident() == i.key())
                        .filter(
                                i ->
                                        retry.causeGroup() == null
                                                || retry.causeGroup().equals(i.causeGroup()))
                        .toList());
    }

    /** The engine resolves a job's incident only after its retries were raised. */
    private static Plan resolve(Patient patient) {
        List<OpenIncident> without =
                patient.incidents().stream().filter(incident -> incident.job() == null).toList();
        return without.isEmpty() && !patient.incidents().isEmpty()
                ? Plan.cannot("needs-retry", "")
                : of(RepairKind.RESOLVE, without);
    }

    private static Plan of(RepairKind kind, List<OpenIncident> incidents) {
        return incidents.isEmpty()
                ? Plan.cannot("no-incident", "")
                : Plan.will(
                        kind,
                        incidents.stream().map(OpenIncident::key).toList(),
                        named(incidents.stream().map(OpenIncident::element).toList()));
    }

    private Plan move(Patient patient, Repair.MoveTokens move) {
        List<Token> tokens = patient.tokensAt(move.from());
        if (tokens.isEmpty()) {
            return Plan.cannot("no-token", move.from());
        }
        Version version = versions.of(patient.definition());
        if (!version.startsAt(move.to())) {
            return Plan.cannot("no-element", move.to());
        }
        String way = move.from() + " → " + move.to();
        return version.ways().lead(move.from(), move.to())
                ? Plan.will(RepairKind.MOVE_TOKENS, tokens.stream().map(Token::key).toList(), way)
                : Plan.forbidden("past-decision", way);
    }

    private Plan migrate(Patient patient, Repair.Migrate migrate) {
        if (patient.definition() == migrate.definition()) {
            return Plan.cannot("same-version", "");
        }
        Version from = versions.of(patient.definition());
        Version to = versions.of(migrate.definition());
        if (!from.process().equals(to.process())) {
            return Plan.cannot("other-process", to.process());
        }
        List<String> notRenamed =
                migrate.elements().entrySet().stream()
                        .filter(it -> !it.getKey().equals(it.getValue()))
                        .map(Map.Entry::getKey)
                        .filter(element -> to.hasSame(from, element, element))
                        .sorted()
                        .toList();
        if (!notRenamed.isEmpty()) {
            return Plan.forbidden("not-renamed", named(notRenamed));
        }
        List<String> lost =
                patient.tokens().stream()
                        .map(Token::element)
                        .distinct()
                        .filter(e -> !to.hasSame(from, e, migrate.target(e)))
                        .toList();
        return lost.isEmpty()
                ? Plan.will(RepairKind.MIGRATE, List.of(), at(patient))
                : Plan.cannot("not-in-version", named(lost));
    }

    private static String at(Patient patient) {
        return named(patient.tokens().stream().map(Token::element).toList());
    }

    private static String named(Collection<String> elements) {
        return elements.stream().distinct().collect(Collectors.joining(", "));
    }
}
