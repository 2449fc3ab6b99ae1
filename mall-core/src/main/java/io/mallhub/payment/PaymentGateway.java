package io.mallhub.payment;

import io.mallhub.shared.Money;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A payment provider; where none is set up there is no bean. Every answer of it is verified before
 * it is given here. A call never throws for what the other side or the way to it does: that is
 * {@code Unclear}, with words for people.
 */
public interface PaymentGateway {
    /** Names it in texts and addresses: letters and hyphens. */
    String name();

    /** The signed address that shows the payer what to pay. Calls nobody. */
    URI payPage(PayRequest request);

    QueryAnswer query(String payment);

    CloseAnswer close(String payment);

    /** Idempotent at the provider by the refund's number. */
    RefundAnswer refund(RefundOrder order);

    /** What became of a refund that was sent. */
    RefundAnswer findRefund(RefundOrder order);

    /**
     * @throws NotAuthentic when the signature is missing or wrong, or what is signed is no notice
     */
    Trade read(Map<String, String> notice) throws NotAuthentic;

    /**
     * @param subject what the payer reads
     */
    record PayRequest(String payment, Money amount, String subject, Instant expiresAt) {}

    /**
     * @param payment our number
     * @param trade the provider's number
     * @param refund our number of it, the provider's idempotency key
     */
    record RefundOrder(String payment, String trade, String refund, Money amount, String reason) {}

    /**
     * A payment as the provider tells it.
     *
     * @param noticeId what was told, once: the same again is a repetition
     * @param payment our number, as the provider gives it
     * @param trade the provider's number
     * @param status in the provider's words
     * @param merchant whom it was paid to, in the provider's words
     * @param ours whether that is us
     */
    record Trade(
            String noticeId,
            String payment,
            String trade,
            Standing standing,
            String status,
            Money amount,
            String currency,
            String merchant,
            boolean ours) {
        public enum Standing {
            WAITING,
            PAID,
            CLOSED
        }
    }

    sealed interface QueryAnswer {
        record Found(Trade trade) implements QueryAnswer {}

        /** The payer never began. */
        record NotThere() implements QueryAnswer {}

        record Unclear(String words) implements QueryAnswer {}
    }

    sealed interface CloseAnswer {
        /** Nobody can pay it any more. */
        record Closed() implements CloseAnswer {}

        /** The payer never began; he could until the request expires. */
        record NotThere() implements CloseAnswer {}

        /** It can't be closed as it stands: most likely it is paid. */
        record Refused(String words) implements CloseAnswer {}

        record Unclear(String words) implements CloseAnswer {}
    }

    sealed interface RefundAnswer {
        record Refunded() implements RefundAnswer {}

        /** Of a look-up: it never arrived. */
        record NotThere() implements RefundAnswer {}

        record Refused(String words) implements RefundAnswer {}

        record Unclear(String words) implements RefundAnswer {}
    }

    /** Whoever sent it is not the provider, or it was altered on the way. */
    class NotAuthentic extends Exception {
        private static final long serialVersionUID = 1;

        public NotAuthentic(String why, @Nullable Throwable cause) {
            super(why, cause);
        }
    }
}
