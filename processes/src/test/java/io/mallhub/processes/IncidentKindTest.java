package io.mallhub.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.processes.IncidentDesk.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a message of a job that failed says of its cause, and what people see of the message. */
class IncidentKindTest {
    private static final String FAILED_JOB = "JOB_NO_RETRIES";

    @ParameterizedTest
    @EnumSource
    void aWorkerThatKnowsTheKindSaysItAndPeopleSeeItsWordsOnly(Kind kind) {
        String message = IncidentMessage.of(kind, "ERP 暂不可用：it rejected the SQL, timed out");

        assertThat(Kind.of(FAILED_JOB, message)).isEqualTo(kind);
        assertThat(IncidentMessage.words(message))
                .isEqualTo("ERP 暂不可用：it rejected the SQL, timed out");
    }

    @ParameterizedTest
    @CsvSource({
        "The ERP could not be asked: HTTP # HTTP #, ERP_AWAY",
        "The ERP rejected it: no such customer, ERP_REFUSES",
        "something else altogether, OTHER"
    })
    void withoutACodeTheWordsTellTheKind(String cause, Kind kind) {
        assertThat(Kind.of(FAILED_JOB, cause)).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[ERP_AWAY]", "[erp_away] x", "[NO_SUCH] x", "x [ERP_AWAY] x", ""})
    void whatOnlyLooksLikeACodeStaysInTheWords(String message) {
        assertThat(Kind.of(FAILED_JOB, message)).isEqualTo(Kind.OTHER);
        assertThat(IncidentMessage.words(message)).isEqualTo(message);
    }

    @Test
    void whatTheEngineItselfFoundNeedsNoWords() {
        assertThat(Kind.of("EXTRACT_VALUE_ERROR", "timed out")).isEqualTo(Kind.VARIABLE);
    }
}
