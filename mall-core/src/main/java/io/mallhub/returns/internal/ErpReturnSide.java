package io.mallhub.returns.internal;

import io.mallhub.order.ErpState;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where the return stands with the ERP; keeps the states of sending in their order. */
@Embeddable
class ErpReturnSide {
    @Enumerated(EnumType.STRING)
    @Column(name = "erp_state")
    private ErpState state = ErpState.NOT_SENT;

    @Column(name = "erp_number")
    private @Nullable String number;

    private @Nullable Instant sendingUntil;

    ErpState state() {
        return state;
    }

    @Nullable String number() {
        return number;
    }

    /** The ERP has it open, or may have it. */
    boolean mayBeOpen() {
        return state != ErpState.NOT_SENT && state != ErpState.VOIDED;
    }

    @Nullable String liveNumber() {
        return state == ErpState.VOIDED ? null : number;
    }

    /** The end of a lease that another attempt holds, if any. */
    @Nullable Instant leasedUntil(Instant now) {
        return sendingUntil != null && sendingUntil.isAfter(now) ? sendingUntil : null;
    }

    /** Returns whether an earlier attempt may have reached the ERP. */
    boolean lease(Instant now, Duration length) {
        boolean probeFirst = state == ErpState.SENDING || state == ErpState.OUTCOME_UNKNOWN;
        if (state != ErpState.OUTCOME_UNKNOWN) {
            state = ErpState.SENDING;
        }
        number = null;
        sendingUntil = now.plus(length);
        return probeFirst;
    }

    void notSent() {
        if (state == ErpState.SENDING || state == ErpState.OUTCOME_UNKNOWN) {
            state = ErpState.NOT_SENT;
        }
        sendingUntil = null;
    }

    void outcomeUnknown() {
        if (state == ErpState.SENDING || state == ErpState.NOT_SENT) {
            state = ErpState.OUTCOME_UNKNOWN;
        }
        sendingUntil = null;
    }

    /** Returns false when it was known already. */
    boolean acknowledge(String erpNumber) {
        if (number != null && !number.equals(erpNumber)) {
            throw new IllegalStateException(
                    "The ERP has this return as " + number + ", not as " + erpNumber);
        }
        sendingUntil = null;
        boolean news = number == null;
        number = erpNumber;
        state = ErpState.ACKNOWLEDGED;
        return news;
    }

    /** Returns false when it was voided before. */
    boolean voided() {
        boolean news = state != ErpState.VOIDED;
        state = ErpState.VOIDED;
        sendingUntil = null;
        return news;
    }
}
