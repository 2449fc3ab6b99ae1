package io.mallhub.customer.internal;

import io.mallhub.customer.ApplicationView.ReviewDecision;
import io.mallhub.customer.ArchivedDocument;
import io.mallhub.customer.DocumentFile;
import io.mallhub.customer.QualificationArchive;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ArchiveDesk implements QualificationArchive {
    private final ArchiveTable table;
    private final DocumentRepository documents;
    private final FileTable files;
    private final Clock clock;

    ArchiveDesk(ArchiveTable table, DocumentRepository documents, FileTable files, Clock clock) {
        this.table = table;
        this.documents = documents;
        this.files = files;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Page<ArchivedDocument> page(Query query, PageRequest page) {
        if (!page.sort().isEmpty()) {
            throw new IllegalArgumentException("The archive has one order, by company and kind");
        }
        Page<ArchivedDocument> bare = table.page(query, page, MallTime.today(clock));
        Map<UUID, List<ReviewDecision>> decisions =
                table.decisions(bare.items().stream().map(ArchivedDocument::id).toList());
        return bare.map(one -> with(one, decisions.getOrDefault(one.id(), List.of())));
    }

    private static ArchivedDocument with(ArchivedDocument one, List<ReviewDecision> decisions) {
        return new ArchivedDocument(
                one.id(),
                one.customerNumber(),
                one.customerName(),
                one.application(),
                one.data(),
                one.version(),
                one.current(),
                one.state(),
                one.fileName(),
                one.sha256(),
                one.uploadedAt(),
                one.uploadedBy(),
                decisions);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<DocumentFile> file(UUID document) {
        return documents.findById(document).flatMap(files::of);
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> casesOf(CustomerId customer) {
        return table.cases(customer.value());
    }
}
