package io.mallhub.returns.internal;

import io.mallhub.identity.Eyes;
import io.mallhub.returns.ReturnState;
import io.mallhub.returns.ReturnView.Act;
import io.mallhub.returns.ReturnView.Kind;
import io.mallhub.returns.Returns.ActOutcome;
import io.mallhub.shared.Actor;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Decisions of the desk and of finance. The same decision of the same person again is no other. */
@Component
class ReturnDecisions {
    private final OpenReturns returns;
    private final ReturnHistory history;
    private final ReturnEyes eyes;

    ReturnDecisions(OpenReturns returns, ReturnHistory history, ReturnEyes eyes) {
        this.returns = returns;
        this.history = history;
        this.eyes = eyes;
    }

    ActOutcome review(String number, boolean agreed, String reason, Actor by) {
        ReturnRequest it = returns.lock(number);
        List<Act> acts = history.acts(it);
        if (isRepeat(acts, Kind.REVIEWED, agreed, by)) {
            return new ActOutcome.Recorded();
        }
        Eyes whose = eyes.of(Kind.REVIEWED, by);
        Optional<ActOutcome> notYou = eyes.refusal(it, Kind.REVIEWED, acts, whose);
        if (notYou.isPresent()) {
            return notYou.get();
        }
        boolean decided = acts.stream().anyMatch(act -> act.kind() == Kind.REVIEWED);
        if (it.state() != ReturnState.IN_REVIEW || decided) {
            return new ActOutcome.NotNow(it.state());
        }
        history.keep(it, Kind.REVIEWED, agreed, reason, by);
        eyes.decided(it, Kind.REVIEWED, agreed, whose);
        history.note(it, agreed ? "return.review-agreed" : "return.review-denied", by, reason);
        return new ActOutcome.Recorded();
    }

    ActOutcome decideRefund(String number, boolean agreed, String reason, Actor by) {
        ReturnRequest it = returns.lock(number);
        List<Act> acts = history.acts(it);
        if (isRepeat(acts, Kind.REFUND_DECIDED, agreed, by)) {
            return new ActOutcome.Recorded();
        }
        Eyes whose = eyes.of(Kind.REFUND_DECIDED, by);
        Optional<ActOutcome> notYou = eyes.refusal(it, Kind.REFUND_DECIDED, acts, whose);
        if (notYou.isPresent()) {
            return notYou.get();
        }
        if (it.state() != ReturnState.INSPECTED || it.awaitsInspection()) {
            return new ActOutcome.NotNow(it.state());
        }
        if (!agreed) {
            it.inspectAgain();
        }
        history.keep(it, Kind.REFUND_DECIDED, agreed, reason, by);
        eyes.decided(it, Kind.REFUND_DECIDED, agreed, whose);
        history.note(it, agreed ? "return.refund-agreed" : "return.inspect-again", by, reason);
        return new ActOutcome.Recorded();
    }

    /** Only the last act can be repeated: after another inspection it is a new decision. */
    private static boolean isRepeat(List<Act> acts, Kind kind, boolean agreed, Actor by) {
        Act last = acts.getLast();
        return last.kind() == kind && last.agreed() == agreed && last.by().isSamePersonAs(by);
    }
}
