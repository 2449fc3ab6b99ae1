package io.mallhub.storefront.security;

import java.io.Serializable;
import java.security.Principal;

/** Who a session belongs to, and the password it was opened under. */
record SignedInBuyer(String login, int passwordVersion) implements Principal, Serializable {
    @Override
    public String getName() {
        return login;
    }
}
