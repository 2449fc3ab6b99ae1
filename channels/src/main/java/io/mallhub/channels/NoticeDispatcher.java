package io.mallhub.channels;

import io.mallhub.notification.Channel;
import io.mallhub.notification.Deliveries;
import io.mallhub.notification.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Carries waiting deliveries to their channels, outside of any transaction. A channel that is away
 * costs its own messages a delay, nobody else's.
 */
@Component
class NoticeDispatcher implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(NoticeDispatcher.class);
    private static final int AT_ONCE = 20;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final Deliveries deliveries;
    private final Map<String, Channel> channels;
    private final ChannelSettings settings;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("notices").factory());
    private volatile boolean running;

    NoticeDispatcher(Deliveries deliveries, List<Channel> channels, ChannelSettings settings) {
        this.deliveries = deliveries;
        this.channels = channels.stream().collect(Collectors.toMap(Channel::name, it -> it));
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
        if (!channels.isEmpty()) {
            long poll = settings.poll().toMillis();
            thread.scheduleWithFixedDelay(this::drainSafely, poll, poll, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** An exception would end the repetition for good. */
    private void drainSafely() {
        try {
            drain();
        } catch (RuntimeException e) {
            log.warn("Notices could not be sent now", e);
        }
    }

    /** Everything that is due. */
    void drain() {
        List<Delivery> batch;
        do {
            batch = deliveries.lease(channels.keySet(), AT_ONCE, settings.lease());
            batch.forEach(this::carry);
        } while (running && batch.size() == AT_ONCE);
    }

    private void carry(Delivery delivery) {
        Channel channel = Objects.requireNonNull(channels.get(delivery.channel()));
        try {
            channel.deliver(delivery);
            deliveries.sent(delivery.id());
        } catch (Channel.Refused e) {
            log.warn("{} of {} is refused: {}", channel.name(), delivery.id(), e.getMessage());
            deliveries.giveUp(delivery.id(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            failed(delivery, e);
        }
    }

    private void failed(Delivery delivery, RuntimeException why) {
        log.warn("{} of {} failed: {}", delivery.channel(), delivery.id(), why.toString());
        if (delivery.attempts() >= settings.attempts()) {
            deliveries.giveUp(delivery.id(), why.toString());
        } else {
            deliveries.later(delivery.id(), wait(delivery.attempts()), why.toString());
        }
    }

    private static Duration wait(int attempts) {
        Duration wait = Duration.ofSeconds(30L << Math.min(attempts, 7));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
