package io.mallhub.console.notices;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.identity.StaffView;
import io.mallhub.notification.NoticeAddresses;
import io.mallhub.notification.Recipient;
import io.mallhub.webkit.Notice;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The same form for a person and a company: one field for each channel. */
@Component
public class AddressForm {
    private static final List<String> CHANNELS = List.of("email", "sms", "wechat");

    private final NoticeAddresses addresses;
    private final AuditLog audit;

    AddressForm(NoticeAddresses addresses, AuditLog audit) {
        this.addresses = addresses;
        this.audit = audit;
    }

    /**
     * @param open whether the channel is set up here
     */
    public record Field(String channel, String address, boolean open) {}

    public List<Field> of(Recipient owner) {
        Map<String, String> known = addresses.of(owner);
        Set<String> open = addresses.channels();
        return CHANNELS.stream()
                .map(
                        channel ->
                                new Field(
                                        channel,
                                        known.getOrDefault(channel, ""),
                                        open.contains(channel)))
                .toList();
    }

    /**
     * Changes what differs. One that its channel cannot use is refused and named; the others are
     * kept.
     *
     * @param stated addresses by channel; other keys and channels that are not set up are left out
     */
    public void change(
            Recipient owner,
            String subjectType,
            String subject,
            Map<String, String> stated,
            StaffView by,
            RedirectAttributes redirect) {
        for (Field field : of(owner)) {
            String address = stated.getOrDefault(field.channel(), field.address()).strip();
            if (!field.open() || address.equals(field.address())) {
                continue;
            }
            try {
                addresses.set(owner, field.channel(), address);
            } catch (IllegalArgumentException unusable) {
                Notice.refused(redirect, "console.notice.address-refused", address);
                return;
            }
            audit.record(
                    new AuditEntry(
                            by.actor(),
                            "set-notice-address",
                            subjectType,
                            subject,
                            "",
                            Map.of("channel", field.channel())));
        }
        Notice.done(redirect, "console.notice.addresses-saved", "");
    }
}
