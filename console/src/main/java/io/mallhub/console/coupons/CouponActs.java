package io.mallhub.console.coupons;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.coupon.CouponKinds;
import io.mallhub.coupon.CouponKinds.PutOutcome;
import io.mallhub.coupon.CouponKinds.StopOutcome;
import io.mallhub.coupon.Coupons;
import io.mallhub.coupon.Coupons.PushOutcome;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.identity.StaffView;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.ProductId;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Typed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What marketing does about coupons. */
@Controller
@RequestMapping("/console/coupons")
class CouponActs {
    private static final String KIND = "redirect:/console/coupons/{code}";
    private static final int MOST_LISTED = 200;

    private final CouponKinds kinds;
    private final Coupons coupons;
    private final Products products;
    private final Customers customers;
    private final GroupMembers groups;

    CouponActs(
            CouponKinds kinds,
            Coupons coupons,
            Products products,
            Customers customers,
            GroupMembers groups) {
        this.groups = groups;
        this.kinds = kinds;
        this.coupons = coupons;
        this.products = products;
        this.customers = customers;
    }

    /** What was refused comes back filled in. */
    @PostMapping
    String put(KindForm form, @AuthenticationPrincipal StaffView me, RedirectAttributes redirect) {
        PutOutcome outcome = put(form, me);
        if (outcome instanceof PutOutcome.Put put) {
            Notice.done(redirect, "console.notice.coupon-kind-put", put.kind().name());
            redirect.addAttribute("code", put.kind().code());
            return KIND;
        }
        if (outcome instanceof PutOutcome.Refused refused) {
            Notice.refused(redirect, refused.key(), refused.detail());
        }
        redirect.addFlashAttribute(CouponPages.TYPED, form);
        if (form.isNew()) {
            return "redirect:/console/coupons/new";
        }
        redirect.addAttribute("code", form.code());
        return KIND + "/edit";
    }

    private PutOutcome put(KindForm form, StaffView me) {
        String problem = form.problem();
        if (problem != null) {
            return new PutOutcome.Refused(problem, "");
        }
        Map<String, ProductId> ids = new HashMap<>();
        if (form.isFor(KindForm.PRODUCTS)) {
            if (form.list().size() > MOST_LISTED) {
                return new PutOutcome.Refused("coupon-kind.list-too-long", "");
            }
            for (String code : form.list()) {
                Optional<ProductView> product = products.byCode(code);
                if (product.isEmpty()) {
                    return new PutOutcome.Refused("coupon-kind.unknown-product", code);
                }
                ids.put(code, product.get().id());
            }
        }
        return kinds.put(form.command(code -> Objects.requireNonNull(ids.get(code)), me.actor()));
    }

    @PostMapping("/{code}/stop")
    String stop(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Notice.tell(
                redirect,
                kinds.stop(code, reason, me.actor()) instanceof StopOutcome.Refused refused
                        ? Optional.of(refused.key())
                        : Optional.empty(),
                "console.notice.coupon-kind-stopped",
                code);
        return KIND;
    }

    /** A number that is no customer's stops the whole: it is corrected, and nobody got two. */
    @PostMapping(path = "/{code}/push", params = "!to")
    String push(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String companies,
            @RequestParam String click,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Set<String> numbers = Typed.list(companies);
        redirect.addFlashAttribute(CouponPages.COMPANIES, companies);
        if (numbers.size() > MOST_LISTED) {
            Notice.refused(redirect, "coupon-kind.too-many-companies", "");
            return KIND;
        }
        Map<CustomerId, String> known = new HashMap<>();
        for (String number : numbers) {
            Optional<CustomerView> customer = customers.byNumber(number);
            if (customer.isEmpty()) {
                Notice.refused(redirect, "coupon-kind.unknown-company", number);
                return KIND;
            }
            known.put(customer.get().id(), number);
        }
        return give(code, known, click, reason, me, redirect);
    }

    /**
     * @param expected how many were counted before
     */
    @PostMapping(path = "/{code}/push", params = "to")
    String pushToGroup(
            @PathVariable String code,
            @RequestParam CouponGroup to,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "-1") int expected,
            @RequestParam String click,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        List<CustomerView> members = groups.of(to, group);
        if (members.isEmpty() || members.size() > GroupMembers.MOST) {
            Notice.refused(
                    redirect,
                    members.isEmpty() ? "coupon-kind.empty-group" : "coupon-kind.large-group",
                    group);
            return KIND;
        }
        if (members.size() != expected) {
            Notice.refused(
                    redirect, "console.coupon.push-group.moved", Integer.toString(members.size()));
            redirect.addAttribute("to", to);
            redirect.addAttribute("group", group);
            return KIND;
        }
        Map<CustomerId, String> known = new LinkedHashMap<>();
        members.forEach(it -> known.put(it.id(), it.number()));
        return give(code, known, click, reason, me, redirect);
    }

    /** Part by part; the click keeps those from getting two who were reached before a break. */
    private String give(
            String code,
            Map<CustomerId, String> numbers,
            String click,
            String reason,
            StaffView me,
            RedirectAttributes redirect) {
        List<CustomerId> all = List.copyOf(numbers.keySet());
        int given = 0;
        List<Ungiven> ungiven = new ArrayList<>();
        for (int from = 0; from == 0 || from < all.size(); from += MOST_LISTED) {
            List<CustomerId> part = all.subList(from, Math.min(from + MOST_LISTED, all.size()));
            switch (coupons.push(code, part, click, reason, me.actor())) {
                case PushOutcome.Refused refused -> {
                    Notice.refused(redirect, refused.key(), "");
                    return KIND;
                }
                case PushOutcome.Pushed pushed -> {
                    given += pushed.given();
                    pushed.refused()
                            .forEach(
                                    (company, why) ->
                                            ungiven.add(
                                                    new Ungiven(
                                                            Objects.requireNonNull(
                                                                    numbers.get(company)),
                                                            why)));
                }
            }
        }
        redirect.addFlashAttribute(CouponPages.COMPANIES, "");
        Notice.done(redirect, "console.notice.coupon-pushed", Integer.toString(given));
        redirect.addFlashAttribute("ungiven", ungiven.stream().limit(MOST_LISTED).toList());
        return KIND;
    }

    /**
     * @param number of the customer that got none
     */
    record Ungiven(String number, String why) {}
}
