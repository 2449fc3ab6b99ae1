package io.mallhub.returns.internal;

import io.mallhub.identity.Role;
import io.mallhub.notification.Notifications;
import io.mallhub.notification.Notify;
import io.mallhub.notification.Recipient;
import io.mallhub.returns.Reversal;
import io.mallhub.shared.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the buyer is told of his return, each step once, in the transaction that takes it. */
@Component
class ReturnNotices {
    /** Rules that refuse a return by themselves; people refuse in their own words. */
    private static final Set<String> RULES = Set.of("too-late", "temperature-not-proven");

    private final Notifications notifications;

    ReturnNotices(Notifications notifications) {
        this.notifications = notifications;
    }

    void approved(ReturnRequest it) {
        send(it, "return-approved", Map.of());
    }

    void refused(ReturnRequest it, String reason) {
        String words = RULES.contains(reason) ? "@return-rule." + reason : reason;
        send(it, "return-refused", Map.of("reason", words.isBlank() ? "—" : words));
    }

    void received(ReturnRequest it) {
        send(it, "return-received", Map.of());
    }

    void credited(ReturnRequest it, Reversal reversal, String creditNote) {
        if (!reversal.charges().isEmpty()) {
            send(
                    it,
                    "return-credited-less",
                    Map.of(
                            "amount", reversal.gross().toString(),
                            "note", creditNote,
                            "charged", sum(reversal.charges()).toString(),
                            "others", others(reversal.charges())));
        } else if (reversal.gross().isZero()) {
            send(it, "return-not-credited", Map.of());
        } else {
            send(
                    it,
                    "return-credited",
                    Map.of("amount", reversal.gross().toString(), "note", creditNote));
        }
    }

    private static Money sum(List<Reversal.Charge> charges) {
        return charges.stream().map(Reversal.Charge::gross).reduce(Money.ZERO, Money::plus);
    }

    private static String others(List<Reversal.Charge> charges) {
        return charges.stream()
                .map(Reversal.Charge::order)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** What is wanted instead cannot be ordered: the buyer orders anew, the desk may help. */
    void notExchanged(ReturnRequest it) {
        send(it, "exchange-refused", Map.of());
        notifications.send(
                new Notify(
                        "exchange-refused-desk/" + it.number(),
                        new Recipient.StaffGroup(Role.SALES),
                        "exchange-refused-desk",
                        Map.of("number", it.number(), "customer", it.customerName()),
                        "/console/returns/" + it.number()));
    }

    private void send(ReturnRequest it, String template, Map<String, String> more) {
        Map<String, String> values = new HashMap<>(more);
        values.put("number", it.number());
        values.put("order", it.orderNumber());
        notifications.send(
                new Notify(
                        template + "/" + it.number(),
                        new Recipient.Company(it.customer()),
                        template,
                        values,
                        "/returns/" + it.number()));
    }
}
