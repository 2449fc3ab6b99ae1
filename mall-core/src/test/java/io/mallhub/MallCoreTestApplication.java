package io.mallhub;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The mall core (and what else of {@code io.mallhub} is on the class path) for tests. */
@SpringBootApplication
public class MallCoreTestApplication {}
