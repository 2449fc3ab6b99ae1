package io.mallhub.notification;

import java.util.Map;

/** Where else people want to be reached; by channel name. */
public interface NoticeAddresses {
    /**
     * @param owner a person or a company; groups have the addresses of their members
     */
    Map<String, String> of(Recipient owner);

    /**
     * An empty address ends it.
     *
     * @throws IllegalArgumentException for a group, or an address its channel cannot use
     */
    void set(Recipient owner, String channel, String address);
}
