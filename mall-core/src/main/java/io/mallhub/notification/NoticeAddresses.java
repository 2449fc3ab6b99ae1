package io.mallhub.notification;

import java.util.Map;
import java.util.Set;

/** Where else people want to be reached; by channel name. */
public interface NoticeAddresses {
    /**
     * @param owner a person or a company; groups have the addresses of their members
     */
    Map<String, String> of(Recipient owner);

    /** Names of the channels that are set up; an address for another one is refused. */
    Set<String> channels();

    /**
     * An empty address ends it.
     *
     * @throws IllegalArgumentException for a group, or an address its channel cannot use
     */
    void set(Recipient owner, String channel, String address);
}
