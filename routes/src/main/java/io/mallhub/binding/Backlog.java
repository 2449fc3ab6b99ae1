package io.mallhub.binding;

import java.util.Optional;

/**
 * What the mall has and an ERP has not, because it was there before its kind went out: somebody
 * goes through all of it, a handful at a time, on whichever node.
 */
public interface Backlog {
    /** Asks for a look at all, in the caller's transaction; whoever is at it begins once more. */
    void request(String connection, Flow flow);

    /** Takes a connection that is asked for and may send, for two minutes. */
    Optional<Place> take(Flow flow);

    /** Goes on behind this record, at once. */
    void moveOn(Place place, String after);

    /** All was looked at. */
    void finish(Place place);

    /**
     * Goes on behind this record after a growing pause.
     *
     * @param again whether all is to be looked at once more in the end
     */
    void pause(Place place, String after, boolean again, String why);

    /**
     * @param token of a holder that was slower than another, nothing is noted
     * @param after the last record looked at; empty at the beginning
     */
    record Place(String connection, Flow flow, long token, String after) {}
}
