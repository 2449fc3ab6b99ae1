package io.mallhub.simulator.soap;

import io.mallhub.simulator.kernel.Now;
import io.mallhub.simulator.kernel.Page;
import org.springframework.stereotype.Component;

/** The frame of every list reply: snapshot time, records, whether more follow. */
@Component
class SoapList {

    /** Writes one record. */
    @FunctionalInterface
    interface RecordWriter<T> {
        void write(SoapReply reply, T record);
    }

    private final Now now;

    SoapList(Now now) {
        this.now = now;
    }

    <T> SoapReply reply(SoapCall call, Page<T> page, RecordWriter<T> writer) {
        SoapReply reply = SoapReply.success(call).field("FServerTime", now.instant());
        for (T row : page.rows()) {
            writer.write(reply, row);
        }
        return reply.field("FHasMore", Boolean.toString(page.more()));
    }
}
