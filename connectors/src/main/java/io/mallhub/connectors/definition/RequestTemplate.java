package io.mallhub.connectors.definition;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with {@code ${name}}, {@code ${#name} … ${/name}} (if there, or for each) and {@code
 * ${^name} … ${/name}} (if not there). Values are always escaped for the format they go into.
 */
public final class RequestTemplate {
    /** Mustache's own ways around escaping, partials and delimiters: data must not have them. */
    private static final Pattern FORBIDDEN = Pattern.compile("\\$\\{\\s*[&{>=]");

    /** Where the library says so, in its message. */
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    private final Template template;

    private RequestTemplate(Template template) {
        this.template = template;
    }

    /**
     * @throws Invalid with the line, when it is no template
     */
    static RequestTemplate of(String text, Escape escape) {
        if (FORBIDDEN.matcher(text).find()) {
            throw new Invalid(1, "values can't be put in without escaping");
        }
        try {
            return new RequestTemplate(
                    Mustache.compiler()
                            .withDelims("${ }")
                            .withEscaper(escape::apply)
                            .emptyStringIsFalse(true)
                            .nullValue("")
                            .compile(text));
        } catch (MustacheException e) {
            String message = String.valueOf(e.getMessage());
            Matcher line = LINE.matcher(message);
            throw new Invalid(line.find() ? Integer.parseInt(line.group(1)) : 1, message);
        }
    }

    /**
     * @throws Invalid when it asks for a name that is not there
     */
    public String render(Map<String, ?> variables) {
        try {
            return template.execute(variables);
        } catch (MustacheException.Context e) {
            throw new Invalid(e.lineNo, "there is no value named '" + e.key + "' here");
        }
    }

    /** Not a template of this language, or not of these names. */
    static final class Invalid extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int line;

        Invalid(int line, String message) {
            super(message);
            this.line = line;
        }

        int line() {
            return line;
        }
    }
}
