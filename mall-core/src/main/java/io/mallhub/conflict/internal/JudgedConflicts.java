package io.mallhub.conflict.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.conflict.ConflictFound;
import io.mallhub.conflict.ConflictSettled;
import io.mallhub.conflict.ConflictView;
import io.mallhub.conflict.ConflictView.State;
import io.mallhub.conflict.Conflicts;
import io.mallhub.conflict.Disagreement;
import io.mallhub.conflict.DisputedValues;
import io.mallhub.conflict.Field;
import io.mallhub.conflict.FieldEdited;
import io.mallhub.conflict.MallPrevailed;
import io.mallhub.conflict.Side;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.RetriedTransaction;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
class JudgedConflicts implements Conflicts {
    private final ConflictRows rows;
    private final StoredFieldOwners owners;
    private final FieldEdits edits;
    private final List<DisputedValues> values;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    JudgedConflicts(
            ConflictRows rows,
            StoredFieldOwners owners,
            FieldEdits edits,
            List<DisputedValues> values,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.owners = owners;
        this.edits = edits;
        this.values = values;
        this.audit = audit;
        this.events = events;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<String> judge(
            String connection, Field field, Collection<Disagreement> disagreements) {
        if (disagreements.isEmpty()) {
            return Set.of();
        }
        Set<String> erpHolds = subjects(disagreements.stream().filter(Disagreement::erpAloneMoved));
        agreed(connection, field, erpHolds);
        List<Disagreement> contested =
                disagreements.stream()
                        .filter(it -> !it.mallAloneMoved() && !it.erpAloneMoved())
                        .toList();
        if (contested.isEmpty()) {
            return erpHolds;
        }
        Set<String> all = new HashSet<>(erpHolds);
        all.addAll(byOwner(connection, field, contested));
        return all;
    }

    private Set<String> byOwner(String connection, Field field, List<Disagreement> contested) {
        Set<String> subjects = subjects(contested.stream());
        return switch (owners.owner(connection, field)) {
            case MALL -> {
                agreed(connection, field, subjects);
                events.publishEvent(new MallPrevailed(connection, field, subjects));
                yield Set.of();
            }
            case ERP -> {
                agreed(connection, field, subjects);
                yield subjects;
            }
            case NEWEST -> {
                agreed(connection, field, subjects);
                yield newerInErp(connection, field, contested);
            }
            case ASK -> {
                ask(connection, field, contested);
                yield Set.of();
            }
        };
    }

    private Set<String> newerInErp(String connection, Field field, List<Disagreement> contested) {
        Map<String, Instant> edited = edits.of(field, subjects(contested.stream()));
        Set<String> mall =
                subjects(
                        contested.stream()
                                .filter(
                                        it ->
                                                isOlder(
                                                        it.erpChangedAt(),
                                                        edited.get(it.subject()))));
        if (!mall.isEmpty()) {
            events.publishEvent(new MallPrevailed(connection, field, mall));
        }
        return subjects(contested.stream().filter(it -> !mall.contains(it.subject())));
    }

    private static boolean isOlder(@Nullable Instant erp, @Nullable Instant mall) {
        return erp != null && mall != null && erp.isBefore(mall);
    }

    private static Set<String> subjects(Stream<Disagreement> disagreements) {
        return disagreements.map(Disagreement::subject).collect(Collectors.toSet());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(String connection, Field field, Disagreement disagreement) {
        rows.open(connection, field, List.of(disagreement)).forEach(it -> tellFound(field, it));
    }

    private void ask(String connection, Field field, Collection<Disagreement> disagreements) {
        Set<String> decided = rows.keptByDecision(connection, field, disagreements);
        if (!decided.isEmpty()) {
            agreed(connection, field, decided);
        }
        List<Disagreement> asked =
                disagreements.stream().filter(it -> !decided.contains(it.subject())).toList();
        if (!asked.isEmpty()) {
            rows.open(connection, field, asked).forEach(found -> tellFound(field, found));
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void agreed(String connection, Field field, Collection<String> subjects) {
        if (!subjects.isEmpty()) {
            rows.settle(connection, field, subjects).forEach(this::tellSettled);
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void mallChanged(Field field, Map<String, String> values) {
        if (values.isEmpty()) {
            return;
        }
        edits.note(field, values.keySet());
        rows.followMall(field, values).forEach(this::tellSettled);
        events.publishEvent(new FieldEdited(field, Set.copyOf(values.keySet())));
    }

    @Override
    @Transactional(readOnly = true)
    public Set<Field> unsettled(String connection, String subject) {
        return rows.unsettled(connection, subject);
    }

    private void tellFound(Field field, ConflictView found) {
        events.publishEvent(new ConflictFound(found.number(), field, found.title()));
    }

    private void tellSettled(String number) {
        events.publishEvent(new ConflictSettled(number));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ConflictView> conflict(String number) {
        return rows.find(number);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<ConflictView> page(boolean openOnly, PageRequest page) {
        return new Page<>(
                rows.page(openOnly, page.size(), page.offset()),
                page.number(),
                page.size(),
                rows.count(openOnly));
    }

    @Override
    @RetriedTransaction
    public DecisionOutcome decide(DecideConflict command, Actor by) {
        String reason = command.reason().strip();
        Side side = command.side();
        if (reason.isEmpty()) {
            throw new IllegalArgumentException("A decision between two values has a reason");
        }
        ConflictView now = locked(command.number());
        if (now.chosen() == side) {
            return new DecisionOutcome.Decided();
        }
        if (now.state() != State.OPEN
                || !now.mallValue().equals(command.mallValue())
                || !now.erpValue().equals(command.erpValue())) {
            return new DecisionOutcome.Changed(now);
        }
        rows.decide(now.number(), side, reason, by);
        if (side == Side.MALL) {
            events.publishEvent(
                    new MallPrevailed(now.connection(), now.field(), Set.of(now.subject())));
        }
        audit.record(
                new AuditEntry(
                        by,
                        "decide-conflict",
                        "conflict",
                        now.number(),
                        reason,
                        Map.of(
                                "field", now.field().name(),
                                "subject", now.title(),
                                "mall", now.mallValue(),
                                "erp", now.erpValue(),
                                "chosen", side.name())));
        return new DecisionOutcome.Decided();
    }

    @Override
    @RetriedTransaction
    public void apply(String number) {
        ConflictView decided = locked(number);
        if (decided.state() == State.APPLIED) {
            return;
        }
        if (decided.state() != State.DECIDED) {
            throw new IllegalStateException(number + " is " + decided.state());
        }
        of(decided.field())
                .takeErpValue(
                        decided.field(),
                        decided.subject(),
                        decided.erpValue(),
                        rows.decider(number));
        mallChanged(decided.field(), Map.of(decided.subject(), decided.erpValue()));
        rows.applied(number);
    }

    private DisputedValues of(Field field) {
        return values.stream()
                .filter(it -> it.fields().contains(field))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody holds " + field));
    }

    private ConflictView locked(String number) {
        return rows.lock(number)
                .orElseThrow(() -> new IllegalArgumentException("No conflict " + number));
    }
}
