package io.mallhub.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.transaction.annotation.Transactional;

/**
 * One transaction that is run again as a whole, in a fresh transaction, when the database broke it
 * off for another one: deadlock, serialization failure, stale version. For facades that are called
 * from outside a transaction; inside one, the outermost facade retries.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Transactional
@Retryable(
        includes = ConcurrencyFailureException.class,
        maxRetries = 5,
        delay = 20,
        jitter = 20,
        multiplier = 2)
public @interface RetriedTransaction {}
