package io.mallhub.prepaid.internal;

import io.mallhub.payment.TopUpPaid;
import io.mallhub.prepaid.OwnTopUps.OwnTopUpState;
import io.mallhub.prepaid.OwnTopUps.OwnTopUpView;
import io.mallhub.prepaid.PrepaidAmount;
import io.mallhub.prepaid.TopUpRule;
import io.mallhub.prepaid.TopUpRules;
import io.mallhub.prepaid.TopUpRules.Bonus;
import io.mallhub.shared.Actor;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Credits what buyers paid in themselves, in the transaction that books the provider's word. */
@Component
class PaidTopUps {
    private static final Actor PROVIDER = Actor.system("provider");

    private final OwnTopUpTable topUps;
    private final TopUpBooking booking;
    private final TopUpRules rules;
    private final TopUpNotices notices;
    private final Clock clock;

    PaidTopUps(
            OwnTopUpTable topUps,
            TopUpBooking booking,
            TopUpRules rules,
            TopUpNotices notices,
            Clock clock) {
        this.topUps = topUps;
        this.booking = booking;
        this.rules = rules;
        this.notices = notices;
        this.clock = clock;
    }

    @EventListener
    void on(TopUpPaid event) {
        OwnTopUpView topUp =
                topUps.lock(event.topUp())
                        .orElseThrow(() -> new IllegalStateException("No top-up " + event.topUp()));
        if (topUp.state() == OwnTopUpState.CREDITED) {
            return;
        }
        boolean late = topUp.state() == OwnTopUpState.CLOSED;
        Bonus bonus = late ? rules.bonus(topUp.amount()) : new Bonus(topUp.bonus(), topUp.rule());
        topUps.credited(topUp.number(), bonus, late, clock.instant());
        TopUpRule rule = bonus.rule();
        booking.credit(
                topUp.customer(),
                topUp.customerName(),
                NewEntry.topUp(
                        topUp.customer(),
                        topUp.number(),
                        new PrepaidAmount(topUp.amount(), bonus.amount()),
                        rule == null ? "" : rule.name() + " (" + rule.terms() + ")",
                        PROVIDER));
        notices.ownCredited(topUp, bonus);
    }
}
