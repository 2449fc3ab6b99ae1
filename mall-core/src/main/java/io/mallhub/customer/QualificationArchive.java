package io.mallhub.customer;

import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every version of every document there ever was, with who decided what and when. Reads only. */
public interface QualificationArchive {
    /** By company, then kind, newest version first. */
    Page<ArchivedDocument> page(Query query, PageRequest page);

    Optional<DocumentFile> file(UUID document);

    /** Numbers of all applications and renewals of a company, oldest first. */
    List<String> casesOf(CustomerId customer);

    /**
     * Null means any.
     *
     * @param customer business number
     * @param text part of a company's name or number, or of a document's number
     */
    record Query(@Nullable String customer, @Nullable DocumentType type, @Nullable String text) {}
}
