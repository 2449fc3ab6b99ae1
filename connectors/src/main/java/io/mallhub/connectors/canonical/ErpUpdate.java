package io.mallhub.connectors.canonical;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the mall has changed of a record the ERP has: all fields both sides may change, as they are
 * to be. The same again changes nothing.
 *
 * @param code the ERP's key
 * @param reference what the mall calls it, for people who read the messages
 * @param fields of a product name, dosageForm, strength, category; of a customer name, address,
 *     contact, phone
 * @param version the ERP's, as last read: it refuses the change if somebody was faster; null where
 *     it counts none
 */
public record ErpUpdate(
        String code, String reference, Map<String, String> fields, @Nullable Long version) {
    public ErpUpdate {
        fields = Map.copyOf(fields);
    }
}
