package io.mallhub.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.notification.Channel;
import io.mallhub.notification.Deliveries;
import io.mallhub.notification.Delivery;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoticeDispatcherTest {
    private final Queue queue = new Queue();

    @Test
    void whatTheChannelTookIsSent() {
        queue.waiting.add(delivery("good", 1));

        dispatcher().drain();

        assertThat(queue.told).containsExactly("sent 1");
    }

    @Test
    void aFailureWaitsLongerEachTimeAndInTheEndIsGivenUp() {
        queue.waiting.add(delivery("away", 1));
        queue.waiting.add(delivery("away", 5));
        queue.waiting.add(delivery("away", 10));

        dispatcher().drain();

        assertThat(queue.told).containsExactly("later 1 PT1M", "later 5 PT16M", "given up 10");
    }

    @Test
    void aRefusalIsGivenUpAtOnceAndHoldsNobodyElseBack() {
        queue.waiting.add(delivery("wrong", 1));
        queue.waiting.add(delivery("good", 2));

        dispatcher().drain();

        assertThat(queue.told).containsExactly("given up 1", "sent 2");
    }

    private NoticeDispatcher dispatcher() {
        return new NoticeDispatcher(
                queue,
                List.of(new Moody()),
                new ChannelSettings(
                        "", Duration.ofSeconds(5), Duration.ofMinutes(5), 10, null, null, null));
    }

    /** Its id is its number of attempts. */
    private static Delivery delivery(String address, int attempts) {
        return new Delivery(attempts, "moody", address, "t", Map.of(), "", "", "", attempts);
    }

    private static final class Moody implements Channel {
        @Override
        public String name() {
            return "moody";
        }

        @Override
        public boolean accepts(String address) {
            return true;
        }

        @Override
        public void deliver(Delivery delivery) throws Refused {
            switch (delivery.address()) {
                case "away" -> throw new IllegalStateException("away");
                case "wrong" -> throw new Refused("wrong");
                default -> {}
            }
        }
    }

    private static final class Queue implements Deliveries {
        final Deque<Delivery> waiting = new ArrayDeque<>();
        final List<String> told = new ArrayList<>();

        @Override
        public List<Delivery> lease(Set<String> channels, int limit, Duration lease) {
            List<Delivery> all = List.copyOf(waiting);
            waiting.clear();
            return all;
        }

        @Override
        public void sent(long id) {
            told.add("sent " + id);
        }

        @Override
        public void later(long id, Duration wait, String error) {
            told.add("later " + id + " " + wait);
        }

        @Override
        public void giveUp(long id, String error) {
            told.add("given up " + id);
        }
    }
}
