package io.mallhub.customer.internal;

import io.mallhub.customer.Company;
import io.mallhub.customer.CustomerState;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A buyer company, from its first application or its first appearance in the ERP on. */
@Entity
class Customer {
    @Id private UUID id;
    private String number;

    @Enumerated(EnumType.STRING)
    private CustomerState state;

    @Embedded private Company company;
    private String priceLevel;
    private @Nullable String erpNumber;
    private @Nullable String lockReason;
    private Instant createdAt;
    @Version private @Nullable Long version;

    @ElementCollection
    @OrderColumn(name = "position")
    @CollectionTable(name = "customer_salesperson", joinColumns = @JoinColumn(name = "customer"))
    private List<SalesTerm> terms = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Customer() {}

    Customer(String number, Company company, Actor by, Instant now) {
        this.id = UUID.randomUUID();
        this.number = number;
        this.state = CustomerState.APPLICANT;
        this.company = company;
        this.priceLevel = "";
        this.createdAt = now;
        if (company.salesperson() != null) {
            sellTo(company.salesperson(), "", by, now);
        }
    }

    CustomerId id() {
        return new CustomerId(id);
    }

    String number() {
        return number;
    }

    CustomerState state() {
        return state;
    }

    boolean isActive() {
        return state == CustomerState.ACTIVE;
    }

    Company company() {
        return company;
    }

    String level() {
        return priceLevel;
    }

    @Nullable String erpNumber() {
        return erpNumber;
    }

    @Nullable String lockReason() {
        return lockReason;
    }

    /** As the applicant states it, until the customer is active. */
    void restate(Company stated, Actor by, Instant now) {
        mustBe(CustomerState.APPLICANT, "restated");
        if (!Objects.equals(stated.salesperson(), company.salesperson())) {
            sellTo(stated.salesperson(), "", by, now);
        }
        company = stated;
    }

    /** From now on somebody else sells to it. */
    void assign(@Nullable String salesperson, String reason, Actor by, Instant now) {
        sellTo(salesperson, reason, by, now);
        company = company.soldToBy(salesperson);
    }

    private void sellTo(@Nullable String salesperson, String reason, Actor by, Instant now) {
        terms.add(new SalesTerm(salesperson, now, Person.of(by), reason));
    }

    /** Who sold to it, the present one last. */
    List<SalesTerm> terms() {
        return List.copyOf(terms);
    }

    /** As the ERP has it, and whatever of it the mall keeps: who sells to it is the mall's. */
    boolean follow(Company fromErp) {
        boolean changed = !company.equals(fromErp);
        company = fromErp;
        return changed;
    }

    void activate() {
        mustBe(CustomerState.APPLICANT, "activated");
        state = CustomerState.ACTIVE;
    }

    void lock(String reason) {
        mustBe(CustomerState.ACTIVE, "locked");
        state = CustomerState.LOCKED;
        lockReason = reason;
    }

    void unlock() {
        mustBe(CustomerState.LOCKED, "unlocked");
        state = CustomerState.ACTIVE;
        lockReason = null;
    }

    void changeLevel(String level) {
        priceLevel = level;
    }

    /** Returns whether it was news. */
    boolean linkErpNumber(String erp) {
        if (erp.equals(erpNumber)) {
            return false;
        }
        if (erpNumber != null) {
            throw new IllegalStateException(
                    number + " is " + erpNumber + " in the ERP, it cannot be " + erp + " too");
        }
        erpNumber = erp;
        return true;
    }

    /** The same company, known from the ERP, has registered itself: this record gives way to it. */
    void giveWayTo(Customer registered) {
        mustBe(CustomerState.APPLICANT, "merged");
        state = CustomerState.CLOSED;
        lockReason = "now " + registered.number();
        erpNumber = null;
    }

    private void mustBe(CustomerState needed, String done) {
        if (state != needed) {
            throw new IllegalStateException(
                    number + " is " + state + "; only " + needed + " can be " + done);
        }
    }
}
