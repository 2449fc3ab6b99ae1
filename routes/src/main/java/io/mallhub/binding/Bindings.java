package io.mallhub.binding;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which record of the mall is which record of an ERP. Mall ids as text: product and customer ids,
 * order numbers.
 */
public interface Bindings {
    /** Those that are known, by ERP id; one query. */
    Map<String, Link> byErpIds(String connection, Entity entity, Collection<String> erpIds);

    /** Mall ids of those that are known, by ERP id; one query. */
    Map<String, String> mallIds(String connection, Entity entity, Collection<String> erpIds);

    /** As {@link #byErpIds}, and nobody else changes them until the caller's transaction ends. */
    Map<String, Link> lockByErpIds(String connection, Entity entity, Collection<String> erpIds);

    /** Those that are known, by mall id; one query. */
    Map<String, Link> byMallIds(String connection, Entity entity, Collection<String> mallIds);

    default Optional<Link> byMallId(String connection, Entity entity, String mallId) {
        return Optional.ofNullable(byMallIds(connection, entity, List.of(mallId)).get(mallId));
    }

    /** All links of one record, by connection. */
    Map<String, Link> everywhere(Entity entity, String mallId);

    /**
     * Links or updates hashes, set-wise; a null hash leaves the stored one.
     *
     * @throws IllegalStateException when one of the ids is linked to something else
     */
    void link(String connection, Entity entity, Collection<Link> links);

    /** Forgets the link, if any: the record gets another ERP id. */
    void unlink(String connection, Entity entity, String mallId);

    /**
     * @param erpHash content last taken over from the ERP
     * @param sentHash content last written to the ERP
     * @param known null leaves the stored one; of entities that go one way always null
     */
    record Link(
            String mallId,
            String erpId,
            @Nullable String erpHash,
            @Nullable String sentHash,
            @Nullable Known known) {
        public Link(
                String mallId, String erpId, @Nullable String erpHash, @Nullable String sentHash) {
            this(mallId, erpId, erpHash, sentHash, null);
        }
    }
}
