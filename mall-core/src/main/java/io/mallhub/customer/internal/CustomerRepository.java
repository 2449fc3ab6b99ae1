package io.mallhub.customer.internal;

import io.mallhub.customer.CustomerState;
import io.mallhub.customer.CustomerType;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CustomerRepository extends Repository<Customer, UUID> {
    Customer save(Customer customer);

    Customer saveAndFlush(Customer customer);

    Optional<Customer> findById(UUID id);

    /** The customer with each of its current documents, by type; with null where it has none. */
    @Query(
            """
            select c, d from Customer c left join Document d on d.customer = c.id and d.current
            where c.id = :id order by d.type
            """)
    List<WithDocument> withDocuments(UUID id);

    record WithDocument(Customer customer, @Nullable Document document) {}

    List<Customer> findByIdIn(Collection<UUID> ids);

    Optional<Customer> findByNumber(String number);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Customer c where c.id = :id")
    Optional<Customer> lockById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Customer c where c.number = :number")
    Optional<Customer> lockByNumber(String number);

    /** Who has news of the same ERP number at the same moment waits here. */
    @Query(
            nativeQuery = true,
            value = "select 1 from pg_advisory_xact_lock(hashtextextended(:erpNumber, 100))")
    int reserveErpNumber(String erpNumber);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Customer> findByErpNumber(String erpNumber);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Customer c where c.company.uscc = :uscc order by c.number")
    List<Customer> lockByUscc(String uscc);

    @Query(
            """
            select c from Customer c
            where c.state = CustomerState.ACTIVE and c.number > :after order by c.number
            """)
    List<Customer> active(String after, Limit limit);

    /** Of one USCC the ERP may have two; the older one then is the company's. */
    default Optional<Customer> ofErp(Customer company) {
        return company.company().uscc().isEmpty()
                ? Optional.empty()
                : ofErp(company.id().value(), company.company().uscc(), Limit.of(1)).stream()
                        .findFirst();
    }

    @Query(
            """
            select c from Customer c
            where c.company.uscc = :uscc and c.id <> :but and c.erpNumber is not null
              and c.state = CustomerState.APPLICANT
              and not exists (select a from Application a where a.customer = c.id)
            order by c.number
            """)
    List<Customer> ofErp(UUID but, String uscc, Limit limit);

    /** Others that could be the same company; closed records don't count. */
    @Query(
            """
            select c from Customer c
            where c.id <> :but and c.state <> CustomerState.CLOSED
              and (c.company.uscc = :uscc and :uscc <> '' or c.company.name = :name)
            order by c.number
            """)
    List<Customer> likes(UUID but, String uscc, String name, Limit limit);

    @Query(
            """
            select c from Customer c
            where lower(c.company.salesperson) = :login
              and (:text is null
                   or lower(c.company.name) like :text escape '\\'
                   or lower(c.number) like :text escape '\\')
            order by c.number desc
            """)
    Page<Customer> broughtBy(String login, @Nullable String text, Pageable page);

    @Query(
            """
            select c from Customer c
            where c.company.salesperson is null
              and c.state in (CustomerState.ACTIVE, CustomerState.LOCKED)
            order by c.number
            """)
    Page<Customer> nobodys(Pageable pageable);

    @Query(
            """
            select c from Customer c
            where c.priceLevel = :level and c.state = CustomerState.ACTIVE order by c.number
            """)
    Page<Customer> ofLevel(String level, Pageable page);

    @Query(
            """
            select c from Customer c
            where c.company.type = :type and c.state = CustomerState.ACTIVE order by c.number
            """)
    Page<Customer> ofType(CustomerType type, Pageable page);

    @Query(
            """
            select c from Customer c
            where c.company.region like concat(:region, '%') and c.state = CustomerState.ACTIVE
            order by c.number
            """)
    Page<Customer> ofRegion(String region, Pageable page);

    @Query(
            """
            select c from Customer c
            where (:state is null or c.state = :state)
              and (:text is null
                   or lower(c.company.name) like :text escape '\\'
                   or lower(c.number) like :text escape '\\'
                   or lower(c.company.uscc) like :text escape '\\'
                   or lower(c.erpNumber) like :text escape '\\')
            """)
    Page<Customer> page(@Nullable CustomerState state, @Nullable String text, Pageable page);
}
