package io.mallhub.identity.internal;

import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
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
import org.hibernate.annotations.BatchSize;

@Entity
@DiscriminatorValue("STAFF")
class StaffAccount extends Account {
    @ElementCollection(fetch = FetchType.EAGER)
    @BatchSize(size = 200)
    @CollectionTable(name = "staff_role", joinColumns = @JoinColumn(name = "account"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = new HashSet<>();

    private String staffPhone = "";

    protected StaffAccount() {}

    StaffAccount(Login login, String name, String passwordHash, Set<Role> roles, Instant now) {
        super(login, name, passwordHash, now);
        this.roles.addAll(roles);
    }

    Set<Role> roles() {
        return Set.copyOf(roles);
    }

    boolean isAdmin() {
        return isEnabled() && roles.contains(Role.ADMIN);
    }

    void changeRoles(Set<Role> roles) {
        this.roles.clear();
        this.roles.addAll(roles);
    }

    String phone() {
        return staffPhone;
    }

    void setPhone(String phone) {
        staffPhone = phone;
    }

    StaffView view() {
        return new StaffView(
                id(), login().shown(), name(), roles(), isEnabled(), passwordVersion(), staffPhone);
    }
}
