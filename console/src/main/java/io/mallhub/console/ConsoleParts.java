package io.mallhub.console;

import io.mallhub.webkit.MessageBundle;
import io.mallhub.webkit.WebJarFiles;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Texts of the console, and the browser parts only it uses: diagrams, curves and the document
 * viewer.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleParts {
    @Bean
    MessageBundle consoleMessages() {
        return new MessageBundle("i18n/console");
    }

    @Bean
    MessageBundle elementTexts() {
        return new MessageBundle("i18n/elements");
    }

    @Bean
    WebJarFiles consoleWebJarFiles() {
        return new WebJarFiles(
                Set.of(
                        "bpmn-js/dist/bpmn-navigated-viewer.production.min.js",
                        "bpmn-js/dist/assets/",
                        "echarts/echarts.simple.min.js",
                        "pdfjs-dist/legacy/build/pdf.min.mjs",
                        "pdfjs-dist/legacy/build/pdf.worker.min.mjs",
                        "pdfjs-dist/cmaps/",
                        "pdfjs-dist/standard_fonts/"));
    }
}
