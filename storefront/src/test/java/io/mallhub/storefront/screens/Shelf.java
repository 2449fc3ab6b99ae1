package io.mallhub.storefront.screens;

import io.mallhub.catalog.ApplyErpProduct;
import io.mallhub.catalog.Products;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.pricing.Prices;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.UnitPrice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Drugs with names and makers as long as real ones are. */
final class Shelf {
    private static final String DRUGS =
            """
            1001|阿莫西林胶囊|胶囊剂|0.25g*24粒|石药集团欧意药业有限公司|国药准字H13023964|PRESCRIPTION|11.80|860
            1002|布洛芬缓释胶囊|胶囊剂|0.3g*20粒|中美天津史克制药有限公司|国药准字H10900089|OTC_A|18.50|1200
            1003|注射用头孢哌酮钠舒巴坦钠|注射剂|1.5g(头孢哌酮1.0g与舒巴坦0.5g)*10瓶|辉瑞制药有限公司|国药准字H10960113|PRESCRIPTION|486.00|36
            1004|连花清瘟胶囊|胶囊剂|0.35g*36粒|石家庄以岭药业股份有限公司|国药准字Z20040063|OTC_A|26.40|5400
            1005|盐酸二甲双胍缓释片|片剂|0.5g*30片|中美上海施贵宝制药有限公司|国药准字H20023370|PRESCRIPTION|32.16|410
            1006|板蓝根颗粒|颗粒剂|10g*20袋|广州白云山和记黄埔中药有限公司|国药准字Z44020686|OTC_B|14.90|2300
            1007|阿托伐他汀钙片|片剂|20mg*7片|晖致制药(大连)有限公司|国药准字H20051408|PRESCRIPTION|41.23|0
            1008|复方氨酚烷胺胶囊|胶囊剂|12粒|吴太感康药业有限公司|国药准字H22026193|OTC_A|9.60|760
            1009|10%脂肪乳（OO）/5.5%氨基酸（15）/葡萄糖（20%）注射液|注射剂|1000ml：10%脂肪乳（OO）200ml+5.5%复方氨基酸注射液（15）400ml+20%葡萄糖注射液400ml|BAXTER S.A.|国药准字HJ20202000|PRESCRIPTION|386.00|90
            1010|盐酸曲马多缓释片|片剂|0.1g*10片|北京萌蒂制药有限公司|国药准字H20030253|PSYCHOTROPIC_II|24.30|150
            1011|藿香正气口服液|合剂|10ml*10支|太极集团重庆涪陵制药厂有限公司|国药准字Z50020409|OTC_A|19.80|3100
            1012|硝苯地平控释片|片剂|30mg*7片|拜耳医药保健有限公司|国药准字J20180025|PRESCRIPTION|28.64|520
            """;
    private final Products products;
    private final Prices prices;
    private final TradeFixtures trade;

    Shelf(Products products, Prices prices, TradeFixtures trade) {
        this.products = products;
        this.prices = prices;
        this.trade = trade;
    }

    /** In the order of the list; the first twelve of the shop, whatever else it holds. */
    List<ProductId> filled() {
        List<ProductId> filled = new ArrayList<>();
        for (String drug : DRUGS.strip().split("\n")) {
            filled.add(put(drug.strip().split("\\|")));
        }
        return filled;
    }

    private ProductId put(String[] cells) {
        products.applyFromErp(
                List.of(
                        new ApplyErpProduct(
                                "erp-test",
                                cells[0],
                                cells[1],
                                cells[2],
                                cells[3],
                                cells[4],
                                cells[4],
                                cells[5],
                                "86900000000027",
                                "",
                                "盒",
                                new BigDecimal("0.13"),
                                true)));
        ProductId product = products.byCode(cells[0]).orElseThrow().id();
        products.categorise(product, RegulatoryCategory.valueOf(cells[6]), TradeFixtures.DESK);
        prices.applyBasePrices("erp-test", Map.of(product, UnitPrice.of(cells[7])));
        trade.restock(product, Integer.parseInt(cells[8]));
        return product;
    }
}
