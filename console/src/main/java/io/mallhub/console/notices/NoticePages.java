package io.mallhub.console.notices;

import io.mallhub.identity.StaffView;
import io.mallhub.notification.Inbox;
import io.mallhub.notification.Notifications;
import io.mallhub.notification.Recipient;
import io.mallhub.webkit.ListRequest;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The inbox of a member of staff and of his groups, and where else he wants to be told. */
@Controller
@RequestMapping("/console/notices")
class NoticePages {
    private final Notifications notifications;
    private final AddressForm addresses;

    NoticePages(Notifications notifications, AddressForm addresses) {
        this.notifications = notifications;
        this.addresses = addresses;
    }

    @GetMapping
    String inbox(
            @AuthenticationPrincipal StaffView me, ListRequest list, Locale language, Model model) {
        model.addAttribute("notices", notifications.inbox(Inbox.of(me), language, list.page()));
        return "console/notices/inbox";
    }

    @PostMapping("/read")
    String read(@AuthenticationPrincipal StaffView me, @RequestParam long upTo) {
        notifications.read(Inbox.of(me), upTo);
        return "redirect:/console/notices";
    }

    @GetMapping("/addresses")
    String addresses(@AuthenticationPrincipal StaffView me, Model model) {
        model.addAttribute("addresses", addresses.of(new Recipient.Staff(me.login())));
        return "console/notices/addresses";
    }

    @PostMapping("/addresses")
    String change(
            @RequestParam Map<String, String> stated,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        addresses.change(
                new Recipient.Staff(me.login()), "account", me.login(), stated, me, redirect);
        return "redirect:/console/notices/addresses";
    }
}
