package io.mallhub.processes.engine;

import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** One thread for what has time: removing old instances, looking for alarms and for renewals. */
@Component
public class Housekeeping implements DisposableBean {
    private final OneThread thread = new OneThread("housekeeping");

    /** Until the application closes; a failure is logged and the next turn tries again. */
    public void repeat(Duration pause, Runnable work) {
        thread.repeat(pause, pause, work);
    }

    /** As {@link #repeat}, and for the first time at once. */
    public void repeatFromNow(Duration pause, Runnable work) {
        thread.repeat(Duration.ZERO, pause, work);
    }

    @Override
    public void destroy() {
        thread.close();
    }
}
