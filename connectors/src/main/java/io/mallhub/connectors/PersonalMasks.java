package io.mallhub.connectors;

import java.util.Set;

/**
 * Hides what tells of a person in what is kept of exchanges: whom to ask for, telephone, address,
 * bank account, e-mail, number of an identity card. Names of companies stay.
 */
public interface PersonalMasks {
    /** Stands for what is hidden. */
    String STARS = "***";

    /**
     * @param definition by which the connection reads and writes: its mapping and its templates say
     *     where such fields stand. One that is unknown says nothing; names and values that speak
     *     for themselves are hidden always.
     */
    Mask of(String definition);

    /** Of one definition. Never throws: what it cannot look into it hides as a whole. */
    interface Mask {
        /** The exchange for people to look at. */
        Exchange masked(Exchange kept);

        /**
         * One record, canonical or as received.
         *
         * @param record JSON, XML or any text
         */
        String record(String record);
    }

    /**
     * @param field of a canonical record, such as {@code receipts[1].receiver}
     */
    static boolean isPersonal(String field) {
        return Fields.PERSONAL.contains(field.substring(field.lastIndexOf('.') + 1));
    }

    /** Fields and variables of canonical records; they mean the same in all of them. */
    final class Fields {
        static final Set<String> PERSONAL =
                Set.of("contact", "phone", "address", "receiver", "party", "text", "note");

        private Fields() {}
    }
}
