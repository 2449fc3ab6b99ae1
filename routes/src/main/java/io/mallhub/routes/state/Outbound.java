package io.mallhub.routes.state;

import io.mallhub.binding.ErpConnections;
import io.mallhub.binding.Flow;
import io.mallhub.conflict.Field;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.canonical.ErpUpdate;
import io.mallhub.routes.inbound.Inbound;
import io.mallhub.routes.inbound.OnDemand;
import io.mallhub.shared.Actor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/** What one kind of record is to the flow that takes the mall's changes out. */
public abstract class Outbound<T> implements OnDemand {
    private final Inbound<T> inbound;
    private final ErpConnections connections;
    private final TransactionTemplate transaction;

    /**
     * @param inbound the flow that takes over what the ERP has changed of them
     */
    protected Outbound(
            Inbound<T> inbound, ErpConnections connections, TransactionTemplate transaction) {
        this.inbound = inbound;
        this.connections = connections;
        this.transaction = transaction;
    }

    public final Inbound<T> inbound() {
        return inbound;
    }

    public abstract Flow flow();

    @Override
    public final Flow reading() {
        return inbound.flow();
    }

    @Override
    public final boolean bring(String connection, String code) {
        return absorb(connection, code).isPresent();
    }

    /** Whether this ERP can be told and asked. */
    @Override
    public abstract boolean possible(ErpClient erp);

    /** Whether the ERP that is to get them fetches them itself: then nothing is written. */
    public boolean isFetched() {
        return false;
    }

    /** The latest state in the mall; empty when it is gone. */
    public final Optional<State> mall(String mallId) {
        return Optional.ofNullable(malls(List.of(mallId)).get(mallId));
    }

    /** As {@link #mall}, of many at once; those that are gone are missing. */
    public abstract Map<String, State> malls(Collection<String> mallIds);

    /** The ERP's record, by its key. */
    public abstract Optional<T> find(ErpClient erp, String code);

    public abstract Snapshot snapshot(T record);

    /** As the ERP has it now. */
    public final Optional<Snapshot> read(ErpClient erp, String code) {
        return find(erp, code).map(this::snapshot);
    }

    /**
     * Reads it and takes it over as the inbound flow would, in a transaction of its own.
     *
     * @return as read; empty when the ERP has no such record
     */
    public final Optional<Snapshot> absorb(String connection, String code) {
        Optional<T> there = find(connections.client(connection), code);
        there.ifPresent(
                record ->
                        transaction.executeWithoutResult(
                                status -> inbound.apply(connection, List.of(record))));
        return there.map(this::snapshot);
    }

    /**
     * The ERP has deleted it: it is not used here any more either.
     *
     * @return false for what goes on without the ERP
     */
    public boolean stop(String mallId, Actor by) {
        return false;
    }

    /** Records of the mall are created in the ERP when a document needs them there. */
    public boolean isCreatedOnDemand() {
        return false;
    }

    public abstract ErpClient.Updated write(ErpClient erp, ErpUpdate change);

    /** The form in which two ways to write the same are equal. */
    public abstract String plain(Field field, String value);

    /**
     * @param reference what people call it
     * @param values a field that is missing has no value to send
     */
    public record State(String reference, Map<Field, String> values) {}
}
