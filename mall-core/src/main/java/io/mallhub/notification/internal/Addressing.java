package io.mallhub.notification.internal;

import io.mallhub.identity.Accounts;
import io.mallhub.notification.Channel;
import io.mallhub.notification.NoticeAddresses;
import io.mallhub.notification.Recipient;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is reached where, and which deliveries a notice needs therefore. */
@Service
class Addressing implements NoticeAddresses {
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Map<String, Channel> channels;

    Addressing(JdbcClient jdbc, Accounts accounts, List<Channel> channels) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.channels = channels.stream().collect(Collectors.toMap(Channel::name, it -> it));
    }

    /** A channel that is not set up gets no delivery: nobody would ever send it. */
    void address(long notice, Recipient to) {
        if (channels.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        INSERT INTO notice_delivery (notice, channel, address, state)
                        SELECT DISTINCT :notice, channel, address, 'WAITING' FROM notice_address
                        WHERE owner IN (:owners) AND channel IN (:channels)
                        """)
                .param("notice", notice)
                .param("owners", owners(to))
                .param("channels", channels.keySet())
                .update();
    }

    private List<String> owners(Recipient to) {
        List<String> owners =
                switch (to) {
                    case Recipient.StaffGroup group ->
                            accounts.staffWith(group.role()).stream()
                                    .map(one -> new Recipient.Staff(one.login()).audience())
                                    .toList();
                    case Recipient.Staff _, Recipient.Company _ -> List.of(to.audience());
                };
        return owners.isEmpty() ? List.of("") : owners;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> of(Recipient owner) {
        return jdbc
                .sql("SELECT channel, address FROM notice_address WHERE owner = ?")
                .param(owner.audience())
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Set<String> channels() {
        return Set.copyOf(channels.keySet());
    }

    @Override
    @Transactional
    public void set(Recipient owner, String channel, String address) {
        if (owner instanceof Recipient.StaffGroup) {
            throw new IllegalArgumentException("A group is reached at its members' addresses");
        }
        String stated = address.strip();
        if (stated.isEmpty()) {
            jdbc.sql("DELETE FROM notice_address WHERE owner = ? AND channel = ?")
                    .params(owner.audience(), channel)
                    .update();
            return;
        }
        Channel known = channels.get(channel);
        if (known == null || !known.accepts(stated)) {
            throw new IllegalArgumentException(stated + " is no address for " + channel);
        }
        jdbc.sql(
                        """
                        INSERT INTO notice_address (owner, channel, address) VALUES (?, ?, ?)
                        ON CONFLICT (owner, channel) DO UPDATE SET address = excluded.address
                        """)
                .params(owner.audience(), channel, stated)
                .update();
    }
}
