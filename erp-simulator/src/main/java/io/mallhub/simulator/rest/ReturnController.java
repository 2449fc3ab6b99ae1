package io.mallhub.simulator.rest;

import io.mallhub.simulator.kernel.Now;
import io.mallhub.simulator.kernel.Page;
import io.mallhub.simulator.returnorder.NewReturn;
import io.mallhub.simulator.returnorder.ReturnOrder;
import io.mallhub.simulator.returnorder.ReturnOrders;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sales returns. */
@RestController
@RequestMapping("/api/returns")
class ReturnController {
    private static final int MOST_LINES = 2_000;

    record Bill(String thdh, int zt) {
        static Answer<Bill> of(ReturnOrder goods) {
            return Answer.of(new Bill(goods.billNo(), goods.status().rest()));
        }
    }

    record VoidRequest(@Nullable String yy) {}

    record Line(
            @Nullable Integer hh,
            @Nullable Integer ddhh,
            @Nullable String wlbm,
            @Nullable String ph,
            @Nullable BigDecimal sl) {
        NewReturn.Line checked() {
            return new NewReturn.Line(
                    Fields.integer("mx.hh", hh),
                    Fields.integer("mx.ddhh", ddhh),
                    Fields.number("mx.wlbm", wlbm),
                    Fields.number("mx.ph", ph),
                    Fields.decimal("mx.sl", sl));
        }
    }

    record Request(
            @Nullable String wbdh,
            @Nullable String khbm,
            @Nullable String ddbh,
            @Nullable String yy,
            @Nullable List<@Nullable Line> mx) {
        NewReturn checked() {
            List<@Nullable Line> lines = Fields.required("mx", mx);
            if (lines.size() > MOST_LINES) {
                throw new BadRequest("mx has more than " + MOST_LINES + " lines");
            }
            return new NewReturn(
                    Fields.reference("wbdh", wbdh),
                    Fields.number("khbm", khbm),
                    Fields.number("ddbh", ddbh),
                    Fields.text("yy", yy),
                    lines.stream().map(it -> Fields.<Line>required("mx", it).checked()).toList());
        }
    }

    private final ReturnOrders returns;
    private final Now now;

    ReturnController(ReturnOrders returns, Now now) {
        this.returns = returns;
        this.now = now;
    }

    @GetMapping
    Answer<Rows<ReturnRow>> changed(
            @RequestParam @Nullable Long since,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable Integer page) {
        return Rows.of(
                returns.changedAfter(Fields.point(since, after, limit, page)),
                now.instant(),
                ReturnRow::of);
    }

    @GetMapping("/find")
    Answer<Rows<ReturnRow>> find(@RequestParam @Nullable String wbdh) {
        return Rows.of(
                new Page<>(returns.withReference(Fields.reference("wbdh", wbdh)), false),
                now.instant(),
                ReturnRow::of);
    }

    @PostMapping
    Answer<Bill> create(@RequestBody Request request) {
        return Bill.of(returns.create(request.checked()));
    }

    @PostMapping("/{thdh}/void")
    Answer<Bill> cancel(
            @PathVariable String thdh, @RequestBody(required = false) @Nullable VoidRequest why) {
        return Bill.of(returns.cancel(thdh, Fields.text("yy", why == null ? null : why.yy())));
    }
}
