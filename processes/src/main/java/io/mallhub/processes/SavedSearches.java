package io.mallhub.processes;

import io.mallhub.identity.StaffView;
import java.util.List;

/** Searches with a name, shared by those who operate. */
public interface SavedSearches {
    /** By name. */
    List<SavedSearch> all();

    /**
     * Replaces one of the same name.
     *
     * @param name up to 60 characters
     * @param query parameters of the search page, up to 2,000 characters
     * @throws IllegalArgumentException if either is too long or the name is blank
     */
    void save(String name, String query, StaffView by);

    void delete(String name);

    record SavedSearch(String name, String query, String savedBy) {}
}
