package io.mallhub.identity;

import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.UserId;
import java.util.Set;

/**
 * @param company the one company this user acts for; every read and write of a buyer is bound to it
 * @param passwordVersion counts changes of the password: a session opened under an older one is
 *     over
 */
public record BuyerView(
        UserId id,
        CustomerId company,
        String login,
        String name,
        String phone,
        Set<BuyerRight> rights,
        boolean enabled,
        int passwordVersion) {
    public Actor actor() {
        return Actor.buyer(login, name);
    }

    /** Whoever orders pays for it, and so does whoever sees the company's money. */
    public boolean mayPay() {
        return rights.contains(BuyerRight.ORDER) || rights.contains(BuyerRight.FINANCE);
    }
}
