package io.mallhub.processes.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import io.mallhub.processes.SavedSearches;
import io.mallhub.processes.SavedSearches.SavedSearch;
import io.mallhub.processes.fixture.ProcessTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class KeptSearchesTest extends ProcessTest {
    private static final StaffView OLGA = staff("olga", Role.OPERATOR);
    private static final StaffView OTTO = staff("otto", Role.OPERATOR);
    private static final String QUERY = "incidents=true&variable=total&op=between&value=1&most=9";

    @Autowired private SavedSearches saved;
    private final String name = newNumber("卡住");

    @Test
    void aSearchIsKeptForAllUnderItsNameAndTheLastOneOfANameCounts() {
        saved.save(" " + name + " ", "state=ACTIVE", OLGA);
        saved.save(name, QUERY, OTTO);

        assertThat(saved.all())
                .filteredOn(it -> it.name().contains(name))
                .containsExactly(new SavedSearch(name, QUERY, "otto"));

        saved.delete(name);
        assertThat(saved.all()).noneMatch(it -> it.name().equals(name));
    }

    @Test
    void aNameIsNeitherBlankNorLongAndAQueryFitsIntoAUrl() {
        assertThatThrownBy(() -> saved.save(" ", QUERY, OLGA))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> saved.save("x".repeat(61), QUERY, OLGA))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> saved.save(name, "x".repeat(2_001), OLGA))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(saved.all()).noneMatch(it -> it.name().equals(name));
    }
}
