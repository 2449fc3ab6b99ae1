package io.mallhub.returns;

import io.mallhub.customer.DocumentFile;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Photos of goods that are to go back. They are attached to the form of a return, under the
 * idempotency key it will be submitted with, and belong to the return as soon as it is submitted.
 * What is not submitted within a day is thrown away.
 */
public interface ReturnPhotos {
    /** Of one return. */
    int MOST = 6;

    /** The same picture again under the same key is there once. */
    Outcome attach(CustomerId company, String key, String fileName, byte[] content, Actor by);

    /** Takes a photo off a form that is not submitted; later, and for another company, a no-op. */
    void remove(CustomerId company, String key, UUID photo);

    /** In the order in which they were attached. */
    List<Photo> attached(CustomerId company, String key);

    /** In the order in which they were attached. */
    List<Photo> of(String number);

    /** Only a photo of this return. */
    Optional<DocumentFile> file(String number, UUID photo);

    /** The buyer's door: only a photo of his company, on a form or a return. */
    Optional<DocumentFile> fileOf(CustomerId company, UUID photo);

    record Photo(UUID id, String name) {}

    sealed interface Outcome {
        record Attached(UUID id) implements Outcome {}

        /**
         * @param problem message key: return.photos-too-many, return.photos-too-many-unsent,
         *     return.photos-sent, or why the file is no picture (document.…)
         */
        record Refused(String problem, String detail) implements Outcome {}
    }
}
