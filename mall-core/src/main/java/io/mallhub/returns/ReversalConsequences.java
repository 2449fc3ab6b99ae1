package io.mallhub.returns;

import java.util.List;

/**
 * Outbound port, any number of beans: what another ledger would take or give back for a return. It
 * only foretells, until the return is settled; the posting follows {@link ReturnSettled}.
 */
public interface ReversalConsequences {
    List<Reversal.Consequence> of(String orderNumber, List<Reversal.Line> accepted);
}
