package io.mallhub.simulator.rest;

import io.mallhub.simulator.salesorder.NewOrder;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as it is posted. */
record OrderRequest(
        @Nullable String wbdh,
        @Nullable String khbm,
        @Nullable String bz,
        @Nullable List<@Nullable Line> mx) {

    private static final int MOST_LINES = 2_000;

    record Line(
            @Nullable Integer hh,
            @Nullable String wlbm,
            @Nullable BigDecimal sl,
            @Nullable BigDecimal dj,
            @Nullable BigDecimal zk,
            @Nullable BigDecimal je) {

        NewOrder.Line checked() {
            return new NewOrder.Line(
                    Fields.integer("mx.hh", hh),
                    Fields.number("mx.wlbm", wlbm),
                    Fields.decimal("mx.sl", sl),
                    Fields.decimal("mx.dj", dj),
                    zk == null ? BigDecimal.ZERO : Fields.decimal("mx.zk", zk),
                    Fields.decimal("mx.je", je));
        }
    }

    NewOrder checked() {
        List<@Nullable Line> lines = Fields.required("mx", mx);
        if (lines.size() > MOST_LINES) {
            throw new BadRequest("mx has more than " + MOST_LINES + " lines");
        }
        return new NewOrder(
                Fields.reference("wbdh", wbdh),
                Fields.number("khbm", khbm),
                Fields.note("bz", bz),
                lines.stream().map(line -> Fields.<Line>required("mx", line).checked()).toList());
    }
}
