package io.mallhub.faults;

import java.util.Set;

/**
 * The oracle's answer to one row of the fault matrix.
 *
 * @param attempted what clients asked for
 * @param acknowledged what the hub said yes to
 * @param committed what the other side really has
 * @param lost acknowledged, but not committed
 * @param twice committed more than once
 * @param unexpected committed, but nobody asked for it
 */
public record Verdict(
        int attempted,
        int acknowledged,
        int committed,
        Set<String> lost,
        Set<String> twice,
        Set<String> unexpected) {

    public boolean isClean() {
        return lost.isEmpty() && twice.isEmpty() && unexpected.isEmpty();
    }

    /** One line of figures, for people and for the table in {@code docs/faults.md}. */
    public void print(String row, String fault) {
        System.out.printf("fault row %-10s %-58s %s%n", row, fault, this);
    }

    @Override
    public String toString() {
        return "attempted %3d, acknowledged %3d, committed %3d: lost %d, twice %d, unexpected %d%s"
                .formatted(
                        attempted,
                        acknowledged,
                        committed,
                        lost.size(),
                        twice.size(),
                        unexpected.size(),
                        isClean() ? "" : " " + lost + twice + unexpected);
    }
}
