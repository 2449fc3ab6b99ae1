package io.mallhub.returns;

import static io.mallhub.fixture.TradeFixtures.BUYER;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.fixture.AtOnce;
import io.mallhub.fixture.Files;
import io.mallhub.returns.ReturnPhotos.Outcome;
import io.mallhub.returns.ReturnPhotos.Outcome.Attached;
import io.mallhub.returns.ReturnPhotos.Outcome.Refused;
import io.mallhub.returns.ReturnPhotos.Photo;
import io.mallhub.shared.CustomerId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReturnPhotosTest extends ReturnTest {
    @Autowired ReturnPhotos photos;

    private final String key = UUID.randomUUID().toString();

    @Test
    void photosOfAFormBecomeThoseOfItsReturnInTheirOrder() {
        SubmitReturn command = goods.of(customer, order, 4);
        attach(command.idempotencyKey(), "one.jpg", Files.jpeg(40, 30));
        attach(command.idempotencyKey(), "two.png", Files.png(50, 30));
        assertThat(photos.attached(customer, command.idempotencyKey())).hasSize(2);

        String number = goods.submitted(command);

        assertThat(photos.of(number)).extracting(Photo::name).containsExactly("one.jpg", "two.png");
        UUID second = photos.of(number).getLast().id();
        assertThat(photos.file(number, second))
                .hasValueSatisfying(it -> assertThat(it.mediaType()).isEqualTo("image/png"))
                .hasValueSatisfying(it -> assertThat(it.content()).isEqualTo(Files.png(50, 30)));
    }

    @Test
    void aReturnOfAnotherFormHasNoneOfThem() {
        attach(key, "one.jpg", Files.jpeg(40, 30));

        assertThat(photos.of(goods.submitted(goods.of(customer, order, 4)))).isEmpty();
    }

    @Test
    void nobodyElseSeesOrTakesAwayAPhoto() {
        UUID photo = attach(key, "one.jpg", Files.jpeg(40, 30));
        CustomerId other = new CustomerId(UUID.randomUUID());
        String number = goods.submitted(goods.of(customer, order, 4));

        photos.remove(other, key, photo);

        assertThat(photos.fileOf(customer, photo)).isPresent();
        assertThat(photos.fileOf(other, photo)).isEmpty();
        assertThat(photos.attached(other, key)).isEmpty();
        assertThat(photos.file(number, photo)).as("of another return").isEmpty();
    }

    @Test
    void onlyPicturesAreTakenWhateverTheirNameSays() {
        assertThat(outcome("one.jpg", Files.pdf("goods")))
                .isEqualTo(new Refused("document.not-a-picture", "one.pdf"));
        assertThat(outcome("one.jpg", "<script>".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo(new Refused("document.not-a-picture-or-pdf", ""));
        assertThat(outcome("one.jpg", new byte[0])).isInstanceOf(Refused.class);
        assertThat(photos.attached(customer, key)).isEmpty();
    }

    @Test
    void theSamePictureIsThereOnceAndASeventhIsRefusedHoweverManyComeAtOnce() throws Exception {
        List<Outcome> outcomes = AtOnce.run(8, i -> outcome(i + ".png", Files.png(20 + i, 20)));

        assertThat(outcomes).filteredOn(Attached.class::isInstance).hasSize(ReturnPhotos.MOST);
        assertThat(outcomes)
                .filteredOn(Refused.class::isInstance)
                .containsOnly(new Refused("return.photos-too-many", "6"));
        Photo first = photos.attached(customer, key).getFirst();
        int width = 20 + Integer.parseInt(first.name().replace(".png", ""));
        assertThat(outcome("again.png", Files.png(width, 20))).isEqualTo(new Attached(first.id()));
    }

    @Test
    void aPhotoIsTakenOffAFormButNotOffAReturn() {
        SubmitReturn command = goods.of(customer, order, 4);
        String form = command.idempotencyKey();
        UUID unwanted = attach(form, "one.jpg", Files.jpeg(40, 30));
        UUID kept = attach(form, "two.jpg", Files.jpeg(50, 30));
        photos.remove(customer, form, unwanted);
        String number = goods.submitted(command);

        photos.remove(customer, form, kept);

        assertThat(photos.of(number)).extracting(Photo::id).containsExactly(kept);
        assertThat(photos.attach(customer, form, "three.jpg", Files.jpeg(60, 30), BUYER))
                .isEqualTo(new Refused("return.photos-sent", ""));
    }

    @Test
    void whatIsNotSentWithinADayIsThrownAwayAndTooMuchOfItRefused() {
        UUID old = attach(key, "old.jpg", Files.jpeg(40, 30));
        clock.set("2026-11-26T12:00:00");
        for (int form = 0; form < 10; form++) {
            for (int i = 0; i < ReturnPhotos.MOST; i++) {
                attach("form-" + form, i + ".png", Files.png(20 + i, 20));
            }
        }

        assertThat(photos.fileOf(customer, old)).isEmpty();
        assertThat(outcome("one.jpg", Files.jpeg(40, 30)))
                .isEqualTo(new Refused("return.photos-too-many-unsent", "60"));
    }

    private UUID attach(String form, String name, byte[] content) {
        Outcome outcome = photos.attach(customer, form, name, content, BUYER);
        assertThat(outcome).isInstanceOf(Attached.class);
        return ((Attached) outcome).id();
    }

    private Outcome outcome(String name, byte[] content) {
        return photos.attach(customer, key, name, content, BUYER);
    }
}
