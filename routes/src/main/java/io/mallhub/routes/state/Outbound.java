package io.mallhub.routes.state;

import io.mallhub.binding.Flow;
import io.mallhub.conflict.Field;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.canonical.ErpUpdate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What one kind of record is to the flow that takes the mall's changes out. */
public interface Outbound {
    Flow flow();

    /** Whether this ERP can be told and asked. */
    boolean possible(ErpClient erp);

    /** The latest state in the mall; empty when it is gone. */
    Optional<State> mall(String mallId);

    /** As {@link #mall}, of many at once; those that are gone are missing. */
    Map<String, State> malls(Collection<String> mallIds);

    /** As the ERP has it now. */
    Optional<Snapshot> read(ErpClient erp, String code);

    /**
     * Reads it and takes it over as the inbound flow would, in a transaction of its own.
     *
     * @return as read; empty when the ERP has no such record
     */
    Optional<Snapshot> absorb(String connection, String code);

    ErpClient.Updated write(ErpClient erp, ErpUpdate change);

    /** The form in which two ways to write the same are equal. */
    String plain(Field field, String value);

    /**
     * @param reference what people call it
     * @param values a field that is missing has no value to send
     */
    record State(String reference, Map<Field, String> values) {}
}
