package io.mallhub.simulator.fault;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** Lets a call wait until one that arrived after it is through. */
@Component
class Overtaking {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition passed = lock.newCondition();
    private long arrived;
    private long newestThrough;

    /** A place in the order of arrival. */
    long arrive() {
        lock.lock();
        try {
            return ++arrived;
        } finally {
            lock.unlock();
        }
    }

    void through(long place) {
        lock.lock();
        try {
            newestThrough = Math.max(newestThrough, place);
            passed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits no longer than this: there may be no later call. */
    void letOvertake(int millis) {
        lock.lock();
        try {
            long place = arrived;
            long rest = TimeUnit.MILLISECONDS.toNanos(millis);
            while (newestThrough <= place && rest > 0) {
                rest = passed.awaitNanos(rest);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
