package io.mallhub.simulator.soap;

import io.mallhub.simulator.material.Material;
import io.mallhub.simulator.material.Materials;
import javax.xml.stream.XMLStreamException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** QueryMaterials. */
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

    private static void write(SoapReply reply, Material m) throws XMLStreamException {
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
                .close();
    }
}
