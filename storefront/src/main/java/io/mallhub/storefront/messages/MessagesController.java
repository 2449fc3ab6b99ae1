package io.mallhub.storefront.messages;

import io.mallhub.identity.BuyerView;
import io.mallhub.notification.Inbox;
import io.mallhub.notification.NoticeView;
import io.mallhub.notification.Notifications;
import io.mallhub.shared.Page;
import io.mallhub.webkit.ListRequest;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the company was told; what a person has read is remembered for him alone. */
@Controller
@RequestMapping("/messages")
class MessagesController {
    private final Notifications notifications;

    MessagesController(Notifications notifications) {
        this.notifications = notifications;
    }

    @GetMapping
    String page(BuyerView buyer, ListRequest list, Locale language, Model model) {
        Page<NoticeView> notices = notifications.inbox(Inbox.of(buyer), language, list.page());
        model.addAttribute("notices", notices);
        return "storefront/messages";
    }

    @PostMapping("/read")
    String read(BuyerView buyer, @RequestParam long upTo) {
        notifications.read(Inbox.of(buyer), upTo);
        return "redirect:/messages";
    }
}
