package io.mallhub.processes.repair;

import io.mallhub.processes.Repair;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What no repair may be: it would reach the engine as something else than was meant. */
final class RepairRules {
    private static final JsonMapper JSON = JsonMapper.shared();

    private RepairRules() {}

    /**
     * @throws IllegalArgumentException if a variable's name or value can't be one
     */
    static void check(Repair repair) {
        switch (repair) {
            case Repair.Retry retry -> variables(retry.variables());
            case Repair.ChangeVariables change -> {
                variables(change.variables());
                if (change.variables().isEmpty()) {
                    throw new IllegalArgumentException("No variable is named");
                }
            }
            default -> {}
        }
    }

    static void checkReason(String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A change of a running process needs a reason");
        }
    }

    private static void variables(Map<String, String> variables) {
        variables.forEach(
                (name, value) -> {
                    if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                        throw new IllegalArgumentException(name + " is no name of a variable");
                    }
                    try {
                        if (value.isBlank()) {
                            throw new IllegalArgumentException(name + " needs a JSON value");
                        }
                        JSON.readTree(value);
                    } catch (JacksonException e) {
                        throw new IllegalArgumentException(name + " needs a JSON value", e);
                    }
                });
    }
}
