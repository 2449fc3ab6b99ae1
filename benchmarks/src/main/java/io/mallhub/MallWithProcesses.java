package io.mallhub;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;

/** The mall core and its processes; in place of the routes an ERP that is always prompt. */
@SpringBootApplication(
        scanBasePackages = {"io.mallhub.processes", "io.mallhub.benchmark.erp"},
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Import(MallAlone.class)
@ConfigurationPropertiesScan("io.mallhub.processes")
public class MallWithProcesses {}
