package io.mallhub.stock.internal;

import io.mallhub.shared.Quantity;
import io.mallhub.stock.StockSnapshot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Batches as the text they are kept in (JSON): one row per product, replaced as a whole. */
final class BatchesText {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Kept>> BATCHES = new TypeReference<>() {};
    private static final ObjectWriter WRITER = JSON.writerFor(BATCHES);

    private BatchesText() {}

    record Kept(String number, @Nullable String expiry, String onHand, String allocated) {
        static Kept of(StockSnapshot.Batch batch) {
            LocalDate expiry = batch.expiry();
            return new Kept(
                    batch.number(),
                    expiry == null ? null : expiry.toString(),
                    batch.onHand().toString(),
                    batch.allocated().toString());
        }

        StockSnapshot.Batch batch() {
            return new StockSnapshot.Batch(
                    number,
                    expiry == null ? null : LocalDate.parse(expiry),
                    quantity(onHand),
                    quantity(allocated));
        }

        private static Quantity quantity(String text) {
            return new Quantity(new BigDecimal(text));
        }
    }

    static String write(List<StockSnapshot.Batch> batches) {
        return WRITER.writeValueAsString(batches.stream().map(Kept::of).toList());
    }

    static List<StockSnapshot.Batch> read(String text) {
        return JSON.readValue(text, BATCHES).stream().map(Kept::batch).toList();
    }
}
