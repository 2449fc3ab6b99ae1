package io.mallhub;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
    @Test
    void contextsReachEachOtherOnlyThroughTheirPromises() {
        ApplicationModules.of(MallHub.class).verify();
    }
}
