package io.mallhub.processes.repair;

import io.mallhub.processes.Repair;
import java.util.Arrays;

/** Names of repairs, in the database and in the audit log. */
enum RepairKind {
    RETRY("retry", "retry-incident", Repair.Retry.class),
    CHANGE_VARIABLES("change-variables", "change-variable", Repair.ChangeVariables.class),
    RESOLVE("resolve", "resolve-incident", Repair.Resolve.class),
    CANCEL("cancel", "cancel-instance", Repair.Cancel.class),
    MOVE_TOKENS("move-tokens", "move-tokens", Repair.MoveTokens.class),
    MIGRATE("migrate", "migrate-instance", Repair.Migrate.class);

    final String word;
    final String auditAction;
    final Class<? extends Repair> type;

    RepairKind(String word, String auditAction, Class<? extends Repair> type) {
        this.word = word;
        this.auditAction = auditAction;
        this.type = type;
    }

    static RepairKind of(Repair repair) {
        return Arrays.stream(values())
                .filter(kind -> kind.type == repair.getClass())
                .findFirst()
                .orElseThrow();
    }

    static RepairKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseThrow();
    }
}
