package io.mallhub.returns.internal;

import io.mallhub.customer.DocumentFile;
import io.mallhub.customer.Pictures;
import io.mallhub.customer.Pictures.Seen;
import io.mallhub.returns.ReturnPhotos;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class PhotoDesk implements ReturnPhotos {
    /** Of one company, on all its forms: a form that is never sent must not fill the database. */
    private static final int MOST_UNSENT = 60;

    private static final Duration KEPT_UNSENT = Duration.ofDays(1);

    private final Pictures pictures;
    private final PhotoTable photos;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PhotoDesk(Pictures pictures, PhotoTable photos, TransactionTemplate transaction, Clock clock) {
        this.pictures = pictures;
        this.photos = photos;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The picture is looked at before the transaction begins: decoding takes its time. */
    @Override
    public Outcome attach(
            CustomerId company, String key, String fileName, byte[] content, Actor by) {
        ReturnSubmission.mustBeAKey(key);
        return switch (pictures.look(fileName, content)) {
            case Seen.Refused refused -> new Outcome.Refused(refused.problem(), refused.detail());
            case Seen.Picture picture ->
                    transaction.execute(status -> attach(company, key, picture, by));
        };
    }

    private Outcome attach(CustomerId company, String key, Seen.Picture picture, Actor by) {
        photos.lock(company, key);
        Optional<UUID> same = photos.same(company, key, picture.sha256());
        if (same.isPresent()) {
            return new Outcome.Attached(same.get());
        }
        if (photos.isSubmitted(company, key)) {
            return new Outcome.Refused("return.photos-sent", "");
        }
        Instant now = clock.instant();
        photos.throwAway(company, now.minus(KEPT_UNSENT));
        if (photos.attached(company, key).size() >= MOST) {
            return new Outcome.Refused("return.photos-too-many", String.valueOf(MOST));
        }
        if (photos.unsent(company) >= MOST_UNSENT) {
            return new Outcome.Refused(
                    "return.photos-too-many-unsent", String.valueOf(MOST_UNSENT));
        }
        return new Outcome.Attached(photos.add(company, key, picture, by, now));
    }

    @Override
    @Transactional
    public void remove(CustomerId company, String key, UUID photo) {
        photos.lock(company, key);
        photos.remove(company, key, photo);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Photo> attached(CustomerId company, String key) {
        return photos.attached(company, key);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Photo> of(String number) {
        return photos.of(number);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<DocumentFile> file(String number, UUID photo) {
        return photos.file(number, photo);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<DocumentFile> fileOf(CustomerId company, UUID photo) {
        return photos.fileOf(company, photo);
    }
}
