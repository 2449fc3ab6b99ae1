package io.mallhub.points.internal;

import io.mallhub.notification.Notifications;
import io.mallhub.notification.Notify;
import io.mallhub.notification.Recipient;
import io.mallhub.points.internal.LotTable.Told;
import io.mallhub.shared.CustomerId;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the people of a company are told about its points. */
@Component
class PointsNotices {
    private final Notifications notifications;

    PointsNotices(Notifications notifications) {
        this.notifications = notifications;
    }

    void welcome(CustomerId company, long points, LocalDate lastDay) {
        notifications.send(
                new Notify(
                        "points-welcome/" + company,
                        new Recipient.Company(company),
                        "points-welcome",
                        Map.of("points", Long.toString(points), "until", lastDay.toString()),
                        "/points"));
    }

    void ending(Told told) {
        String last = told.ending().lastDay().toString();
        notifications.send(
                new Notify(
                        "points-ending/" + told.company() + "/" + last,
                        new Recipient.Company(told.company()),
                        "points-ending",
                        Map.of("points", Long.toString(told.ending().points()), "until", last),
                        "/points"));
    }
}
