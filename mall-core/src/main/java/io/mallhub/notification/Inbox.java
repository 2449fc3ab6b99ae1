package io.mallhub.notification;

import io.mallhub.identity.BuyerView;
import io.mallhub.identity.StaffView;
import java.util.List;
import java.util.stream.Stream;

/**
 * One person's inbox.
 *
 * @param reader whose reading is remembered
 * @param audiences whose notices are shown
 */
public record Inbox(String reader, List<String> audiences) {
    public Inbox {
        audiences = List.copyOf(audiences);
    }

    /** With what is told to the groups he stands in for now. */
    public static Inbox of(StaffView staff) {
        Recipient self = new Recipient.Staff(staff.login());
        Stream<Recipient> groups = staff.taskRoles().stream().map(Recipient.StaffGroup::new);
        return new Inbox(
                self.audience(),
                Stream.concat(Stream.of(self), groups).map(Recipient::audience).toList());
    }

    public static Inbox of(BuyerView buyer) {
        return new Inbox(
                "buyer:" + buyer.login(),
                List.of(new Recipient.Company(buyer.company()).audience()));
    }
}
