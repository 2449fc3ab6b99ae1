package io.mallhub.processes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How the engine has been doing. */
public interface Curves {
    int HOURS = 24;

    /** The last {@value #HOURS} hours, oldest first, the present one as far as it has come. */
    List<Hour> lastDay();

    /**
     * @param ended instances that ended in it, however they did
     * @param incidents that arose in it, resolved or not
     * @param lag the longest that read models were behind
     */
    record Hour(Instant from, long ended, long incidents, Duration lag) {}
}
