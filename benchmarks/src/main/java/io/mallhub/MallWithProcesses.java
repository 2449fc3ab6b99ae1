package io.mallhub;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The mall core and its processes; in place of the routes an ERP that is always prompt. */
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
            "io.mallhub.processes",
            "io.mallhub.benchmark.erp"
        },
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan("io.mallhub.processes")
public class MallWithProcesses {}
