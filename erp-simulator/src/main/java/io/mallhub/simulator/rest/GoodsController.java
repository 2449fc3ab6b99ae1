package io.mallhub.simulator.rest;

import io.mallhub.simulator.kernel.Now;
import io.mallhub.simulator.material.Material;
import io.mallhub.simulator.material.Materials;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
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
            long xgsj) {}

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
                m.modifyTime().toEpochMilli());
    }

    private static String fraction(BigDecimal percent) {
        return percent.movePointLeft(2).stripTrailingZeros().toPlainString();
    }
}
