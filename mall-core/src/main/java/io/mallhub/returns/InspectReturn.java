package io.mallhub.returns;

import io.mallhub.shared.Actor;
import io.mallhub.shared.Quantity;
import java.util.List;
import java.util.Map;

/**
 * @param lines for each line of the return in order
 */
public record InspectReturn(String number, List<Line> lines, Actor by) {
    public InspectReturn {
        lines = List.copyOf(lines);
    }

    /**
     * @param batchSeen as printed on the goods; blank for a line of which nothing came
     * @param split adds up to what was received
     */
    public record Line(String batchSeen, Map<Disposition, Quantity> split, String note) {
        public Line {
            split = Map.copyOf(split);
        }
    }
}
