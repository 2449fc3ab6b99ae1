package io.mallhub.connectors.definition;

import io.mallhub.connectors.ErpClients.DefinitionInvalid;
import io.mallhub.connectors.definition.Definition.Format;
import io.mallhub.connectors.mapping.WellFormed;
import java.util.Map;

/** Finds out on load whether a request template makes well-formed requests. */
final class RequestTrial {
    private final String file;
    private final Format format;

    RequestTrial(String file, Format format) {
        this.file = file;
        this.format = format;
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
                WellFormed.xml(request);
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
