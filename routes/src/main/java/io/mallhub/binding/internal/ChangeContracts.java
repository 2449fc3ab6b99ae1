package io.mallhub.binding.internal;

import io.mallhub.binding.Certification.Contract;
import io.mallhub.binding.Certification.Reason;
import io.mallhub.binding.Depth;
import io.mallhub.binding.Entity;
import io.mallhub.connectors.ErpClient.Updated;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.Losses;
import io.mallhub.connectors.Losses.Loss;
import io.mallhub.connectors.canonical.ErpUpdate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What changing a record on both sides relies on. The record is left as it was. */
final class ChangeContracts {
    private static final String NAME = "name";

    private final Entity entity;
    private final CheckNotes notes;
    private final Losses losses;

    ChangeContracts(Entity entity, CheckNotes notes, Losses losses) {
        this.entity = entity;
        this.notes = notes;
        this.losses = losses;
    }

    void notApplicable(Reason reason) {
        both(Contract.CHANGED, () -> Finding.notApplicable(reason));
    }

    /**
     * @param read by the ERP's code
     */
    void check(
            String code,
            Function<String, Optional<State>> read,
            Function<ErpUpdate, Updated> write) {
        OneRecord record = new OneRecord(code, read, write);
        State[] before = new State[1];
        boolean changed =
                both(
                        Contract.CHANGED,
                        () -> {
                            before[0] = record.state();
                            return changed(record, before[0]);
                        });
        if (changed) {
            both(Contract.STALE_REFUSED, () -> staleRefused(record, before[0]));
            both(Contract.CHANGE_REPLY_LOST, () -> replyLost(record, before[0]));
        }
    }

    private static Finding changed(OneRecord record, State before) {
        String name = before.name() + " CERT";
        var unused = record.write(before, name, before.version());
        return record.isNamed(name);
    }

    /** Somebody else was faster: the version is the one before. */
    private static Finding staleRefused(OneRecord record, State before) {
        State now = record.state();
        if (before.version() == null) {
            return Finding.notApplicable(Reason.NO_VERSIONS);
        }
        try {
            var unused = record.write(before, before.name() + " STALE", before.version());
            return Finding.failed(Reason.NOT_NOTICED, before.version() + " < " + now.version());
        } catch (ErpFault.Rejected e) {
            return e.stale()
                    ? record.isNamed(now.name())
                    : Finding.failed(Reason.NOT_NOTICED, String.valueOf(e.getMessage()));
        }
    }

    /** It is put back by the change whose reply is lost. */
    private Finding replyLost(OneRecord record, State before) {
        State now = record.state();
        boolean noticed =
                WritingContracts.lost(
                        losses,
                        Loss.REPLY,
                        () -> record.write(before, before.name(), now.version()));
        return noticed
                ? record.isNamed(before.name())
                : Finding.failed(Reason.NOT_NOTICED, record.code());
    }

    private boolean both(Contract contract, CheckNotes.Checking checking) {
        return notes.check(entity, Depth.BOTH, contract, checking);
    }

    /**
     * @param fields that both sides may change
     * @param version null where the ERP counts none
     */
    record State(Map<String, String> fields, @Nullable Long version) {
        String name() {
            return fields.getOrDefault(NAME, "");
        }
    }

    private record OneRecord(
            String code,
            Function<String, Optional<State>> read,
            Function<ErpUpdate, Updated> write) {
        State state() {
            return read.apply(code)
                    .orElseThrow(
                            () -> new ErpFault.DataInvalid("the ERP does not find " + code, null));
        }

        Updated write(State before, String name, @Nullable Long version) {
            Map<String, String> fields = new HashMap<>(before.fields());
            fields.put(NAME, name);
            return write.apply(new ErpUpdate(code, "CERT", fields, version));
        }

        Finding isNamed(String name) {
            String found = state().name();
            return found.equals(name)
                    ? Finding.passed(name)
                    : Finding.failed(Reason.OTHER_TEXT, name + " > " + found);
        }
    }
}
