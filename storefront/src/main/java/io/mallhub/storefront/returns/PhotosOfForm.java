package io.mallhub.storefront.returns;

import io.mallhub.identity.BuyerView;
import io.mallhub.returns.ReturnPhotos;
import io.mallhub.returns.ReturnPhotos.Outcome;
import io.mallhub.returns.ReturnPhotos.Photo;
import io.mallhub.returns.SubmitReturnOutcome.LineProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Photos that come with the form of a return. */
@Component
class PhotosOfForm {
    private final ReturnPhotos photos;

    PhotosOfForm(ReturnPhotos photos) {
        this.photos = photos;
    }

    /** Keeps each that is a photo; what is wrong with the others. */
    List<LineProblem> take(
            BuyerView buyer, ReturnForm form, List<UUID> unwanted, List<MultipartFile> files) {
        unwanted.forEach(photo -> photos.remove(buyer.company(), form.key(), photo));
        List<LineProblem> problems = new ArrayList<>();
        for (MultipartFile file : files) {
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            boolean none = file.isEmpty() && name.isEmpty(); // a field that was left empty
            if (!none
                    && photos.attach(
                                    buyer.company(), form.key(), name, content(file), buyer.actor())
                            instanceof Outcome.Refused refused) {
                String detail = String.join(" ", name, refused.detail()).strip();
                problems.add(new LineProblem(-1, refused.problem(), detail));
            }
        }
        return problems;
    }

    List<Photo> of(BuyerView buyer, ReturnForm form) {
        return photos.attached(buyer.company(), form.key());
    }

    private static byte[] content(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
