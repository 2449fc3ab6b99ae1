package io.mallhub.identity.internal;

import io.mallhub.identity.BuyerRight;
import io.mallhub.identity.BuyerView;
import io.mallhub.shared.CustomerId;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;

/** Acts for one company, from the day it is made. */
@Entity
@DiscriminatorValue("BUYER")
class BuyerAccount extends Account {
    private UUID company;
    private String phone;

    @ElementCollection(fetch = FetchType.EAGER)
    @BatchSize(size = 200)
    @CollectionTable(name = "buyer_right", joinColumns = @JoinColumn(name = "account"))
    @Column(name = "buyer_right")
    @Enumerated(EnumType.STRING)
    private Set<BuyerRight> rights = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected BuyerAccount() {}

    BuyerAccount(
            Login login,
            String name,
            String passwordHash,
            CustomerId company,
            String phone,
            Set<BuyerRight> rights,
            Instant now) {
        super(login, name, passwordHash, now);
        this.company = company.value();
        this.phone = phone;
        this.rights.addAll(rights);
    }

    BuyerView view() {
        return new BuyerView(
                id(),
                new CustomerId(company),
                login().shown(),
                name(),
                phone,
                Set.copyOf(rights),
                isEnabled(),
                passwordVersion());
    }
}
