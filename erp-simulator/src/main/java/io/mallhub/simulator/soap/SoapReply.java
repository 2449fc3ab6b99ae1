package io.mallhub.simulator.soap;

import io.mallhub.simulator.kernel.Numbers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes a reply element, field by field, in the formats of this service: local times without zone,
 * plain decimals.
 */
final class SoapReply {

    static final String NAMESPACE = "urn:haitang:ht2005";
    static final ZoneId ZONE = Numbers.ZONE;

    private static final DateTimeFormatter LOCAL_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZONE);
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    private final XMLStreamWriter xml;

    private SoapReply(String element) throws XMLStreamException {
        xml = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
        xml.setDefaultNamespace(NAMESPACE);
        xml.writeStartElement(NAMESPACE, element);
        xml.writeDefaultNamespace(NAMESPACE);
    }

    static SoapReply success(SoapCall call) throws XMLStreamException {
        SoapReply reply = new SoapReply(call.name() + "Response");
        reply.field("IsSuccess", "true");
        return reply;
    }

    static SoapReply refusal(SoapCall call, String code, String message) throws XMLStreamException {
        SoapReply reply = new SoapReply(call.name() + "Response");
        reply.field("IsSuccess", "false").field("FErrCode", code).field("FMessage", message);
        return reply;
    }

    SoapReply open(String element) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, element);
        return this;
    }

    SoapReply close() throws XMLStreamException {
        xml.writeEndElement();
        return this;
    }

    SoapReply field(String name, String value) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, name);
        xml.writeCharacters(value);
        xml.writeEndElement();
        return this;
    }

    /** Leaves the field out where there is no value. */
    SoapReply optional(String name, @Nullable String value) throws XMLStreamException {
        return value == null ? this : field(name, value);
    }

    SoapReply field(String name, BigDecimal value) throws XMLStreamException {
        return field(name, value.toPlainString());
    }

    SoapReply field(String name, Instant time) throws XMLStreamException {
        return field(name, LOCAL_TIME.format(time));
    }

    SoapReply field(String name, LocalDate date) throws XMLStreamException {
        return field(name, date.toString());
    }

    SoapReply forbidden(boolean forbidden) throws XMLStreamException {
        return field("FForbidStatus", forbidden ? "Y" : "N");
    }

    Source finish() throws XMLStreamException {
        xml.writeEndElement();
        xml.flush();
        return new StreamSource(new ByteArrayInputStream(bytes.toByteArray()));
    }
}
