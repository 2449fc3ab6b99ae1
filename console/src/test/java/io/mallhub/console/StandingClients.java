package io.mallhub.console;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.mallhub.gateway.ApiClientView;
import io.mallhub.gateway.ApiClients;
import io.mallhub.gateway.ApiClients.ShownOnce;
import io.mallhub.gateway.ClientRight;
import io.mallhub.gateway.WebhookEvent;
import io.mallhub.gateway.Webhooks;
import io.mallhub.shared.Page;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * A program whose secret is being changed over, and one that was revoked; a webhook and a delivery
 * that nobody took.
 */
@TestConfiguration(proxyBeanMethods = false)
@NullUnmarked
@SuppressWarnings("DirectInvocationOnMock")
public class StandingClients {
    static final String GOOD = "mh-2345678923456789";
    static final String REVOKED = "mh-9876543298765432";

    @Bean
    ApiClients apiClients() {
        ApiClients clients = mock();
        ApiClientView good =
                new ApiClientView(
                        GOOD,
                        "sim-soap",
                        "HT2005 interface",
                        EnumSet.allOf(ClientRight.class),
                        600,
                        true,
                        StandingMall.NOW.minus(Duration.ofDays(40)),
                        StandingMall.NOW.minus(Duration.ofDays(1)),
                        StandingMall.NOW.plus(Duration.ofDays(6)),
                        null,
                        StandingMall.NOW);
        ApiClientView revoked =
                new ApiClientView(
                        REVOKED,
                        "sim-rest",
                        "Old",
                        EnumSet.of(ClientRight.STOCK_IN),
                        60,
                        false,
                        StandingMall.NOW.minus(Duration.ofDays(90)),
                        null,
                        null,
                        StandingMall.NOW.minus(Duration.ofDays(2)),
                        null);
        when(clients.page(any(), any())).thenReturn(new Page<>(List.of(good, revoked), 0, 20, 2));
        when(clients.client(anyString())).thenReturn(Optional.empty());
        when(clients.client(GOOD)).thenReturn(Optional.of(good));
        when(clients.client(REVOKED)).thenReturn(Optional.of(revoked));
        ShownOnce shown = new ShownOnce(GOOD, "c2VjcmV0LXNob3duLW9uY2U");
        when(clients.create(any(), any())).thenReturn(shown);
        when(clients.rotate(any(), any())).thenReturn(shown);
        return clients;
    }

    @Bean
    Webhooks webhooks() {
        Webhooks webhooks = mock();
        Webhooks.Subscription one =
                new Webhooks.Subscription(
                        3,
                        "sim-soap",
                        "HT2005 receiver",
                        URI.create("https://erp.example.com/mallhub/events"),
                        EnumSet.allOf(WebhookEvent.class),
                        StandingMall.NOW.minus(Duration.ofDays(40)),
                        null,
                        null,
                        2,
                        1);
        Webhooks.Delivery failed =
                new Webhooks.Delivery(
                        17,
                        3,
                        "HT2005 receiver",
                        WebhookEvent.ORDER_PLACED,
                        StandingMall.ORDER,
                        "{\"event\":\"order.placed\"}",
                        Webhooks.State.FAILED,
                        31,
                        StandingMall.NOW.minus(Duration.ofDays(2)),
                        StandingMall.NOW.minus(Duration.ofDays(1)),
                        StandingMall.NOW.minus(Duration.ofDays(1)),
                        503,
                        "HTTP 503");
        when(webhooks.subscriptions(any())).thenReturn(new Page<>(List.of(one), 0, 20, 1));
        when(webhooks.subscription(3)).thenReturn(Optional.of(one));
        when(webhooks.deliveries(any(), any())).thenReturn(new Page<>(List.of(failed), 0, 20, 1));
        when(webhooks.delivery(17)).thenReturn(Optional.of(failed));
        when(webhooks.subscribe(any(), any())).thenReturn("whs_shown-once");
        when(webhooks.rotate(anyLong(), any())).thenReturn("whs_shown-once");
        when(webhooks.replay(any(), any()))
                .thenAnswer(call -> ((Collection<?>) call.getArgument(0)).size());
        return webhooks;
    }
}
