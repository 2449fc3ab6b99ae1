package io.mallhub.returns.internal;

import io.mallhub.identity.Eyes;
import io.mallhub.order.OrderView;
import io.mallhub.order.Orders;
import io.mallhub.returns.Disposition;
import io.mallhub.returns.InspectReturn;
import io.mallhub.returns.ReturnView.Kind;
import io.mallhub.returns.Returns.ActOutcome;
import io.mallhub.returns.SubmitReturnOutcome.LineProblem;
import io.mallhub.returns.TemperatureRecord;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Quantity;
import io.mallhub.stock.BatchLocks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Decides for every piece in quarantine where it goes, and fixes what is given back for it. */
@Component
class Inspection {
    private final OpenReturns returns;
    private final Orders orders;
    private final Claims claims;
    private final Statements statements;
    private final ReturnHistory history;
    private final ReturnEyes eyes;
    private final BatchLocks locks;
    private final Clock clock;

    Inspection(
            OpenReturns returns,
            Orders orders,
            Claims claims,
            Statements statements,
            ReturnHistory history,
            ReturnEyes eyes,
            BatchLocks locks,
            Clock clock) {
        this.returns = returns;
        this.orders = orders;
        this.claims = claims;
        this.statements = statements;
        this.history = history;
        this.eyes = eyes;
        this.locks = locks;
        this.clock = clock;
    }

    ActOutcome inspect(InspectReturn command) {
        ReturnRequest it = returns.lock(command.number());
        Eyes whose = eyes.of(Kind.INSPECTED, command.by());
        Optional<ActOutcome> notYou = eyes.refusal(it, Kind.INSPECTED, history.acts(it), whose);
        if (notYou.isPresent()) {
            return notYou.get();
        }
        if (!it.awaitsInspection()) {
            return new ActOutcome.NotNow(it.state());
        }
        List<LineProblem> problems = problems(it, command);
        if (!problems.isEmpty()) {
            return new ActOutcome.Refused(problems);
        }
        record(it, command, whose);
        return new ActOutcome.Recorded();
    }

    /** Amounts are fixed here, one return of an order after the other. */
    private void record(ReturnRequest it, InspectReturn command, Eyes whose) {
        claims.lock(it.orderNumber());
        OrderView order = orders.order(it.orderNumber()).orElseThrow();
        List<Statements.Part> parts = new ArrayList<>();
        for (int i = 0; i < it.lines().size(); i++) {
            Quantity accepted = accepted(command.lines().get(i));
            parts.add(new Statements.Part(it.lines().get(i).orderLine(), accepted));
        }
        Statements.Refund refund = statements.refund(order, it.number(), parts, it.wish());
        for (int i = 0; i < parts.size(); i++) {
            ReturnLine line = it.lines().get(i);
            Quantity before = line.claimed();
            line.inspect(command.lines().get(i), refund.shares().get(i));
            claims.change(it.orderNumber(), line, before, line.claimed());
        }
        it.inspected(refund.lost(), refund.pointsBack(), refund.charges());
        history.keep(it, Kind.INSPECTED, true, "", command.by());
        eyes.decided(it, Kind.INSPECTED, true, whose);
        history.note(it, "return.inspected", command.by(), "");
    }

    private List<LineProblem> problems(ReturnRequest it, InspectReturn command) {
        if (command.lines().size() != it.lines().size()) {
            return List.of(new LineProblem(-1, "inspection.lines-missing", ""));
        }
        List<LineProblem> problems = new ArrayList<>();
        for (int i = 0; i < it.lines().size(); i++) {
            ReturnLine line = it.lines().get(i);
            InspectReturn.Line found = command.lines().get(i);
            Quantity sum = found.split().values().stream().reduce(Quantity.ZERO, Quantity::plus);
            boolean negative =
                    found.split().values().stream().anyMatch(q -> q.amount().signum() < 0);
            if (negative || !sum.equals(line.received())) {
                problems.add(
                        new LineProblem(
                                i, "inspection.does-not-add-up", sum + " / " + line.received()));
            } else if (!found.batchSeen().strip().equals(line.batch())
                    && accepted(found).isPositive()) {
                problems.add(new LineProblem(i, "inspection.batch-differs", found.batchSeen()));
            } else if (isTo(found, Disposition.TO_STOCK)) {
                int place = i;
                stockProblem(it, line)
                        .ifPresent(key -> problems.add(new LineProblem(place, key, "")));
            }
        }
        return problems;
    }

    /** Why goods must not be sold again, whatever they look like. */
    private Optional<String> stockProblem(ReturnRequest it, ReturnLine line) {
        TemperatureRecord temperatures = it.temperatures();
        if (line.isColdChain() && (temperatures == null || !temperatures.isCold())) {
            return Optional.of("inspection.temperature-not-proven");
        }
        LocalDate expiry = line.expiry();
        if (expiry != null && expiry.isBefore(MallTime.today(clock))) {
            return Optional.of("inspection.expired");
        }
        return locks.isLocked(line.product(), line.batch())
                ? Optional.of("inspection.batch-locked")
                : Optional.empty();
    }

    private static boolean isTo(InspectReturn.Line found, Disposition disposition) {
        return found.split().getOrDefault(disposition, Quantity.ZERO).isPositive();
    }

    private static Quantity accepted(InspectReturn.Line found) {
        return found.split().entrySet().stream()
                .filter(it -> it.getKey().isAccepted())
                .map(Map.Entry::getValue)
                .reduce(Quantity.ZERO, Quantity::plus);
    }
}
