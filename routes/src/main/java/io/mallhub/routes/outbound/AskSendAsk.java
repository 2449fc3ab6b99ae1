package io.mallhub.routes.outbound;

import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.apache.camel.model.ProcessorDefinition;

/**
 * The steps of every route that must not send a record twice: ask the ERP where it may have the
 * record, send where it surely has not, and ask at once after an unknown outcome.
 *
 * @param <P> a push that has no outcome yet; any other body passes untouched
 */
public final class AskSendAsk<P extends AskSendAsk.Open> {
    /** A push that has no outcome yet. */
    public interface Open {
        /** The ERP may have the record: ask before anything is sent. */
        boolean ask();
    }

    private final Class<P> type;
    private final Function<P, ?> ask;
    private final Function<P, ?> send;

    public AskSendAsk(Class<P> type, Function<P, ?> ask, Function<P, ?> send) {
        this.type = type;
        this.ask = ask;
        this.send = send;
    }

    /** Appends the steps, and gives back where the route goes on. */
    public ProcessorDefinition<?> after(ProcessorDefinition<?> route) {
        return asked(asked(route).filter(open(false)).transform().body(type, send::apply).end());
    }

    private ProcessorDefinition<?> asked(ProcessorDefinition<?> route) {
        return route.filter(open(true)).transform().body(type, ask::apply).end();
    }

    private Predicate open(boolean toAsk) {
        return (Exchange exchange) ->
                type.isInstance(exchange.getMessage().getBody())
                        && type.cast(exchange.getMessage().getBody()).ask() == toAsk;
    }
}
