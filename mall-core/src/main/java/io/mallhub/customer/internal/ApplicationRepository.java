package io.mallhub.customer.internal;

import io.mallhub.customer.ApplicationRow;
import io.mallhub.customer.ApplicationState;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ApplicationRepository extends Repository<Application, UUID> {
    Application save(Application application);

    Optional<Application> findByNumber(String number);

    Optional<Application> findFirstByCustomerOrderByCreatedAtDescNumberDesc(UUID customer);

    /** Every step on one application waits for the one before it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Application a where a.number = :number")
    Optional<Application> lockByNumber(String number);

    @Query(
            """
            select new io.mallhub.customer.ApplicationRow(
                a.number, c.company.name, c.company.type, a.state, a.round, a.submittedAt)
            from Application a join Customer c on c.id = a.customer
            where (:state is null or a.state = :state)
              and (:text is null
                   or lower(c.company.name) like :text escape '\\'
                   or lower(a.number) like :text escape '\\'
                   or lower(c.company.uscc) like :text escape '\\')
            """)
    Page<ApplicationRow> page(
            @Nullable ApplicationState state, @Nullable String text, Pageable page);
}
