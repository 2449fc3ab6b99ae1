package io.mallhub.processes.renewal;

import io.mallhub.bpmn.CommonTasks;
import io.mallhub.bpmn.QualificationRenewal;
import io.mallhub.customer.RenewalDue;
import io.mallhub.customer.RenewalSubmitted;
import io.mallhub.customer.Renewals;
import io.mallhub.processes.ProcessSettings;
import io.mallhub.processes.outbox.EngineCommand;
import io.mallhub.processes.outbox.EngineCommands;
import io.mallhub.shared.MallTime;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What the engine must know of renewals, told in the transaction of the event. Days become instants
 * here: the engine's timers know no mall's time zone.
 */
@Component
class RenewalProcessEvents {
    private static final List<Integer> REMINDERS = List.of(90, 30, 7);

    private final EngineCommands engine;
    private final Renewals renewals;
    private final ProcessSettings settings;
    private final Clock clock;

    RenewalProcessEvents(
            EngineCommands engine, Renewals renewals, ProcessSettings settings, Clock clock) {
        this.engine = engine;
        this.renewals = renewals;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    void on(RenewalDue event) {
        LocalDate end = event.validUntil();
        LocalDate today = MallTime.today(clock);
        engine.tell(
                new EngineCommand(
                        QualificationRenewal.DUE + "/" + event.number(),
                        QualificationRenewal.DUE,
                        event.number(),
                        Map.of(
                                QualificationRenewal.RENEWAL_NUMBER,
                                event.number(),
                                CommonTasks.CUSTOMER_NAME,
                                customerName(event.number()),
                                QualificationRenewal.PASSED_REMINDERS,
                                passed(end, today),
                                CommonTasks.TIMING,
                                timing(end)),
                        settings.startMemory()));
    }

    @EventListener
    void on(RenewalSubmitted event) {
        engine.tell(
                new EngineCommand(
                        QualificationRenewal.SUBMITTED
                                + "/"
                                + event.number()
                                + "/"
                                + event.attempt(),
                        QualificationRenewal.SUBMITTED,
                        event.number(),
                        Map.of("attempt", event.attempt()),
                        settings.messageMemory()));
    }

    private String customerName(String number) {
        return renewals.renewal(number).orElseThrow().customerName();
    }

    /** Of several that are past, the latest is still sent: the company has heard nothing yet. */
    private static List<Integer> passed(LocalDate end, LocalDate today) {
        List<Integer> past =
                REMINDERS.stream().filter(days -> end.minusDays(days).isBefore(today)).toList();
        return past.isEmpty() ? past : past.subList(0, past.size() - 1);
    }

    private static Map<String, Object> timing(LocalDate end) {
        return Map.of(
                "remind90", morning(end.minusDays(90)),
                "remind30", morning(end.minusDays(30)),
                "remind7", morning(end.minusDays(7)),
                "expires", start(end.plusDays(1)));
    }

    /** Nobody is woken by a reminder. */
    private static String morning(LocalDate day) {
        return text(day, 9);
    }

    private static String start(LocalDate day) {
        return text(day, 0);
    }

    private static String text(LocalDate day, int hour) {
        return day.atTime(hour, 0)
                .atZone(MallTime.ZONE)
                .toOffsetDateTime()
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
