package io.mallhub;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;

/** The mall core and its routes to the ERP, without the engine. */
@SpringBootApplication(
        scanBasePackages = {"io.mallhub.connectors", "io.mallhub.binding", "io.mallhub.routes"},
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Import(MallAlone.class)
@ConfigurationPropertiesScan({"io.mallhub.binding", "io.mallhub.routes"})
public class MallWithRoutes {}
