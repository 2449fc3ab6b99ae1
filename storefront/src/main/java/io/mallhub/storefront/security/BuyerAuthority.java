package io.mallhub.storefront.security;

import io.mallhub.identity.BuyerRight;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Authorities of a buyer: {@link #BUYER}, and {@code BUYER_ORDER} for {@link BuyerRight#ORDER} and
 * so on.
 */
public final class BuyerAuthority {
    public static final String BUYER = "BUYER";
    public static final String ORDER = "BUYER_ORDER";
    public static final String FINANCE = "BUYER_FINANCE";
    public static final String MANAGE = "BUYER_MANAGE";

    private BuyerAuthority() {}

    static Set<GrantedAuthority> of(Set<BuyerRight> rights) {
        return Stream.concat(Stream.of(BUYER), rights.stream().map(right -> BUYER + "_" + right))
                .map(SimpleGrantedAuthority::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
