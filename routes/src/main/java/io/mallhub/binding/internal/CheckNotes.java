package io.mallhub.binding.internal;

import io.mallhub.binding.Certification.Check;
import io.mallhub.binding.Certification.Contract;
import io.mallhub.binding.Certification.Outcome;
import io.mallhub.binding.Certification.Reason;
import io.mallhub.binding.Depth;
import io.mallhub.binding.Entity;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.Exchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Notes each check with the messages it made; a fault of the ERP fails the check, not the run. */
final class CheckNotes implements Consumer<Exchange> {
    private final ExchangeRecorder recorder;
    private final Consumer<Check> noting;
    private final List<Long> messages = new ArrayList<>();

    CheckNotes(ExchangeRecorder recorder, Consumer<Check> noting) {
        this.recorder = recorder;
        this.noting = noting;
    }

    @Override
    public void accept(Exchange exchange) {
        recorder.record(exchange).ifPresent(messages::add);
    }

    /** Returns whether it passed, for checks that need this one. */
    boolean check(Entity entity, Depth depth, Contract contract, Checking checking) {
        messages.clear();
        Finding finding;
        try {
            finding = checking.find();
        } catch (ErpFault e) {
            finding =
                    Finding.failed(
                            Reason.FAULT, e.getClass().getSimpleName() + ": " + e.getMessage());
        } catch (IOException e) {
            // The switches of the simulator; nothing is said about the ERP's interface.
            finding = new Finding(Outcome.NOT_APPLICABLE, Reason.NO_FAULTS, "" + e.getMessage());
        }
        noting.accept(
                new Check(
                        entity,
                        depth,
                        contract,
                        finding.outcome(),
                        finding.reason(),
                        Columns.text(finding.detail()),
                        messages));
        return finding.outcome() == Outcome.PASSED;
    }

    @FunctionalInterface
    interface Checking {
        Finding find() throws IOException;
    }
}
