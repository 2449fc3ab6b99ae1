package io.mallhub.binding;

import io.mallhub.connectors.ErpClient;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The open way to each ERP, for the routes. */
public interface ErpConnections {
    /**
     * The shared client of a connection, opened anew after its settings changed. Not to be closed
     * by the caller.
     */
    ErpClient client(String connection);

    /** The connection that takes this entity out at present, paused or not. */
    Optional<String> taking(Entity entity);

    /** Why nothing may be sent over the flow now; empty when it may. */
    Optional<Closed> closed(String connection, Flow flow);

    /** The ERP asked to be left alone; all flows of the connection keep to it. */
    void leaveAlone(String connection, @Nullable Duration pause);

    /** The ERP refuses our credentials: pauses the connection with an alert until a person acts. */
    void credentialsRefused(String connection, String words);

    sealed interface Closed {
        /** In words. */
        String why();

        /** Paused, or the ERP asked to wait: until when is not ours to say. */
        record Stopped(String why) implements Closed {}

        /**
         * It is not one of the flow's hours, which are kept for records we send: an ERP that calls
         * chooses its time itself.
         *
         * @param lookAgain after so long; before it opens as well, for hours may be changed
         */
        record OutOfHours(String why, Duration lookAgain) implements Closed {}
    }
}
