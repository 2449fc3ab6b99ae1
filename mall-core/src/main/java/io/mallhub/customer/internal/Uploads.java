package io.mallhub.customer.internal;

import io.mallhub.customer.DocumentData;
import io.mallhub.customer.Registrations.DocumentOutcome;
import io.mallhub.customer.internal.Inspection.Passed;
import io.mallhub.customer.internal.Inspection.Refused;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Documents as they come in: what is stated and the file are looked at, then they are kept. */
@Component
class Uploads {
    private final FileInspector inspector;
    private final TransactionTemplate transaction;

    Uploads(FileInspector inspector, TransactionTemplate transaction) {
        this.inspector = inspector;
        this.transaction = transaction;
    }

    /**
     * The file is looked at before the transaction begins: decoding takes its time.
     *
     * @param keep within the transaction; gets the statement made comparable
     */
    DocumentOutcome take(
            DocumentData data,
            String fileName,
            byte[] content,
            BiFunction<DocumentData, CheckedFile, DocumentOutcome> keep) {
        DocumentData stated = Statement.normalised(data);
        Optional<Refused> problem = Statement.problem(stated);
        Inspection inspection =
                problem.isPresent() ? problem.orElseThrow() : inspector.inspect(fileName, content);
        return switch (inspection) {
            case Refused refused ->
                    new DocumentOutcome.RefusedFile(refused.problem(), refused.detail());
            case Passed passed -> transaction.execute(status -> keep.apply(stated, passed.file()));
        };
    }
}
