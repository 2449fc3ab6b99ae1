package io.mallhub.simulator.soap;

import io.mallhub.simulator.kernel.Numbers;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.transform.Source;
import javax.xml.transform.sax.SAXSource;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * A reply element, field by field, in the formats of this service: local times without zone, plain
 * decimals. It goes out as CXF writes it, without being text in between.
 */
final class SoapReply {

    static final String NAMESPACE = "urn:haitang:ht2005";
    static final ZoneId ZONE = Numbers.ZONE;

    private static final DateTimeFormatter LOCAL_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZONE);
    private static final Attributes NONE = new AttributesImpl();

    private final String element;
    private final List<Step> steps = new ArrayList<>();

    private SoapReply(String element) {
        this.element = element;
    }

    static SoapReply success(SoapCall call) {
        return new SoapReply(call.name() + "Response").field("IsSuccess", "true");
    }

    static SoapReply refusal(SoapCall call, String code, String message) {
        return new SoapReply(call.name() + "Response")
                .field("IsSuccess", "false")
                .field("FErrCode", code)
                .field("FMessage", message);
    }

    SoapReply open(String name) {
        steps.add(new Step.Open(name));
        return this;
    }

    SoapReply close() {
        steps.add(new Step.Close());
        return this;
    }

    SoapReply field(String name, String value) {
        steps.add(new Step.Field(name, value));
        return this;
    }

    /** Leaves the field out where there is no value. */
    SoapReply optional(String name, @Nullable String value) {
        return value == null ? this : field(name, value);
    }

    SoapReply field(String name, BigDecimal value) {
        return field(name, value.toPlainString());
    }

    SoapReply field(String name, Instant time) {
        return field(name, LOCAL_TIME.format(time));
    }

    SoapReply field(String name, LocalDate date) {
        return field(name, date.toString());
    }

    SoapReply forbidden(boolean forbidden) {
        return field("FForbidStatus", forbidden ? "Y" : "N");
    }

    Source finish() {
        return new SAXSource(new Reading(), new InputSource());
    }

    private void write(ContentHandler xml) throws SAXException {
        Deque<String> open = new ArrayDeque<>();
        xml.startDocument();
        xml.startPrefixMapping("", NAMESPACE);
        start(xml, open, element);
        for (Step step : steps) {
            switch (step) {
                case Step.Open inner -> start(xml, open, inner.name());
                case Step.Close _ -> end(xml, open);
                case Step.Field field -> {
                    start(xml, open, field.name());
                    xml.characters(field.value().toCharArray(), 0, field.value().length());
                    end(xml, open);
                }
            }
        }
        end(xml, open);
        xml.endPrefixMapping("");
        xml.endDocument();
    }

    private static void start(ContentHandler xml, Deque<String> open, String name)
            throws SAXException {
        open.push(name);
        xml.startElement(NAMESPACE, name, name, NONE);
    }

    private static void end(ContentHandler xml, Deque<String> open) throws SAXException {
        String name = open.pop();
        xml.endElement(NAMESPACE, name, name);
    }

    /** What is written, in its order. */
    private sealed interface Step {
        record Open(String name) implements Step {}

        record Close() implements Step {}

        record Field(String name, String value) implements Step {}
    }

    /** Reads the reply as if it were parsed. */
    private final class Reading extends XMLFilterImpl {
        @Override
        public void parse(InputSource nothing) throws SAXException {
            write(getContentHandler());
        }

        @Override
        public void setFeature(String name, boolean value) {
            // Namespaces are told anyway, and there is nothing else to be chosen.
        }

        @Override
        public void setProperty(String name, Object value) {
            // No comments, no CDATA sections.
        }
    }
}
