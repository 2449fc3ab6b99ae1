package io.mallhub.routes.outbound;

import io.mallhub.routes.outbound.PaperPush.Done;
import io.mallhub.routes.outbound.PaperPush.Open;
import java.util.Objects;
import java.util.function.Function;
import org.apache.camel.builder.RouteBuilder;

/** A flow that takes documents out: a number in, what became of it out. */
public abstract class PaperRoute extends RouteBuilder {
    private final String id;
    private final PaperDesk desk;

    protected PaperRoute(String id, PaperDesk desk) {
        this.id = id;
        this.desk = desk;
    }

    /** Everything that is needed before anything is sent. */
    protected abstract PaperPush begin(String number);

    @Override
    public void configure() {
        Function<String, PaperPush> start = this::begin;
        var begun = from("direct:" + id).routeId(id).transform().body(String.class, start::apply);
        new AskSendAsk<>(Open.class, desk::ask, desk::send)
                .after(begun)
                .transform()
                .body(PaperPush.class, this::outcome);
    }

    private Done outcome(PaperPush push) {
        return switch (Objects.requireNonNull(push)) {
            case Done done -> done;
            case Open lost ->
                    desk.unavailable(lost, "It did not arrive; the next push sends it again");
        };
    }
}
