package io.mallhub.console;

import io.mallhub.shared.ProvenLedger;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Two ledgers, of which one does not add up. */
@TestConfiguration(proxyBeanMethods = false)
public class StandingLedgers {
    @Bean
    ProvenLedger receivablesLedger() {
        return new Book("receivables", List.of());
    }

    @Bean
    ProvenLedger prepaidLedger() {
        return new Book("prepaid", List.of(StandingMall.COMPANY.toString()));
    }

    private record Book(String name, List<String> unprovenAccounts) implements ProvenLedger {
        @Override
        public Size size() {
            return new Size(1_204, 318_442);
        }
    }
}
