package io.mallhub.processes.repair;

import java.util.List;

/**
 * What a repair would do with one instance.
 *
 * @param targets keys of the incidents or tokens it is about; a repetition touches no others
 * @param words message key of what will happen, or why it can't
 * @param detail value of the message
 * @param forbidden nobody may: who starts it all the same has tried to decide for others
 */
record Plan(boolean possible, List<Long> targets, String words, String detail, boolean forbidden) {
    static Plan cannot(String why, String detail) {
        return new Plan(false, List.of(), "repair.cannot." + why, detail, false);
    }

    static Plan forbidden(String why, String detail) {
        return new Plan(false, List.of(), "repair.cannot." + why, detail, true);
    }

    static Plan will(RepairKind kind, List<Long> targets, String detail) {
        return new Plan(true, targets, "repair.will." + kind.word, detail, false);
    }
}
