package io.mallhub.processes.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SendWindowTest {
    private final SendWindow window = new SendWindow(64);

    @Test
    void aRefusalHalvesWhatGoesAtTheSameTimeDownToAFew() {
        window.refused();
        assertThat(window.size()).isEqualTo(32);

        for (int refusals = 0; refusals < 10; refusals++) {
            window.refused();
        }
        assertThat(window.size()).isEqualTo(4);
    }

    @Test
    void whatIsTakenWholeOpensItAgainUpToTheSetting() {
        window.refused();

        window.taken();
        assertThat(window.size()).isEqualTo(36);

        for (int rounds = 0; rounds < 10; rounds++) {
            window.taken();
        }
        assertThat(window.size()).isEqualTo(64);
    }

    @Test
    void aSettingBelowTheFewIsKept() {
        SendWindow small = new SendWindow(1);

        small.refused();
        assertThat(small.size()).isEqualTo(1);
    }
}
