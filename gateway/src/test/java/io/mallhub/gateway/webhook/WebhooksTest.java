package io.mallhub.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.fixture.MutableClock;
import io.mallhub.gateway.WebhookEvent;
import io.mallhub.gateway.Webhooks;
import io.mallhub.gateway.Webhooks.Delivery;
import io.mallhub.gateway.Webhooks.DeliveryQuery;
import io.mallhub.gateway.Webhooks.NewSubscription;
import io.mallhub.gateway.Webhooks.State;
import io.mallhub.gateway.fixture.CallingErps;
import io.mallhub.gateway.fixture.GatewayTest;
import io.mallhub.gateway.webhook.ReceivingErp.Delivered;
import io.mallhub.order.OrderCancelRequested;
import io.mallhub.order.OrderSubmitted;
import io.mallhub.shared.PageRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@GatewayTest
class WebhooksTest {
    @Autowired private CallingErps erps;
    @Autowired private Webhooks webhooks;
    @Autowired private WebhookSender sender;
    @Autowired private ApplicationEventPublisher events;
    @Autowired private TransactionTemplate transaction;
    @Autowired private MutableClock clock;
    @Autowired private JdbcClient jdbc;
    private String connection = "";
    private ReceivingErp erp;
    private long subscription;

    @BeforeEach
    void aSubscription() throws IOException {
        jdbc.sql("update webhook_subscription set ended_at = now() where ended_at is null")
                .update();
        connection = erps.aConnection();
        erp = new ReceivingErp(clock);
        erp.secret = subscribe(erp.url());
        subscription = webhooks.subscriptions(PageRequest.of(0, 1)).items().getFirst().id();
    }

    private String subscribe(String url) {
        return webhooks.subscribe(
                new NewSubscription(connection, "ERP", url, EnumSet.allOf(WebhookEvent.class)),
                CallingErps.CLERK);
    }

    @AfterEach
    void back() {
        erp.close();
        clock.reset();
    }

    private String placed() {
        String number = "SO-" + UUID.randomUUID();
        happened(new OrderSubmitted(number));
        return number;
    }

    private void happened(Object event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }

    private List<Delivery> deliveries() {
        return webhooks.deliveries(
                        new DeliveryQuery(subscription, null, null), PageRequest.of(0, 50))
                .items();
    }

    /** One round, and all that it sent has its outcome. */
    private void round(int attempts) {
        sender.begin();
        Awaitility.await()
                .until(() -> deliveries().stream().mapToInt(Delivery::attempts).sum() == attempts);
    }

    @Test
    void anEventIsToldOnceWithASignatureThatHolds() {
        String number = placed();

        round(1);
        sender.begin();

        assertThat(erp.taken).singleElement().asString().contains("order.placed", number);
        assertThat(deliveries()).extracting(Delivery::state).containsExactly(State.SENT);
    }

    @Test
    void whatWasChangedOrComesAgainLaterIsNotAccepted() {
        placed();
        round(1);
        Delivered good = erp.seen.getFirst();

        assertThat(erp.accepts(good)).isTrue();
        assertThat(erp.accepts(new Delivered(good.timestamp(), good.signature(), good.id(), "{}")))
                .isFalse();
        clock.advance(Duration.ofMinutes(6));
        assertThat(erp.accepts(good)).isFalse();
        String fresh = String.valueOf(clock.instant().getEpochSecond());
        assertThat(erp.accepts(new Delivered(fresh, good.signature(), good.id(), good.body())))
                .isFalse();
    }

    @Test
    void whatWasNotTakenIsSentAgainAndWhatConcernsOneOrderInItsOrder() {
        erp.answers.add(503);
        String number = placed();
        round(1);
        happened(new OrderCancelRequested(number, "wrong", "han", clock.instant()));
        String other = placed();

        round(2); // the cancellation waits behind the order that was not taken
        assertThat(erp.taken).singleElement().asString().contains(other);
        sender.begin(); // too early
        clock.advance(Duration.ofSeconds(13));
        round(3);
        round(4);

        assertThat(erp.taken).hasSize(3);
        assertThat(erp.taken.get(1)).contains("order.placed", number);
        assertThat(erp.taken.get(2)).contains("order.cancel-requested", number);
    }

    @Test
    void whatNobodyTakesFailsAfterADayAndAPersonReplaysIt() {
        erp.answers.addAll(List.of(500, 500));
        placed();
        round(1);
        clock.advance(Duration.ofHours(24));
        round(2);

        assertThat(deliveries()).extracting(Delivery::state).containsExactly(State.FAILED);
        assertThat(webhooks.subscription(subscription).orElseThrow().failed()).isEqualTo(1);
        clock.advance(Duration.ofHours(1));
        sender.begin();
        assertThat(webhooks.replay(List.of(deliveries().getFirst().id()), CallingErps.CLERK))
                .isEqualTo(1);
        round(3);

        assertThat(erp.taken).hasSize(1);
        assertThat(deliveries()).extracting(Delivery::state).containsExactly(State.SENT);
    }

    @Test
    void bothSecretsSignWhileOneIsRotated() {
        String old = erp.secret;
        String fresh = webhooks.rotate(subscription, CallingErps.CLERK);
        placed();
        round(1);
        erp.secret = fresh;
        placed();
        round(2);
        assertThat(erp.taken).hasSize(2);

        clock.advance(Duration.ofDays(8));
        erp.secret = old;
        placed();
        round(3);
        assertThat(erp.taken).hasSize(2);
    }

    @Test
    void anEventThatWasRolledBackIsNeverTold() {
        assertThatThrownBy(
                        () ->
                                transaction.executeWithoutResult(
                                        status -> {
                                            events.publishEvent(new OrderSubmitted("SO-none"));
                                            throw new IllegalStateException("after all not");
                                        }))
                .hasMessage("after all not");

        assertThat(deliveries()).isEmpty();
    }

    @Test
    void aRoundThatTheDatabaseBrokeOffIsFollowedByOthers() {
        placed();
        jdbc.sql("alter table webhook_delivery rename to webhook_delivery_away").update();
        try {
            assertThatThrownBy(sender::begin).isInstanceOf(DataAccessException.class);
        } finally {
            jdbc.sql("alter table webhook_delivery_away rename to webhook_delivery").update();
        }

        round(1);

        assertThat(erp.taken).hasSize(1);
    }

    @Test
    void onlyTheConnectionThatTakesOrdersIsTold() {
        String mine = connection;
        erps.aConnection(); // takes the orders from now on
        placed();

        assertThat(deliveries()).isEmpty();
        erps.switchOn(mine);
        placed();
        assertThat(deliveries()).hasSize(1);
    }

    @Test
    void noAddressOfTheInsideIsCalled() {
        webhooks.end(subscription, "moved", CallingErps.CLERK);
        subscribe("http://169.254.169.254/latest/meta-data");
        subscription = webhooks.subscriptions(PageRequest.of(0, 1)).items().getFirst().id();
        placed();
        round(1);

        assertThat(deliveries().getFirst().lastError()).contains("never called");
        assertThatThrownBy(() -> subscribe("file:///etc/passwd"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> subscribe("http://user:secret@erp/"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
