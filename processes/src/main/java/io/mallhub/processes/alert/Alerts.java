package io.mallhub.processes.alert;

import io.mallhub.processes.alert.AlertBook.Delivery;
import io.mallhub.processes.engine.Housekeeping;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks for what is wrong, tells it once, and goes on trying until it is told. */
@Component
class Alerts implements SmartInitializingSingleton {
    private static final Logger log = LoggerFactory.getLogger(Alerts.class);
    private static final int BATCH = 20;
    private static final int ATTEMPTS = 16; // the last one after most of a day
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(2);
    private final AlertRules rules;
    private final AlertBook book;
    private final AlertSettings settings;
    private final ObjectProvider<JavaMailSender> mail;
    private final WebhookCall webhook;
    private final Housekeeping housekeeping;
    private final TransactionTemplate transaction;
    private final Duration firstPause;

    Alerts(
            AlertRules rules,
            AlertBook book,
            AlertSettings settings,
            ObjectProvider<JavaMailSender> mail,
            Housekeeping housekeeping,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rules = rules;
        this.book = book;
        this.settings = settings;
        this.mail = mail;
        this.housekeeping = housekeeping;
        this.transaction = new TransactionTemplate(transactions);
        this.webhook = new WebhookCall(new WebhookGuard(settings.allowedHosts()), clock);
        this.firstPause = settings.every();
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (settings.emails().isEmpty() && settings.webhooks().isEmpty()) {
            return;
        }
        if (!settings.emails().isEmpty() && mail.getIfAvailable() == null) {
            throw new IllegalStateException("mallhub.alerts.emails needs spring.mail.host");
        }
        housekeeping.repeat(
                settings.every(),
                () -> {
                    look();
                    send();
                });
    }

    void look() {
        transaction.executeWithoutResult(
                status -> {
                    if (!book.mine()) {
                        return;
                    }
                    List<Finding> findings = rules.now(settings);
                    List<String> urls =
                            settings.webhooks().stream().map(w -> w.url().toString()).toList();
                    findings.forEach(finding -> book.raise(finding, settings.emails(), urls));
                    book.clearAllBut(findings);
                });
    }

    void send() {
        book.lease(BATCH, LEASE).forEach(this::send);
    }

    private void send(Delivery delivery) {
        try {
            if (delivery.channel().equals("EMAIL")) {
                mail(delivery);
            } else {
                call(delivery);
            }
            book.sent(delivery);
        } catch (IllegalArgumentException e) {
            log.error(
                    "Alert {} can't go to {}: {}",
                    delivery.id(),
                    delivery.target(),
                    e.getMessage());
            book.failed(delivery, Duration.ZERO, e.toString());
        } catch (IOException | MailException e) {
            log.warn(
                    "Alert {} not told, try {}: {}",
                    delivery.id(),
                    delivery.attempts(),
                    e.toString());
            book.failed(delivery, pause(delivery.attempts()), e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            book.failed(delivery, firstPause, "closing");
        }
    }

    private void mail(Delivery delivery) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(settings.from());
        message.setTo(delivery.target());
        message.setSubject(AlertText.subject(delivery));
        message.setText(AlertText.body(delivery, settings.page()));
        mail.getObject().send(message);
    }

    /** A webhook that is no longer among the settings gets nothing more. */
    private void call(Delivery delivery) throws IOException, InterruptedException {
        var hook =
                settings.webhooks().stream()
                        .filter(one -> one.url().toString().equals(delivery.target()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no longer set up"));
        webhook.send(hook, delivery, settings.page());
    }

    private Duration pause(int attempts) {
        if (attempts >= ATTEMPTS) {
            return Duration.ZERO;
        }
        Duration pause = firstPause.multipliedBy(1L << Math.min(attempts - 1, 12));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
