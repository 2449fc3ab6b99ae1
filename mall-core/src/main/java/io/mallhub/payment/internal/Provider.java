package io.mallhub.payment.internal;

import io.mallhub.payment.PaymentGateway;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The way to the provider that is set up, if one is, and to the database before and after: what is
 * remote is never inside a transaction.
 */
@Component
class Provider {
    private final ObjectProvider<PaymentGateway> gateways;
    private final TransactionTemplate transactions;

    Provider(ObjectProvider<PaymentGateway> gateways, PlatformTransactionManager transactions) {
        this.gateways = gateways;
        this.transactions = new TransactionTemplate(transactions);
    }

    Optional<PaymentGateway> local() {
        return Optional.ofNullable(gateways.getIfAvailable());
    }

    /** To call it. */
    Optional<PaymentGateway> remote() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A provider is never called inside a transaction");
        }
        return local();
    }

    /** Joins the caller's transaction, or commits one of its own. */
    <T> T commit(Supplier<T> work) {
        T result = transactions.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("Work without a result");
        }
        return result;
    }
}
