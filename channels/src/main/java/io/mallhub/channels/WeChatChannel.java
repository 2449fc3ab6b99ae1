package io.mallhub.channels;

import io.mallhub.notification.Channel;
import io.mallhub.notification.Delivery;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Template messages of a WeChat official account, by its public interface: an access token, kept
 * until shortly before it ends, and {@code message/template/send}. Errors come inside HTTP 200.
 */
@Component
@ConditionalOnProperty("mallhub.notifications.wechat.app-id")
class WeChatChannel implements Channel {
    private static final Pattern OPEN_ID = Pattern.compile("[\\w-]{20,64}");
    private static final Set<Integer> TOKEN_IS_OVER = Set.of(40001, 40014, 42001);

    /** No such reader, not subscribed, refused by him, no such template. */
    private static final Set<Integer> FINAL = Set.of(40003, 43004, 43101, 40037);

    private static final int EARLY_SECONDS = 300;

    private record Token(String value, Instant end) {}

    private final JsonOverHttp http;
    private final ChannelSettings settings;
    private final ChannelSettings.WeChat account;
    private final Clock clock;
    private @Nullable Token token;

    WeChatChannel(JsonOverHttp http, ChannelSettings settings, Clock clock) {
        this.http = http;
        this.settings = settings;
        this.account = Objects.requireNonNull(settings.wechat());
        this.clock = clock;
    }

    @Override
    public String name() {
        return "wechat";
    }

    @Override
    public boolean accepts(String address) {
        return OPEN_ID.matcher(address).matches();
    }

    @Override
    public void deliver(Delivery delivery) throws Refused {
        String template = account.templates().get(delivery.template());
        if (template == null) {
            throw new Refused("The account has no template for " + delivery.template());
        }
        Map<String, Object> message =
                Map.of(
                        "touser", delivery.address(),
                        "template_id", template,
                        "url", settings.link(delivery.link()),
                        "data",
                                Map.of(
                                        "first", Map.of("value", delivery.title()),
                                        "remark", Map.of("value", delivery.text())));
        int error = send(message);
        if (TOKEN_IS_OVER.contains(error)) {
            forgetToken();
            error = send(message);
        }
        if (FINAL.contains(error)) {
            throw new Refused("WeChat " + error);
        }
        if (error != 0) {
            throw new IllegalStateException("WeChat " + error);
        }
    }

    private int send(Map<String, Object> message) throws Refused {
        URI uri =
                URI.create(
                        account.url()
                                + "/cgi-bin/message/template/send?access_token="
                                + encoded(token()));
        return http.post(uri, message, Map.of()).path("errcode").asInt(0);
    }

    private synchronized String token() throws Refused {
        Token held = token;
        if (held == null || !clock.instant().isBefore(held.end())) {
            held = newToken();
            token = held;
        }
        return held.value();
    }

    private synchronized void forgetToken() {
        token = null;
    }

    private Token newToken() throws Refused {
        JsonNode answer =
                http.get(
                        URI.create(
                                account.url()
                                        + "/cgi-bin/token?grant_type=client_credential&appid="
                                        + encoded(account.appId())
                                        + "&secret="
                                        + encoded(account.secret())));
        if (!answer.has("access_token")) {
            // Wrong settings: later again, when somebody has mended them.
            throw new IllegalStateException("WeChat gives no token: " + answer.path("errcode"));
        }
        long seconds = answer.path("expires_in").asLong(7200) - EARLY_SECONDS;
        return new Token(
                answer.path("access_token").asString(), clock.instant().plusSeconds(seconds));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
