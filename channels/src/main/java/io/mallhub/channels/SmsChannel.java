package io.mallhub.channels;

import io.mallhub.notification.Channel;
import io.mallhub.notification.Delivery;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Short messages through a JSON gateway; the delivery's id lets it drop a repetition. */
@Component
@ConditionalOnProperty("mallhub.notifications.sms.url")
class SmsChannel implements Channel {
    private static final Pattern MOBILE = Pattern.compile("(\\+86)?1[3-9]\\d{9}");

    private final JsonOverHttp http;
    private final ChannelSettings.Sms settings;

    SmsChannel(JsonOverHttp http, ChannelSettings settings) {
        this.http = http;
        this.settings = Objects.requireNonNull(settings.sms());
    }

    @Override
    public String name() {
        return "sms";
    }

    @Override
    public boolean accepts(String address) {
        return MOBILE.matcher(address).matches();
    }

    @Override
    public void deliver(Delivery delivery) throws Refused {
        http.post(
                URI.create(settings.url()),
                Map.of(
                        "id", Long.toString(delivery.id()),
                        "phone", delivery.address(),
                        "template", delivery.template(),
                        "params", delivery.values(),
                        "text", delivery.text()),
                Map.of("Authorization", "Bearer " + settings.key()));
    }
}
