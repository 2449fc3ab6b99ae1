package io.mallhub.connectors.mapping;

import java.util.Arrays;
import net.sf.saxon.s9api.ExtensionFunction;
import net.sf.saxon.s9api.ItemType;
import net.sf.saxon.s9api.OccurrenceIndicator;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.SequenceType;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmEmptySequence;
import net.sf.saxon.s9api.XdmValue;
import org.jspecify.annotations.Nullable;

/** A conversion as XPath sees it. */
final class XPathFunction implements ExtensionFunction {
    private static final SequenceType OPTIONAL_TEXT =
            SequenceType.makeSequenceType(
                    ItemType.ANY_ATOMIC_VALUE, OccurrenceIndicator.ZERO_OR_ONE);

    private final QName name;
    private final Conversions.Function function;

    XPathFunction(String namespace, Conversions.Function function) {
        this.name = new QName(namespace, function.name());
        this.function = function;
    }

    @Override
    public QName getName() {
        return name;
    }

    @Override
    public SequenceType getResultType() {
        return OPTIONAL_TEXT;
    }

    @Override
    public SequenceType[] getArgumentTypes() {
        SequenceType[] types = new SequenceType[function.arguments()];
        Arrays.fill(types, OPTIONAL_TEXT);
        return types;
    }

    @Override
    public XdmValue call(XdmValue[] arguments) throws SaxonApiException {
        try {
            Object result =
                    function.apply(Arrays.stream(arguments).map(XPathFunction::text).toList());
            return result == null
                    ? XdmEmptySequence.getInstance()
                    : new XdmAtomicValue(result.toString());
        } catch (IllegalArgumentException e) {
            throw new SaxonApiException(e.getMessage());
        }
    }

    private static @Nullable String text(XdmValue value) {
        return value.isEmpty() ? null : value.itemAt(0).getStringValue();
    }
}
