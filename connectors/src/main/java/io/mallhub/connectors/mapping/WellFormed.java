package io.mallhub.connectors.mapping;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Whether a text is XML or JSON, and if not, on which line. */
public final class WellFormed {
    private static final int DEPTH = 64;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private WellFormed() {}

    /**
     * @throws Not with the line
     */
    public static void xml(String text) {
        try {
            XMLReader reader = new SafeXml(DEPTH).reader();
            reader.setErrorHandler(new DefaultHandler());
            reader.parse(new InputSource(new StringReader(text)));
        } catch (SAXParseException e) {
            throw new Not(e.getLineNumber(), e);
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new Not(1, e);
        }
    }

    /**
     * @throws Not with the line
     */
    public static void json(String text) {
        try {
            JSON.readTree(text);
        } catch (JacksonException e) {
            throw new Not(e.getLocation() == null ? 1 : e.getLocation().getLineNr(), e);
        }
    }

    /** It is not well-formed. */
    public static final class Not extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int line;

        Not(int line, Exception cause) {
            super(cause.getMessage(), cause);
            this.line = line;
        }

        public int line() {
            return line;
        }
    }
}
