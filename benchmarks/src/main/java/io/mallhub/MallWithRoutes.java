package io.mallhub;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The mall core and its routes to the ERP, without the engine. */
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
            "io.mallhub.connectors",
            "io.mallhub.binding",
            "io.mallhub.routes"
        },
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan({"io.mallhub.binding", "io.mallhub.routes"})
public class MallWithRoutes {}
