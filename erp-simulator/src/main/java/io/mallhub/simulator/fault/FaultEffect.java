package io.mallhub.simulator.fault;

import jakarta.servlet.ServletException;
import java.io.IOException;

/** What one kind of fault does to a call. */
interface FaultEffect {

    /** Answers the call, or lets it go on by {@link InterceptedCall#proceed()}. */
    void apply(FaultOrder fault, InterceptedCall call) throws IOException, ServletException;
}
