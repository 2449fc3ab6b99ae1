package io.mallhub.simulator.fault;

import io.mallhub.simulator.kernel.Protocol;
import io.mallhub.simulator.kernel.RefusalCode;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The effect of each {@link FaultKind}: a further kind is one more entry here. */
@Component
class FaultEffects {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}+");

    private final Map<FaultKind, FaultEffect> effects = new EnumMap<>(FaultKind.class);

    private final Drift drift;
    private final Overtaking overtaking;

    FaultEffects(Drift drift, Overtaking overtaking) {
        this.drift = drift;
        this.overtaking = overtaking;
        effects.put(FaultKind.DELAY, FaultEffects::delay);
        effects.put(FaultKind.DROP_BEFORE_COMMIT, (fault, call) -> call.drop());
        effects.put(
                FaultKind.DROP_AFTER_COMMIT,
                (fault, call) -> {
                    call.proceedAndKeepReply();
                    call.drop();
                });
        effects.put(FaultKind.HTTP_500, (fault, call) -> status(500, fault, call));
        effects.put(FaultKind.HTTP_503, (fault, call) -> status(503, fault, call));
        effects.put(FaultKind.HTTP_429, (fault, call) -> status(429, fault, call));
        effects.put(FaultKind.TRUNCATED_REPLY, FaultEffects::truncate);
        effects.put(FaultKind.FAILURE_IN_200, (fault, call) -> refuse(RefusalCode.BUSY, call));
        effects.put(
                FaultKind.DUPLICATE_DELIVERY,
                (fault, call) -> {
                    call.proceedAndKeepReply();
                    call.response().reset();
                    call.proceed();
                });
        effects.put(FaultKind.REORDERING, this::reorder);
        effects.put(
                FaultKind.SESSION_LOSS, (fault, call) -> refuse(RefusalCode.SESSION_LOST, call));
        effects.put(
                FaultKind.GBK_BYTES,
                (fault, call) ->
                        rewrite(call, reply -> reply.getBytes(Charset.forName("GB18030"))));
        effects.put(
                FaultKind.BAD_CHARACTERS, (fault, call) -> rewrite(call, FaultEffects::spoiled));
        effects.put(
                FaultKind.PAGING_DRIFT,
                (fault, call) -> {
                    drift.move(call.operation());
                    call.proceed();
                });
    }

    FaultEffect of(FaultKind kind) {
        FaultEffect effect = effects.get(kind);
        if (effect == null) {
            throw new IllegalStateException("no effect for " + kind);
        }
        return effect;
    }

    private static void delay(FaultOrder fault, InterceptedCall call)
            throws IOException, ServletException {
        Integer millis = fault.delayMillis();
        long until = System.nanoTime() + (millis == null ? 0 : millis) * 1_000_000L;
        for (long rest = until - System.nanoTime(); rest > 0; rest = until - System.nanoTime()) {
            LockSupport.parkNanos(rest);
        }
        call.proceed();
    }

    private static void status(int status, FaultOrder fault, InterceptedCall call)
            throws IOException {
        Integer seconds = fault.retryAfterSeconds();
        if (seconds != null) {
            call.response().setHeader("Retry-After", seconds.toString());
        }
        call.reply(status, "text/plain;charset=UTF-8", "HTTP " + status + " by fault switch");
    }

    private static void truncate(FaultOrder fault, InterceptedCall call)
            throws IOException, ServletException {
        byte[] whole = call.proceedAndKeepReply();
        call.response().setContentLength(whole.length);
        call.response().getOutputStream().write(Arrays.copyOf(whole, whole.length / 2));
        call.response().flushBuffer();
        call.drop();
    }

    private void reorder(FaultOrder fault, InterceptedCall call)
            throws IOException, ServletException {
        Integer millis = fault.delayMillis();
        overtaking.letOvertake(millis == null ? 0 : millis);
        call.proceed();
    }

    /** Under the headers of the reply as it was, so what they say of the charset is wrong. */
    private static void rewrite(InterceptedCall call, Function<String, byte[]> change)
            throws IOException, ServletException {
        byte[] changed =
                change.apply(new String(call.proceedAndKeepReply(), StandardCharsets.UTF_8));
        call.response().setContentLength(changed.length);
        call.response().getOutputStream().write(changed);
    }

    /** A byte order mark before it, and a control character before each run of Chinese. */
    private static byte[] spoiled(String reply) {
        return utf8("\uFEFF" + CHINESE.matcher(reply).replaceAll("\u0001$0"));
    }

    /** As the ERP refuses, with HTTP 200; nothing was carried out. */
    private static void refuse(RefusalCode code, InterceptedCall call) throws IOException {
        if (call.protocol() == Protocol.REST) {
            call.reply(
                    200,
                    "application/json",
                    "{\"code\":%d,\"msg\":\"%s\",\"data\":null}"
                            .formatted(code.rest(), code.text()));
        } else {
            call.reply(
                    200,
                    "text/xml;charset=UTF-8",
                    """
                    <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>\
                    <%1$sResponse xmlns="urn:haitang:ht2005"><IsSuccess>false</IsSuccess><FErrCode>%2$s</FErrCode>\
                    <FMessage>%3$s</FMessage></%1$sResponse></soap:Body></soap:Envelope>"""
                            .formatted(call.name(), code.soap(), code.text()));
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
