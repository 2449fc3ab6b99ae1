package io.mallhub.connectors.definition;

import io.mallhub.connectors.ErpClients.DefinitionInvalid;
import io.mallhub.connectors.definition.Definition.Format;
import io.mallhub.connectors.mapping.WellFormed;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds out on load whether a request template makes well-formed requests. */
final class RequestTrial {
    private static final Pattern ENVELOPE = Pattern.compile("<(\\w+:)?Envelope\\b");

    private final String file;
    private final Format format;
    private final boolean soap;

    /**
     * @param soap whether it is the content of a SOAP Body unless it brings its own envelope: that
     *     may be several elements
     */
    RequestTrial(String file, Format format, boolean soap) {
        this.file = file;
        this.format = format;
        this.soap = soap;
    }

    RequestTemplate compile(String text) {
        try {
            return RequestTemplate.of(text, format == Format.XML ? Escape.XML : Escape.JSON);
        } catch (RequestTemplate.Invalid e) {
            throw new DefinitionInvalid(file + ":" + e.line(), String.valueOf(e.getMessage()));
        }
    }

    void render(RequestTemplate template, Map<String, Object> sample) {
        String request;
        try {
            request = template.render(sample);
        } catch (RequestTemplate.Invalid e) {
            throw new DefinitionInvalid(file + ":" + e.line(), String.valueOf(e.getMessage()));
        }
        try {
            if (format == Format.XML) {
                WellFormed.xml(
                        soap && !ENVELOPE.matcher(request).find()
                                ? "<Body>" + request + "</Body>"
                                : request);
            } else {
                WellFormed.json(request);
            }
        } catch (WellFormed.Not e) {
            throw new DefinitionInvalid(
                    file + ":" + e.line(),
                    "filled with sample values it is not well-formed: " + e.getMessage());
        }
    }
}
