package io.mallhub.notification;

import io.mallhub.identity.Role;
import io.mallhub.shared.CustomerId;

/** Who is told. */
public sealed interface Recipient {
    /** The stored word of this audience. */
    String audience();

    record Staff(String login) implements Recipient {
        @Override
        public String audience() {
            return "staff:" + login;
        }
    }

    /** Everybody who has the role when he looks; those who have it now get it by other channels. */
    record StaffGroup(Role role) implements Recipient {
        @Override
        public String audience() {
            return "group:" + role;
        }
    }

    /** All users of a buyer company. */
    record Company(CustomerId id) implements Recipient {
        @Override
        public String audience() {
            return "company:" + id.value();
        }
    }
}
