package io.mallhub.storefront.coupons;

import io.mallhub.coupon.CouponState;
import io.mallhub.coupon.Coupons;
import io.mallhub.coupon.Coupons.ClaimOutcome;
import io.mallhub.identity.BuyerRight;
import io.mallhub.identity.BuyerView;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the company can take, what it has, and codes it was told. */
@Controller
@RequestMapping("/coupons")
class CouponController {
    private static final String CENTRE = "redirect:/coupons";
    private static final String OWN = "redirect:/coupons/own";

    private final Coupons coupons;

    CouponController(Coupons coupons) {
        this.coupons = coupons;
    }

    @GetMapping
    String centre(BuyerView buyer, ListRequest list, Model model) {
        model.addAttribute("page", coupons.centre(buyer.company(), list.page()));
        return frame(buyer, model);
    }

    @GetMapping("/own")
    String own(BuyerView buyer, @Nullable CouponState state, ListRequest list, Model model) {
        CouponState shown = state == null ? CouponState.FREE : state;
        model.addAttribute("state", shown);
        model.addAttribute("page", coupons.ofCompany(buyer.company(), shown, list.page()));
        return frame(buyer, model);
    }

    private String frame(BuyerView buyer, Model model) {
        model.addAttribute("states", CouponState.values());
        model.addAttribute("counts", coupons.countOfCompany(buyer.company()));
        model.addAttribute("mayTake", buyer.rights().contains(BuyerRight.ORDER));
        // One per shown page: a second click takes no second coupon.
        model.addAttribute("click", UUID.randomUUID().toString());
        return "storefront/coupons";
    }

    @PostMapping("/claim")
    String claim(
            BuyerView buyer,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "0") long points,
            @RequestParam(defaultValue = "") String click,
            RedirectAttributes redirect) {
        return tell(
                coupons.claim(buyer.company(), kind, points, click, buyer.actor()),
                CENTRE,
                redirect);
    }

    @PostMapping("/code")
    String code(
            BuyerView buyer,
            @RequestParam(defaultValue = "") String typed,
            @RequestParam(defaultValue = "") String click,
            RedirectAttributes redirect) {
        return tell(
                coupons.claimByCode(buyer.company(), typed, click, buyer.actor()), OWN, redirect);
    }

    private static String tell(ClaimOutcome outcome, String page, RedirectAttributes redirect) {
        switch (outcome) {
            case ClaimOutcome.Claimed claimed ->
                    Notice.done(redirect, "coupons.taken", claimed.coupon().kind().name());
            case ClaimOutcome.Refused refused ->
                    Notice.refused(redirect, refused.key(), refused.detail());
        }
        return page;
    }
}
