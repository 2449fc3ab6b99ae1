package io.mallhub.console.flash;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.console.access.Missing;
import io.mallhub.flash.FlashSales;
import io.mallhub.flash.FlashSales.PutOutcome;
import io.mallhub.flash.FlashSales.PutSale;
import io.mallhub.flash.FlashSales.StepOutcome;
import io.mallhub.identity.StaffView;
import io.mallhub.shared.Actor;
import io.mallhub.webkit.Notice;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What marketing does about flash sales. */
@Controller
@RequestMapping("/console/flash-sales")
class FlashActs {
    private static final String SALE = "redirect:/console/flash-sales/{code}";

    private final FlashSales sales;
    private final Products products;

    FlashActs(FlashSales sales, Products products) {
        this.sales = sales;
        this.products = products;
    }

    /** What was refused comes back filled in, each fault beside its field. */
    @PostMapping
    String put(SaleForm form, @AuthenticationPrincipal StaffView me, RedirectAttributes redirect) {
        SaleReading reading =
                new SaleReading(form, code -> products.byCode(code).map(ProductView::id));
        Optional<PutSale> command = reading.command(me.actor());
        if (command.isPresent()) {
            switch (sales.put(command.get())) {
                case PutOutcome.Put put -> {
                    Notice.done(redirect, "console.notice.flash-put", put.sale().name());
                    redirect.addAttribute("code", put.sale().code());
                    return SALE;
                }
                case PutOutcome.Refused refused ->
                        Notice.refused(redirect, refused.key(), refused.detail());
            }
        } else {
            Notice.refused(redirect, "console.notice.flash-wrong", "");
            redirect.addFlashAttribute(FlashPages.WRONG, reading.wrong());
        }
        redirect.addFlashAttribute(FlashPages.TYPED, form);
        if (form.isNew()) {
            return "redirect:/console/flash-sales/new";
        }
        redirect.addAttribute("code", form.code());
        return SALE + "/edit";
    }

    @PostMapping("/{code}/steps/{step}")
    String step(
            @PathVariable String code,
            @PathVariable String step,
            @RequestParam int version,
            @RequestParam(defaultValue = "false") boolean withLess,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Actor by = me.actor();
        StepOutcome outcome =
                switch (step) {
                    case "publish" -> sales.publish(code, version, withLess, reason, by);
                    case "pause" -> sales.pause(code, reason, by);
                    case "end" -> sales.end(code, reason, by);
                    default -> throw new Missing("step " + step);
                };
        switch (outcome) {
            case StepOutcome.Done _ -> Notice.done(redirect, "console.notice.flash-" + step, code);
            case StepOutcome.Refused refused ->
                    Notice.refused(redirect, refused.key(), refused.detail());
        }
        return SALE;
    }
}
