package io.mallhub.channels.alipay;

import io.mallhub.payment.OnlinePayments;
import io.mallhub.prepaid.OwnTopUps;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Notices get lost: payments not heard of are asked about. Top-ups of buyers, for which no process
 * watches the time, are ended when it is over.
 */
@Component
@ConditionalOnProperty("mallhub.payment.alipay.app-id")
class PaymentInquiries implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(PaymentInquiries.class);
    private static final int AT_ONCE = 50;

    private final OnlinePayments payments;
    private final OwnTopUps topUps;
    private final AlipaySettings settings;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("payment-inquiries").factory());
    private volatile boolean running;

    PaymentInquiries(OnlinePayments payments, OwnTopUps topUps, AlipaySettings settings) {
        this.payments = payments;
        this.topUps = topUps;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
        long pause = settings.askEvery().toMillis();
        thread.scheduleWithFixedDelay(this::ask, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** An exception would end the repetition for good. */
    private void ask() {
        try {
            while (running && payments.askDue(AT_ONCE) == AT_ONCE) {
                log.debug("More payments are due");
            }
            while (running && topUps.closeDue(AT_ONCE) == AT_ONCE) {
                log.debug("More top-ups are over");
            }
        } catch (RuntimeException e) {
            log.warn("Payments could not be asked about now", e);
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
}
