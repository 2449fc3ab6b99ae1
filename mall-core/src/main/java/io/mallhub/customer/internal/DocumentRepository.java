package io.mallhub.customer.internal;

import io.mallhub.customer.DocumentType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface DocumentRepository extends Repository<Document, UUID> {
    Document save(Document document);

    Document saveAndFlush(Document document);

    Optional<Document> findById(UUID id);

    List<Document> findByApplicationOrderByTypeAscVersionDesc(UUID application);

    /** A list as parameter is translated to SQL anew each time: for pages, not for one customer. */
    List<Document> findByCustomerInAndCurrentTrueOrderByType(Collection<UUID> customers);

    @Query("select d from Document d where d.customer = :customer and d.current order by d.type")
    List<Document> currentOf(UUID customer);

    List<Document> findByCustomerAndTypeOrderByVersionDesc(UUID customer, DocumentType type);

    long countByApplication(UUID application);

    /** Current documents of other, not closed customers with the same number. */
    @Query(
            """
            select c from Customer c join Document d on d.customer = c.id
            where d.current and d.type = :type and d.number = :number and c.id <> :but
              and c.state <> CustomerState.CLOSED
            order by c.number
            """)
    List<Customer> othersWith(DocumentType type, String number, UUID but, Limit limit);
}
