package io.mallhub.routes.outbound;

import java.util.Objects;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Runs a route from Java and gives back its answer, or the exception that ended it. */
@Component
public class RouteCall {
    private final ProducerTemplate camel;

    RouteCall(ProducerTemplate camel) {
        this.camel = camel;
    }

    /**
     * @throws IllegalStateException inside a transaction: no ERP is called with one open
     */
    public <T> T ask(String endpoint, Object body, Class<T> answer) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An ERP is never called inside a transaction");
        }
        try {
            return Objects.requireNonNull(camel.requestBody(endpoint, body, answer));
        } catch (CamelExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
