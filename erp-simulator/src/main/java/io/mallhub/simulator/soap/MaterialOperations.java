package io.mallhub.simulator.soap;

import io.mallhub.simulator.kernel.Page;
import io.mallhub.simulator.material.Material;
import io.mallhub.simulator.material.MaterialTexts;
import io.mallhub.simulator.material.Materials;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** QueryMaterials, FindMaterial, UpdateMaterial. */
@Configuration(proxyBeanMethods = false)
class MaterialOperations {

    @Bean
    SoapOperation queryMaterials(Materials materials, SoapList list) {
        return new NamedOperation(
                "QueryMaterials",
                call ->
                        list.reply(
                                call,
                                materials.changedAfter(call.point()),
                                MaterialOperations::write));
    }

    @Bean
    SoapOperation findMaterial(Materials materials, SoapList list) {
        return new NamedOperation(
                "FindMaterial",
                call ->
                        list.reply(
                                call,
                                new Page<>(
                                        materials.withNumbers(List.of(call.text("FNumber"))),
                                        false),
                                MaterialOperations::write));
    }

    @Bean
    SoapOperation updateMaterial(Materials materials) {
        return new NamedOperation(
                "UpdateMaterial",
                call -> {
                    Material after =
                            materials.update(
                                    call.text("FNumber"),
                                    new MaterialTexts(
                                            call.text("FName"),
                                            call.text("FModel"),
                                            call.text("FDosageForm"),
                                            call.text("FCategory")),
                                    call.version());
                    return SoapReply.success(call)
                            .field("FNumber", after.number())
                            .field("FVersion", Long.toString(after.version()))
                            .field("FModifyTime", after.modifyTime());
                });
    }

    private static void write(SoapReply reply, Material m) {
        reply.open("Material")
                .field("FNumber", m.number())
                .field("FName", m.name())
                .field("FModel", m.model())
                .field("FDosageForm", m.dosageForm())
                .field("FApprovalNo", m.approvalNo())
                .field("FHolderCN", m.holderCn())
                .field("FHolderEN", m.holderEn())
                .field("FMakerCN", m.makerCn())
                .field("FMakerEN", m.makerEn())
                .field("FDrugCode", m.drugCode())
                .field("FDrugCodeRemark", m.drugCodeRemark())
                .field("FUnitName", m.unit())
                .field("FTaxRate", m.taxPercent())
                .field("FSalePrice", m.salePrice())
                .forbidden(m.forbidden())
                .field("FModifyTime", m.modifyTime())
                .field("FCategory", m.category())
                .field("FVersion", Long.toString(m.version()))
                .close();
    }
}
