package io.mallhub.console.distribution;

import io.mallhub.distribution.DistributionGoods;
import io.mallhub.distribution.DistributionGoods.Good;
import io.mallhub.distribution.DistributionGoods.PutGood;
import io.mallhub.identity.StaffView;
import io.mallhub.shared.MallTime;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Typed;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Goods that are distributed, with the ratio of either level. */
@Controller
@RequestMapping("/console/distribution/goods")
class GoodsPages {
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    private final DistributionGoods goods;
    private final Spreadsheets sheets;
    private final Clock clock;

    GoodsPages(DistributionGoods goods, Spreadsheets sheets, Clock clock) {
        this.goods = goods;
        this.sheets = sheets;
        this.clock = clock;
    }

    /**
     * @param rate percent of the sharer
     * @param above percent of who stands above; empty: nothing
     */
    record Form(
            @Nullable String code,
            @Nullable BigDecimal rate,
            @Nullable BigDecimal above,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String reason) {}

    @GetMapping
    String list(@Nullable Boolean shared, @Nullable String text, ListRequest list, Model model) {
        model.addAttribute("shared", shared);
        model.addAttribute("text", text);
        model.addAttribute("today", MallTime.today(clock));
        model.addAttribute("goods", goods.page(Typed.words(text), shared, list.page()));
        return "console/distribution/goods";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(
            @Nullable Boolean shared, @Nullable String text, ListRequest list) {
        return sheets.<Good>of("distribution-goods")
                .column(
                        "console.product.code",
                        it -> it.product() == null ? null : it.product().code())
                .column(
                        "console.product.name",
                        it -> it.product() == null ? null : it.product().name())
                .column("console.goods.rate", it -> it.rate().multiply(HUNDRED))
                .column("console.goods.above", it -> it.above().multiply(HUNDRED))
                .column("console.list.until", Good::until)
                .file(list.rows(page -> goods.page(Typed.words(text), shared, page)));
    }

    @PostMapping
    String put(Form form, @AuthenticationPrincipal StaffView me, RedirectAttributes redirect) {
        String code = Objects.requireNonNullElse(form.code(), "");
        Notice.tell(redirect, refusal(form, code, me), "console.notice.good-put", code);
        return "redirect:/console/distribution/goods";
    }

    private Optional<String> refusal(Form form, String code, StaffView me) {
        BigDecimal rate = form.rate();
        if (rate == null) {
            return Optional.of("distribution.rate");
        }
        return goods.put(
                new PutGood(
                        code,
                        share(rate),
                        share(Objects.requireNonNullElse(form.above(), BigDecimal.ZERO)),
                        Objects.requireNonNullElseGet(form.from(), () -> MallTime.today(clock)),
                        form.until(),
                        Objects.requireNonNullElse(form.reason(), ""),
                        me.actor()));
    }

    /** Of a percentage. Expands no digits: nobody has looked yet at how large it is. */
    private static BigDecimal share(BigDecimal percent) {
        return percent.scaleByPowerOfTen(-2);
    }
}
