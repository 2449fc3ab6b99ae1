package io.mallhub.simulator.rest;

import io.mallhub.simulator.kernel.Now;
import io.mallhub.simulator.kernel.Page;
import io.mallhub.simulator.material.Material;
import io.mallhub.simulator.material.MaterialTexts;
import io.mallhub.simulator.material.Materials;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Materials. */
@RestController
class GoodsController {

    /** The fields are described in docs/erp-simulator.md, “Words”. */
    record Goods(
            String wlbm,
            String wlmc,
            String gg,
            String jx,
            String pzwh,
            String cyrzw,
            String cyryw,
            String cjzw,
            String cjyw,
            String bwm,
            String bwmbz,
            String dw,
            String sl,
            String bzj,
            int zt,
            long xgsj,
            String lb,
            long bbh) {}

    record Texts(
            @Nullable String wlmc,
            @Nullable String gg,
            @Nullable String jx,
            @Nullable String lb,
            @Nullable Long bbh) {
        MaterialTexts checked() {
            return new MaterialTexts(
                    Fields.text("wlmc", Fields.required("wlmc", wlmc)),
                    Fields.text("gg", gg),
                    Fields.text("jx", jx),
                    Fields.text("lb", lb));
        }
    }

    record Updated(String wlbm, long bbh, long xgsj) {}

    private final Materials materials;
    private final Now now;

    GoodsController(Materials materials, Now now) {
        this.materials = materials;
        this.now = now;
    }

    @GetMapping("/api/goods")
    Answer<Rows<Goods>> changed(
            @RequestParam @Nullable Long since,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable Integer page) {
        return Rows.of(
                materials.changedAfter(Fields.point(since, after, limit, page)),
                now.instant(),
                GoodsController::goods);
    }

    @GetMapping("/api/goods/find")
    Answer<Rows<Goods>> find(@RequestParam String wlbm) {
        return Rows.of(
                new Page<>(materials.withNumbers(List.of(wlbm)), false),
                now.instant(),
                GoodsController::goods);
    }

    @PostMapping("/api/goods/{wlbm}")
    Answer<Updated> update(@PathVariable String wlbm, @RequestBody Texts texts) {
        Material after = materials.update(wlbm, texts.checked(), texts.bbh());
        return Answer.of(
                new Updated(after.number(), after.version(), after.modifyTime().toEpochMilli()));
    }

    private static Goods goods(Material m) {
        return new Goods(
                m.number(),
                m.name(),
                m.model(),
                m.dosageForm(),
                m.approvalNo(),
                m.holderCn(),
                m.holderEn(),
                m.makerCn(),
                m.makerEn(),
                m.drugCode(),
                m.drugCodeRemark(),
                m.unit(),
                fraction(m.taxPercent()),
                m.salePrice().toPlainString(),
                m.forbidden() ? 0 : 1,
                m.modifyTime().toEpochMilli(),
                m.category(),
                m.version());
    }

    private static String fraction(BigDecimal percent) {
        return percent.movePointLeft(2).stripTrailingZeros().toPlainString();
    }
}
