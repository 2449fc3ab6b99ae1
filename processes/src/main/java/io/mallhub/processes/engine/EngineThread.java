package io.mallhub.processes.engine;

import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * One thread for what a node tells the engine beside jobs: deploying, and emptying the outbox. Not
 * an {@code Executor} bean: Spring Boot would take it for the application's.
 */
@Component
public class EngineThread implements DisposableBean {
    private final OneThread thread = new OneThread("engine");

    /** Soon; never, when the application is closing. */
    public void run(Runnable work) {
        runAfter(Duration.ZERO, work);
    }

    public void runAfter(Duration wait, Runnable work) {
        thread.runAfter(wait, work);
    }

    /** Until the application closes. */
    public void repeat(Duration interval, Runnable work) {
        thread.repeat(Duration.ZERO, interval, work);
    }

    @Override
    public void destroy() {
        thread.close();
    }
}
