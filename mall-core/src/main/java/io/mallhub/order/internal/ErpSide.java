package io.mallhub.order.internal;

import io.mallhub.order.ErpState;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Where the order stands with the ERP; keeps the states of pushing in their order. */
@Embeddable
class ErpSide {
    @Enumerated(EnumType.STRING)
    @Column(name = "erp_state")
    private ErpState state = ErpState.NOT_SENT;

    @Column(name = "erp_number")
    private @Nullable String number;

    @Column(name = "erp_words")
    private @Nullable String words;

    /** Last answer and its ERP time: a repeat of an old one is no news, even after a resend. */
    @Column(name = "erp_accepted")
    private @Nullable Boolean accepted;

    @Column(name = "erp_answered_at")
    private @Nullable Instant answeredAt;

    private @Nullable Instant sendingUntil;

    ErpState state() {
        return state;
    }

    @Nullable String number() {
        return number;
    }

    @Nullable String words() {
        return words;
    }

    /** The ERP has it open, or may have it: it must not end here before it is voided there. */
    boolean mayBeOpen() {
        return switch (state) {
            case NOT_SENT, REJECTED, VOIDED -> false;
            case SENDING, OUTCOME_UNKNOWN, ACKNOWLEDGED, ACCEPTED -> true;
        };
    }

    /** The end of a lease that another attempt holds, if any. */
    @Nullable Instant leasedUntil(Instant now) {
        return sendingUntil != null && sendingUntil.isAfter(now) ? sendingUntil : null;
    }

    /** The number of the order that lives in the ERP; a rejected one may be sent anew. */
    @Nullable String liveNumber() {
        return state == ErpState.REJECTED ? null : number;
    }

    /** It has told the number it keeps the order under; the stock was told with it. */
    boolean isAcknowledged() {
        return number != null;
    }

    /** Returns whether an earlier attempt may have reached the ERP. */
    boolean lease(Instant now, Duration length) {
        number = null;
        boolean probeFirst = state == ErpState.SENDING || state == ErpState.OUTCOME_UNKNOWN;
        if (state != ErpState.OUTCOME_UNKNOWN) {
            state = ErpState.SENDING;
        }
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
                    "The ERP has this order as " + number + ", not as " + erpNumber);
        }
        sendingUntil = null;
        boolean news = number == null;
        number = erpNumber;
        if (state == ErpState.NOT_SENT
                || state == ErpState.SENDING
                || state == ErpState.OUTCOME_UNKNOWN) {
            state = ErpState.ACKNOWLEDGED;
        }
        return news;
    }

    /** Returns false when it is no change, or older than what the ERP has said already. */
    boolean answer(boolean isAcceptance, String erpWords, Instant erpTime) {
        Instant time = erpTime.truncatedTo(ChronoUnit.MICROS);
        ErpState told = isAcceptance ? ErpState.ACCEPTED : ErpState.REJECTED;
        if (state == told || state == ErpState.VOIDED || isKnown(isAcceptance, time)) {
            return false;
        }
        state = told;
        words = erpWords;
        accepted = isAcceptance;
        answeredAt = time;
        sendingUntil = null;
        return true;
    }

    private boolean isKnown(boolean isAcceptance, Instant erpTime) {
        if (answeredAt == null || accepted == null) {
            return false;
        }
        boolean repeated = erpTime.equals(answeredAt) && accepted == isAcceptance;
        return repeated || erpTime.isBefore(answeredAt);
    }

    boolean isVoided() {
        return state == ErpState.VOIDED;
    }

    /** Nothing is sent while it is made void there. */
    void leaseForVoid(Instant now, Duration length) {
        sendingUntil = now.plus(length);
    }

    void endLease() {
        sendingUntil = null;
    }

    /** What the ERP had is not this order any more: it is sent anew, and answered anew. */
    void forget() {
        state = ErpState.NOT_SENT;
        number = null;
        words = null;
        accepted = null;
        answeredAt = null;
        sendingUntil = null;
    }

    void voided() {
        state = ErpState.VOIDED;
        sendingUntil = null;
    }
}
