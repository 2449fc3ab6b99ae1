package io.mallhub.customer.internal;

import io.mallhub.customer.DocumentData;
import io.mallhub.customer.DocumentState;
import io.mallhub.customer.DocumentType;
import io.mallhub.customer.DocumentView;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One version of one qualification document; its file is kept apart. */
@Entity
@Table(name = "qualification_document")
class Document {
    @Id private UUID id;
    private UUID customer;
    private UUID application;

    @Enumerated(EnumType.STRING)
    private DocumentType type;

    private String number;
    private String issuer;
    private @Nullable LocalDate issuedOn;
    private @Nullable LocalDate validUntil;
    private String[] scopeCodes;
    private int version;
    private boolean current;

    @Enumerated(EnumType.STRING)
    private DocumentState state;

    private String fileName;
    private String mediaType;
    private long size;
    private String sha256;
    private Instant uploadedAt;
    private String uploadedBy;
    private @Nullable String reason;
    private @Nullable String verifiedBy;
    private @Nullable Instant verifiedAt;

    @Version
    @Column(name = "lock_version")
    private @Nullable Long lockVersion;

    @SuppressWarnings("NullAway.Init")
    protected Document() {}

    Document(
            Application application,
            DocumentData data,
            int version,
            CheckedFile file,
            Actor by,
            Instant now) {
        this.id = UUID.randomUUID();
        this.customer = application.customer().value();
        this.application = application.id();
        describe(data, version, file, by, now);
        this.current = true;
        this.state = DocumentState.DRAFT;
    }

    /** A later version of the same document, before the reviewer and not in force. */
    static Document proposed(
            Document earlier,
            DocumentData data,
            int version,
            CheckedFile file,
            Actor by,
            Instant now) {
        Document proposed = new Document();
        proposed.id = UUID.randomUUID();
        proposed.customer = earlier.customer;
        proposed.application = earlier.application;
        proposed.describe(data, version, file, by, now);
        proposed.current = false;
        proposed.state = DocumentState.PENDING_REVIEW;
        return proposed;
    }

    private void describe(DocumentData data, int number, CheckedFile file, Actor by, Instant now) {
        this.type = data.type();
        this.number = data.number();
        this.issuer = data.issuer();
        this.issuedOn = data.issuedOn();
        this.validUntil = data.validUntil();
        this.scopeCodes = data.scopeCodes().stream().sorted().toArray(String[]::new);
        this.version = number;
        this.fileName = file.name();
        this.mediaType = file.mediaType();
        this.size = file.content().length;
        this.sha256 = file.sha256();
        this.uploadedAt = now;
        this.uploadedBy = by.id();
    }

    UUID id() {
        return id;
    }

    CustomerId customer() {
        return new CustomerId(customer);
    }

    boolean belongsTo(Application wanted) {
        return application.equals(wanted.id());
    }

    DocumentType type() {
        return type;
    }

    String number() {
        return number;
    }

    int version() {
        return version;
    }

    boolean isCurrent() {
        return current;
    }

    String fileName() {
        return fileName;
    }

    String mediaType() {
        return mediaType;
    }

    @Nullable LocalDate validUntil() {
        return validUntil;
    }

    boolean states(String scopeCode) {
        return Set.of(scopeCodes).contains(scopeCode);
    }

    DocumentData data() {
        return new DocumentData(type, number, issuer, issuedOn, validUntil, Set.of(scopeCodes));
    }

    DocumentState stateOn(LocalDate today) {
        return state.on(today, validUntil);
    }

    void supersede() {
        current = false;
    }

    /** Attached since the last round was handed in. */
    boolean isNew() {
        return state == DocumentState.DRAFT;
    }

    void handIn() {
        if (isNew()) {
            state = DocumentState.PENDING_REVIEW;
        }
    }

    boolean isPending() {
        return state == DocumentState.PENDING_REVIEW;
    }

    boolean isReturned() {
        return state == DocumentState.RETURNED;
    }

    void accept(String words, Actor by, Instant now) {
        decide(DocumentState.VALID, words, by, now);
    }

    void returnToApplicant(String words, Actor by, Instant now) {
        decide(DocumentState.RETURNED, words, by, now);
    }

    void reject(String words, Actor by, Instant now) {
        decide(DocumentState.REJECTED, words, by, now);
    }

    /** The version before it must have been superseded. */
    void comeIntoForce(String words, Actor by, Instant now) {
        mustBeProposed();
        current = true;
        note(DocumentState.VALID, words, by, now);
    }

    void sendBackProposal(String words, Actor by, Instant now) {
        mustBeProposed();
        note(DocumentState.RETURNED, words, by, now);
    }

    private void mustBeProposed() {
        if (current || state != DocumentState.PENDING_REVIEW) {
            throw new IllegalStateException(type + " version " + version + " is no proposal");
        }
    }

    private void decide(DocumentState decided, String words, Actor by, Instant now) {
        if (!current || state == DocumentState.DRAFT || state == DocumentState.REJECTED) {
            throw new IllegalStateException(
                    type + " version " + version + " is not before the reviewer");
        }
        note(decided, words, by, now);
    }

    private void note(DocumentState decided, String words, Actor by, Instant now) {
        state = decided;
        reason = words;
        verifiedBy = by.name();
        verifiedAt = now;
    }

    DocumentView view(LocalDate today) {
        return new DocumentView(
                id,
                data(),
                version,
                current,
                stateOn(today),
                fileName,
                mediaType,
                size,
                uploadedAt,
                reason,
                verifiedBy,
                verifiedAt);
    }
}
