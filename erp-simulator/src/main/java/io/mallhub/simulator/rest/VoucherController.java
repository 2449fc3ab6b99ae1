package io.mallhub.simulator.rest;

import io.mallhub.simulator.kernel.Now;
import io.mallhub.simulator.kernel.Page;
import io.mallhub.simulator.voucher.NewVoucher;
import io.mallhub.simulator.voucher.Voucher;
import io.mallhub.simulator.voucher.Vouchers;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accounting vouchers. */
@RestController
@RequestMapping("/api/vouchers")
class VoucherController {
    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

    record Bill(String pzh) {}

    record Row(
            String pzh,
            String wbdh,
            String lx,
            String rq,
            String wldw,
            String je,
            @Nullable String zy,
            long jzsj) {
        static Row of(Voucher it) {
            return new Row(
                    it.billNo(),
                    it.reference(),
                    it.type(),
                    DATE.format(it.date()),
                    it.party(),
                    it.amount().toPlainString(),
                    it.explanation(),
                    it.modifyTime().toEpochMilli());
        }
    }

    record Request(
            @Nullable String wbdh,
            @Nullable String lx,
            @Nullable String rq,
            @Nullable String wldw,
            @Nullable BigDecimal je,
            @Nullable String zy) {
        NewVoucher checked() {
            return new NewVoucher(
                    Fields.reference("wbdh", wbdh),
                    Fields.number("lx", lx),
                    date(Fields.number("rq", rq)),
                    Fields.text("wldw", wldw),
                    Fields.decimal("je", je),
                    Fields.note("zy", zy));
        }

        private static LocalDate date(String text) {
            try {
                return LocalDate.parse(text, DATE);
            } catch (DateTimeException e) {
                throw new BadRequest("rq is no date yyyyMMdd: " + text);
            }
        }
    }

    private final Vouchers vouchers;
    private final Now now;

    VoucherController(Vouchers vouchers, Now now) {
        this.vouchers = vouchers;
        this.now = now;
    }

    @GetMapping("/find")
    Answer<Rows<Row>> find(@RequestParam @Nullable String wbdh) {
        return Rows.of(
                new Page<>(vouchers.withReference(Fields.reference("wbdh", wbdh)), false),
                now.instant(),
                Row::of);
    }

    @PostMapping
    Answer<Bill> create(@RequestBody Request request) {
        return Answer.of(new Bill(vouchers.create(request.checked()).billNo()));
    }
}
