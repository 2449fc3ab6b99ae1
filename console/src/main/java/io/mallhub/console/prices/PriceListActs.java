package io.mallhub.console.prices;

import io.mallhub.catalog.Products;
import io.mallhub.identity.StaffView;
import io.mallhub.pricing.PriceList.Audience;
import io.mallhub.pricing.PriceList.Key;
import io.mallhub.pricing.PriceList.Terms;
import io.mallhub.pricing.PriceLists;
import io.mallhub.pricing.PriceLists.Outcome;
import io.mallhub.pricing.RowReading;
import io.mallhub.pricing.RowReading.RowError;
import io.mallhub.pricing.TypedRow;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.webkit.Notice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/console/prices/lists")
class PriceListActs {
    private static final String NUMBER = "/{number:PL[0-9]{1,12}}";
    private static final String ONE = NUMBER + "/{version:[0-9]{1,6}}";
    private static final String BACK = "redirect:/console/prices/lists/{number}/{version}";

    private final PriceLists lists;
    private final ListAudiences audiences;
    private final Products products;

    PriceListActs(PriceLists lists, ListAudiences audiences, Products products) {
        this.lists = lists;
        this.audiences = audiences;
        this.products = products;
    }

    @PostMapping
    String open(ListForm form, @AuthenticationPrincipal StaffView me, RedirectAttributes redirect) {
        Optional<Audience> audience = audiences.typed(form);
        return shown(
                audience.isEmpty()
                        ? new Outcome.Refused("price-list.audience")
                        : lists.open(terms(form, audience.get()), me.actor()),
                "console.notice.price-list-opened",
                redirect);
    }

    @PostMapping(NUMBER + "/revise")
    String revise(
            @PathVariable String number,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        return shown(
                lists.revise(number, me.actor()), "console.notice.price-list-revised", redirect);
    }

    @PostMapping(ONE + "/draft/terms")
    String terms(
            @PathVariable String number,
            @PathVariable int version,
            ListForm form,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Optional<Audience> audience = audiences.typed(form);
        tell(
                audience.isEmpty()
                        ? new Outcome.Refused("price-list.audience")
                        : lists.change(
                                new Key(number, version),
                                form.seenEdit(),
                                terms(form, audience.get()),
                                me.actor()),
                "console.notice.price-list-changed",
                redirect);
        return BACK;
    }

    /** One row, read as a row of a file is. */
    @PostMapping(ONE + "/draft/rows")
    String row(
            @PathVariable String number,
            @PathVariable int version,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String price,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        String bare = code.strip();
        RowReading reading =
                RowReading.of(
                        List.of(new TypedRow(1, bare, from, price)), products.ids(Set.of(bare)));
        if (!reading.errors().isEmpty()) {
            RowError error = reading.errors().getFirst();
            Notice.refused(redirect, error.problem(), error.typed());
        } else if (reading.good().isEmpty()) {
            Notice.refused(redirect, "price-row.code-missing", "");
        } else {
            tell(
                    lists.setRow(new Key(number, version), reading.good().getFirst(), me.actor()),
                    "console.notice.price-list-row",
                    redirect);
        }
        return BACK;
    }

    @PostMapping(ONE + "/draft/rows/remove")
    String remove(
            @PathVariable String number,
            @PathVariable int version,
            @RequestParam UUID product,
            @RequestParam(defaultValue = "") String from,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Optional<Quantity> quantity = Quantity.typed(from);
        tell(
                quantity.isEmpty()
                        ? new Outcome.Refused("price-row.from")
                        : lists.removeRow(
                                new Key(number, version),
                                new ProductId(product),
                                quantity.get(),
                                me.actor()),
                "console.notice.price-list-row-removed",
                redirect);
        return BACK;
    }

    @PostMapping(ONE + "/publish")
    String publish(
            @PathVariable String number,
            @PathVariable int version,
            @RequestParam(defaultValue = "-1") int seen,
            @RequestParam(defaultValue = "") Set<Integer> drops,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        tell(
                lists.publish(new Key(number, version), seen, drops, reason, me.actor()),
                "console.notice.price-list-published",
                redirect);
        return BACK;
    }

    @PostMapping(ONE + "/withdraw")
    String withdraw(
            @PathVariable String number,
            @PathVariable int version,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        tell(
                lists.withdraw(new Key(number, version), reason, me.actor()),
                "console.notice.price-list-withdrawn",
                redirect);
        return BACK;
    }

    private static Terms terms(ListForm form, Audience audience) {
        return new Terms(form.typedName(), audience, form.validFrom(), form.validUntil());
    }

    /** To the page of what was done. */
    private static String shown(Outcome outcome, String done, RedirectAttributes redirect) {
        tell(outcome, done, redirect);
        return outcome instanceof Outcome.Done it
                ? "redirect:/console/prices/lists/" + it.list().key()
                : "redirect:/console/prices";
    }

    private static void tell(Outcome outcome, String done, RedirectAttributes redirect) {
        switch (outcome) {
            case Outcome.Done it -> Notice.done(redirect, done, it.list().key().toString());
            case Outcome.Refused refused ->
                    Notice.refused(redirect, refused.why(), refused.detail());
        }
    }
}
