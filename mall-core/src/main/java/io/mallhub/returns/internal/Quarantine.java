package io.mallhub.returns.internal;

import io.mallhub.identity.Eyes;
import io.mallhub.returns.ErpReturnReceived;
import io.mallhub.returns.ReceiveReturn;
import io.mallhub.returns.ReturnReceived;
import io.mallhub.returns.ReturnState;
import io.mallhub.returns.ReturnView.Kind;
import io.mallhub.returns.Returns.ActOutcome;
import io.mallhub.returns.SubmitReturnOutcome.LineProblem;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes goods into the quarantine area: there they stay until they are inspected. */
@Component
class Quarantine {
    private final OpenReturns returns;
    private final ReturnHistory history;
    private final ReturnNotices notices;
    private final ReturnEyes eyes;
    private final ApplicationEventPublisher events;

    Quarantine(
            OpenReturns returns,
            ReturnHistory history,
            ReturnNotices notices,
            ReturnEyes eyes,
            ApplicationEventPublisher events) {
        this.returns = returns;
        this.history = history;
        this.notices = notices;
        this.eyes = eyes;
        this.events = events;
    }

    ActOutcome receive(ReceiveReturn command) {
        ReturnRequest it = returns.lock(command.number());
        Eyes whose = eyes.of(Kind.RECEIVED, command.by());
        Optional<ActOutcome> notYou = eyes.refusal(it, Kind.RECEIVED, history.acts(it), whose);
        return notYou.orElseGet(() -> take(it, command.quantities(), whose, ""));
    }

    ActOutcome receive(ErpReturnReceived command) {
        ReturnRequest it = returns.lock(command.returnNumber());
        if (command.receipt().equals(it.erpReceipt())) {
            return new ActOutcome.Recorded();
        }
        Quantity[] came = new Quantity[it.lines().size()];
        Arrays.fill(came, Quantity.ZERO);
        List<LineProblem> problems = new ArrayList<>();
        for (int i = 0; i < command.lines().size(); i++) {
            ErpReturnReceived.Line line = command.lines().get(i);
            Optional<Integer> place = placeOf(it, line);
            if (place.isEmpty()) {
                problems.add(new LineProblem(i, "return.batch-differs", line.batch()));
            } else {
                came[place.get()] = came[place.get()].plus(line.quantity());
            }
        }
        if (!problems.isEmpty()) {
            return new ActOutcome.Refused(problems);
        }
        String words = (command.receipt() + " " + command.receiver()).strip();
        Eyes erp = Eyes.of(Actor.erp(command.connection()));
        ActOutcome outcome = take(it, List.of(came), erp, words);
        if (outcome instanceof ActOutcome.Recorded) {
            it.receiptOfErp(command.receipt());
        }
        return outcome;
    }

    private ActOutcome take(ReturnRequest it, List<Quantity> came, Eyes whose, String words) {
        if (it.state() != ReturnState.APPROVED) {
            return new ActOutcome.NotNow(it.state());
        }
        List<LineProblem> problems = problems(it, came);
        if (!problems.isEmpty()) {
            return new ActOutcome.Refused(problems);
        }
        it.receive(came);
        history.keep(it, Kind.RECEIVED, true, words, whose.person());
        eyes.decided(it, Kind.RECEIVED, true, whose);
        history.note(it, "return.received", whose.person(), words);
        notices.received(it);
        events.publishEvent(new ReturnReceived(it.number()));
        return new ActOutcome.Recorded();
    }

    private static List<LineProblem> problems(ReturnRequest it, List<Quantity> came) {
        if (came.size() != it.lines().size() || came.stream().allMatch(Quantity::isZero)) {
            return List.of(new LineProblem(-1, "return.nothing-received", ""));
        }
        List<LineProblem> problems = new ArrayList<>();
        for (int i = 0; i < came.size(); i++) {
            Quantity announced = it.lines().get(i).quantity();
            if (came.get(i).compareTo(Quantity.ZERO) < 0 || came.get(i).compareTo(announced) > 0) {
                problems.add(
                        new LineProblem(i, "return.more-than-announced", announced.toString()));
            }
        }
        return problems;
    }

    private static Optional<Integer> placeOf(ReturnRequest it, ErpReturnReceived.Line line) {
        for (int i = 0; i < it.lines().size(); i++) {
            ReturnLine announced = it.lines().get(i);
            boolean same =
                    announced.product().equals(line.product())
                            && announced.batch().equals(line.batch());
            if (same && (line.line() == 0 || line.line() == i + 1)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
