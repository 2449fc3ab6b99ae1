package io.mallhub.notification;

import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.util.Locale;

/** Tells people what concerns them. The inbox always gets it; other channels where they can. */
public interface Notifications {
    /** The most that {@link #unread} counts. */
    int MANY = 99;

    /**
     * Joins the caller's transaction: told exactly when the change it tells of happened. A key seen
     * before changes nothing.
     *
     * @throws IllegalArgumentException for a template without texts
     */
    void send(Notify notice);

    /** Newest first, in the reader's language. */
    Page<NoticeView> inbox(Inbox inbox, Locale language, PageRequest page);

    /** At most {@link #MANY}. */
    int unread(Inbox inbox);

    /** All up to this one are read. */
    void read(Inbox inbox, long upTo);
}
