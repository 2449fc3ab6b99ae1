package io.mallhub.promotion.internal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.mallhub.promotion.Benefit;
import io.mallhub.promotion.Conditions;
import io.mallhub.promotion.Goods;
import io.mallhub.promotion.Stacking;
import io.mallhub.shared.FieldsAsJson;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a rule says, as kept in its row. The words of the kinds are written here, and not taken from
 * the names of classes: rows outlive them.
 */
@Component
class PromotionText {
    private final JsonMapper json =
            FieldsAsJson.builder()
                    .addMixIn(Benefit.class, BenefitWords.class)
                    .addMixIn(Goods.class, GoodsWords.class)
                    .build();

    record Definition(Conditions conditions, Benefit benefit, Stacking stacking) {}

    String write(Definition definition) {
        return json.writeValueAsString(definition);
    }

    Definition read(String text) {
        return json.readValue(text, Definition.class);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Benefit.AmountOff.class, name = "amount-off"),
        @JsonSubTypes.Type(value = Benefit.UnitOff.class, name = "unit-off"),
        @JsonSubTypes.Type(value = Benefit.PercentOff.class, name = "percent-off"),
        @JsonSubTypes.Type(value = Benefit.GiftGoods.class, name = "gift"),
        @JsonSubTypes.Type(value = Benefit.SameGift.class, name = "same-gift")
    })
    private interface BenefitWords {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Goods.All.class, name = "all"),
        @JsonSubTypes.Type(value = Goods.Products.class, name = "products"),
        @JsonSubTypes.Type(value = Goods.Categories.class, name = "categories"),
        @JsonSubTypes.Type(value = Goods.Merchandise.class, name = "merchandise"),
        @JsonSubTypes.Type(value = Goods.Tags.class, name = "tags")
    })
    private interface GoodsWords {}
}
