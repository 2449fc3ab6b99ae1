package io.mallhub.notification;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What is still to be delivered, shared by all nodes. */
public interface Deliveries {
    /** Takes the oldest due ones; nobody else gets them before the lease ends. */
    List<Delivery> lease(Set<String> channels, int limit, Duration lease);

    void sent(long id);

    void later(long id, Duration wait, String error);

    void giveUp(long id, String error);
}
