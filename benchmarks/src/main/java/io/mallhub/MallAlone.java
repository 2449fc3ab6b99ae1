package io.mallhub;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The mall core without routes and engine: what an order costs before anyone else hears of it. */
@SpringBootApplication(
        scanBasePackages = {
            "io.mallhub.shared",
            "io.mallhub.audit",
            "io.mallhub.identity",
            "io.mallhub.customer",
            "io.mallhub.catalog",
            "io.mallhub.pricing",
            "io.mallhub.stock",
            "io.mallhub.order",
            "io.mallhub.ledger",
            "io.mallhub.prepaid",
            "io.mallhub.receipt",
            "io.mallhub.transfer",
            "io.mallhub.promotion",
            "io.mallhub.coupon",
            "io.mallhub.points",
            "io.mallhub.payment",
            "io.mallhub.returns",
            "io.mallhub.recall",
            "io.mallhub.commission",
            "io.mallhub.notification",
            "io.mallhub.conflict",
            "io.mallhub.openness",
            "io.mallhub.flash",
            "io.mallhub.distribution"
        },
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class MallAlone {}
