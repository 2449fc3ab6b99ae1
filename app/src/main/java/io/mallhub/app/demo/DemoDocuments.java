package io.mallhub.app.demo;

import io.mallhub.customer.DocumentData;
import io.mallhub.customer.DocumentType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Papers of the demo's pharmacy: samples, marked as such. */
record DemoDocuments(DocumentData data, String fileName) {
    private static final String OFFICE = "福州市市场监督管理局";

    static Stream<DemoDocuments> all() {
        return Stream.of(
                document(
                        DocumentType.BUSINESS_LICENCE,
                        "91350100M000100Y43",
                        OFFICE,
                        null,
                        "business-licence.pdf"),
                new DemoDocuments(
                        new DocumentData(
                                DocumentType.DRUG_DISTRIBUTION_LICENCE,
                                "闽DA591000123",
                                OFFICE,
                                LocalDate.of(2024, 7, 1),
                                LocalDate.of(2029, 6, 30),
                                Set.of(
                                        "PRESCRIPTION",
                                        "OTC_A",
                                        "OTC_B",
                                        "BIOLOGICAL",
                                        "TCM_PIECES")),
                        "drug-licence.pdf"),
                document(
                        DocumentType.PURCHASER_AUTHORISATION,
                        "SQ-2026-01",
                        "福州康宁大药房有限公司",
                        LocalDate.of(2027, 12, 31),
                        "authorisation.pdf"),
                document(
                        DocumentType.QUALITY_AGREEMENT,
                        "ZL-2026-01",
                        "福州康宁大药房有限公司",
                        LocalDate.of(2027, 12, 31),
                        "quality-agreement.pdf"),
                document(
                        DocumentType.INVOICING_DATA,
                        "KP-2026-01",
                        "福州康宁大药房有限公司",
                        null,
                        "invoicing.pdf"));
    }

    private static DemoDocuments document(
            DocumentType type,
            String number,
            String issuer,
            @Nullable LocalDate until,
            String fileName) {
        return new DemoDocuments(
                new DocumentData(type, number, issuer, LocalDate.of(2026, 1, 5), until, Set.of()),
                fileName);
    }

    byte[] content() {
        try (InputStream file =
                Objects.requireNonNull(
                        DemoDocuments.class.getResourceAsStream("/demo/" + fileName), fileName)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
