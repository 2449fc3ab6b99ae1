package io.mallhub;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;

/** The mall core, its routes, and what an ERP may call; beside it an endpoint that only echoes. */
@SpringBootApplication(
        scanBasePackages = {
            "io.mallhub.connectors",
            "io.mallhub.binding",
            "io.mallhub.routes",
            "io.mallhub.gateway",
            "io.mallhub.benchmark.echo"
        },
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Import(MallAlone.class)
@ConfigurationPropertiesScan({"io.mallhub.binding", "io.mallhub.routes", "io.mallhub.gateway"})
public class MallWithGateway {}
