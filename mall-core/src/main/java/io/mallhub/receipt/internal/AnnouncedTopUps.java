package io.mallhub.receipt.internal;

import io.mallhub.prepaid.TopUpEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What becomes of an announced transfer whose top-up does not stand, in the same transaction. */
@Component
class AnnouncedTopUps {
    private final AnnouncementTable announced;

    AnnouncedTopUps(AnnouncementTable announced) {
        this.announced = announced;
    }

    @EventListener
    void on(TopUpEnded event) {
        if (event.wasCredited()) {
            announced.takenBack(event.number(), event.reason());
        } else {
            announced.reopen(event.number());
        }
    }
}
