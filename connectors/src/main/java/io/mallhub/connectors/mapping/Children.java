package io.mallhub.connectors.mapping;

import java.util.HashMap;
import java.util.Map;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * The child elements of a record by local name. Most fields are a plain name; looking them up here
 * gives what XPath would give at a fraction of its cost.
 */
record Children(Map<String, Object> values) {
    static Children of(XdmItem item) {
        Map<String, Object> values = new HashMap<>(64);
        if (item instanceof XdmNode node) {
            for (NodeInfo child : node.getUnderlyingNode().children()) {
                if (child.getNodeKind() == Type.ELEMENT) {
                    values.merge(
                            child.getLocalPart(),
                            child.getUnicodeStringValue().toString(),
                            (first, second) -> new Unreadable("has several values"));
                }
            }
        }
        return new Children(values);
    }

    /** Whether an XPath expression is nothing but the name of child elements. */
    static boolean isName(String expression) {
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
            if (!letter && (i == 0 || c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    @Nullable Object value(String name) {
        return values.get(name);
    }
}
