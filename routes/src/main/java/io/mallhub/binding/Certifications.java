package io.mallhub.binding;

import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.util.List;
import java.util.Optional;

/** Connections put to the test: whether the ERP keeps what flows rely on. */
public interface Certifications {
    /**
     * Runs in the background on this node; what was found is there as it is found.
     *
     * @param writing also create, find and void documents: only in a test company
     * @return empty while the connection is being certified already
     * @throws IllegalArgumentException when there is no such connection
     */
    Optional<Long> start(String connection, boolean writing, Actor by);

    /** Newest first. */
    Page<Certification> page(String connection, PageRequest page);

    Optional<Certification> certification(long id);

    /** In the order they were made. */
    List<Certification.Check> checks(long id);
}
