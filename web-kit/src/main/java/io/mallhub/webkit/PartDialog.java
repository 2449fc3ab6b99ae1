package io.mallhub.webkit;

import io.mallhub.order.OrderView;
import io.mallhub.order.PartCancellations;
import io.mallhub.order.PartCancellations.Outcome;
import io.mallhub.order.PartCancellations.Preview;
import io.mallhub.order.PartStatement;
import io.mallhub.shared.Actor;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Cancelling a part of an order, as buyer and desk do it: quantities, the statement of what
 * follows, then the wish. Model: {@code form}, {@code statement}, {@code problem} with {@code
 * detail}.
 */
@Component
public class PartDialog {
    /** Of an order of which a part could be cancelled: nothing was chosen yet. */
    private static final String NOTHING_YET = "order-part.nothing";

    private final PartCancellations parts;

    PartDialog(PartCancellations parts) {
        this.parts = parts;
    }

    /** Before anything is typed. */
    public void open(OrderView order, Model model) {
        model.addAttribute("order", order);
        model.addAttribute("form", PartForm.of(order));
        if (parts.preview(order.number(), Map.of()) instanceof Preview.Refused refused
                && !refused.why().equals(NOTHING_YET)) {
            refuse(refused.why(), refused.detail(), model);
            model.addAttribute("closed", true);
        }
    }

    /** Returns whether it is asked for; else the model says what is to be shown. */
    public boolean answer(OrderView order, PartForm form, Actor by, Model model) {
        model.addAttribute("order", order);
        model.addAttribute("form", form);
        Optional<Integer> unreadable = form.unreadable();
        if (!form.isAbout(order)) {
            model.addAttribute("form", PartForm.of(order));
            return refuse("order-part.outdated", "", model);
        }
        if (unreadable.isPresent()) {
            return refuse("order-part.quantity", unreadable.get().toString(), model);
        }
        if (!form.submits()) {
            return shown(parts.preview(order.number(), form.kept(order)), model);
        }
        return switch (parts.request(form.command(order, by))) {
            case Outcome.Requested _ -> true;
            case Outcome.Refused refused -> {
                shown(parts.preview(order.number(), form.kept(order)), model);
                yield refuse(refused.why(), refused.detail(), model);
            }
            case Outcome.Changed changed -> {
                show(changed.now(), model);
                yield refuse("order-part.changed", "", model);
            }
        };
    }

    /** The next page says what became of it; false when the order has no such part. */
    public boolean withdraw(String order, long part, Actor by, RedirectAttributes redirect) {
        if (parts.ofOrder(order).stream().noneMatch(it -> it.id() == part)) {
            return false;
        }
        Notice.tell(redirect, parts.withdraw(order, part, by), "part.withdrawn", order);
        return true;
    }

    private static boolean shown(Preview preview, Model model) {
        switch (preview) {
            case Preview.Shown shown -> show(shown.statement(), model);
            case Preview.Refused refused -> refuse(refused.why(), refused.detail(), model);
        }
        return false;
    }

    private static void show(PartStatement statement, Model model) {
        model.addAttribute("statement", statement);
    }

    private static boolean refuse(String why, String detail, Model model) {
        model.addAttribute("problem", why);
        model.addAttribute("detail", detail);
        return false;
    }
}
