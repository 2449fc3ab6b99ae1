package io.mallhub.returns.internal;

import io.mallhub.returns.ReturnState;
import io.mallhub.returns.Returns.Sending;
import io.mallhub.shared.Actor;
import io.mallhub.shared.SendingLease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The dialogue with the ERP as the return remembers it: intent, outcome, void. */
@Component
class ReturnSending {
    private static final Actor ERP = Actor.system("ERP");

    private final OpenReturns returns;
    private final ReturnHistory history;
    private final Clock clock;
    private final Duration lease;

    ReturnSending(
            OpenReturns returns,
            ReturnHistory history,
            Clock clock,
            @Value(SendingLease.OF_RETURNS) Duration lease) {
        this.returns = returns;
        this.history = history;
        this.clock = clock;
        this.lease = lease;
    }

    Sending start(String number) {
        ReturnRequest it = returns.lock(number);
        if (it.state().isEnd()) {
            return new Sending.AtAnEnd(it.state());
        }
        String erpNumber = it.erp().liveNumber();
        if (erpNumber != null) {
            return new Sending.AlreadySent(erpNumber);
        }
        if (it.state() != ReturnState.RECEIVED) { // goods may be quicker than the ERP
            it.mustBe("send", ReturnState.APPROVED);
        }
        Instant now = clock.instant();
        Instant leasedUntil = it.erp().leasedUntil(now);
        if (leasedUntil != null) {
            return new Sending.InFlight(leasedUntil);
        }
        boolean probeFirst = it.erp().lease(now, lease);
        history.note(it, "return.sending", ERP, "");
        return new Sending.Granted(probeFirst);
    }

    void notSent(String number, String detail) {
        ReturnRequest it = returns.lock(number);
        it.erp().notSent();
        history.note(it, "return.not-sent", ERP, detail);
    }

    void outcomeUnknown(String number, String detail) {
        ReturnRequest it = returns.lock(number);
        it.erp().outcomeUnknown();
        history.note(it, "return.outcome-unknown", ERP, detail);
    }

    void sent(String number, String erpNumber) {
        ReturnRequest it = returns.lock(number);
        if (it.erp().acknowledge(erpNumber)) {
            history.note(it, "return.sent", ERP, erpNumber);
        }
    }

    void voided(String number, String detail) {
        ReturnRequest it = returns.lock(number);
        if (it.erp().voided()) {
            history.note(it, "return.voided", ERP, detail);
        }
    }
}
