package io.mallhub.processes.repair;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.identity.StaffView;
import io.mallhub.processes.Repair;
import io.mallhub.processes.Repairs;
import io.mallhub.processes.sql.Catchup;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class EngineRepairs implements Repairs {
    private final Patients patients;
    private final Planner planner;
    private final RepairBatches batches;
    private final RepairQueue queue;
    private final RepairRun run;
    private final RepairSettings settings;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    EngineRepairs(
            Patients patients,
            Planner planner,
            RepairBatches batches,
            RepairQueue queue,
            RepairRun run,
            RepairSettings settings,
            AuditLog audit,
            PlatformTransactionManager transactions) {
        this.patients = patients;
        this.planner = planner;
        this.batches = batches;
        this.queue = queue;
        this.run = run;
        this.settings = settings;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public List<Step> preview(List<Long> instances, Repair repair) {
        RepairRules.check(repair);
        return patients.all(distinct(instances)).stream()
                .map(
                        patient -> {
                            Plan plan = planner.plan(patient, repair);
                            return new Step(
                                    patient.key(),
                                    patient.businessNumber(),
                                    plan.possible(),
                                    plan.words(),
                                    plan.detail());
                        })
                .toList();
    }

    @Override
    public long start(List<Long> instances, Repair repair, String reason, StaffView by) {
        RepairRules.check(repair);
        RepairRules.checkReason(reason);
        List<Patient> all = patients.all(distinct(instances));
        if (all.isEmpty()) {
            throw new IllegalArgumentException("There is no such instance");
        }
        return transaction.execute(
                status -> {
                    long batch = batches.create(repair, reason, by);
                    for (Patient patient : all) {
                        Plan plan = planner.plan(patient, repair);
                        batches.add(batch, patient, plan);
                        if (plan.forbidden()) {
                            keepAttempt(batch, patient, plan, reason, by);
                        }
                    }
                    if (all.size() > 1) {
                        audit.record(
                                new AuditEntry(
                                        by.actor(),
                                        "repair-batch",
                                        "repair-batch",
                                        Long.toString(batch),
                                        reason,
                                        Map.of(
                                                "kind",
                                                RepairKind.of(repair).word,
                                                "instances",
                                                Integer.toString(all.size()))));
                    }
                    return batch;
                });
    }

    /** As any other attempt to get past those who decide. */
    private void keepAttempt(long batch, Patient patient, Plan plan, String reason, StaffView by) {
        String number = patient.businessNumber();
        audit.record(
                new AuditEntry(
                        by.actor(),
                        "refuse-approval",
                        "process-instance",
                        number.isEmpty() ? Long.toString(patient.key()) : number,
                        reason,
                        Map.of(
                                "why",
                                plan.words(),
                                "what",
                                plan.detail(),
                                "batch",
                                Long.toString(batch))));
    }

    @Override
    public Item repair(long instance, Repair repair, String reason, StaffView by) {
        long batch = start(List.of(instance), repair, reason, by);
        // Whoever comes first, this thread or the background, does it.
        queue.lease(batch, 1, settings.lease()).forEach(run::run);
        Catchup.until(() -> ended(one(batch)));
        return one(batch);
    }

    @Override
    public Optional<Batch> batch(long number) {
        return batches.batch(number);
    }

    @Override
    public Page<Batch> batches(PageRequest page) {
        return batches.batches(page);
    }

    @Override
    public Page<Item> items(long batch, @Nullable ItemState state, PageRequest page) {
        return batches.items(batch, state, page);
    }

    @Override
    public List<Item> of(long instance) {
        return batches.of(instance);
    }

    @Override
    public void stop(long batch, StaffView by) {
        transaction.executeWithoutResult(
                status -> {
                    audit.record(
                            AuditEntry.of(
                                    by.actor(),
                                    "stop-repair-batch",
                                    "repair-batch",
                                    Long.toString(batch)));
                    batches.stop(batch, by);
                });
    }

    private Item one(long batch) {
        return batches.items(batch, null, PageRequest.first(1)).items().getFirst();
    }

    private static boolean ended(Item item) {
        return item.doneAt() != null;
    }

    private static List<Long> distinct(List<Long> instances) {
        List<Long> distinct = instances.stream().distinct().toList();
        if (distinct.size() > MOST) {
            throw new IllegalArgumentException("At most " + MOST + " instances at once");
        }
        return distinct;
    }
}
