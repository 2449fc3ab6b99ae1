package io.mallhub.processes;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is to be done with an instance. Values of variables are JSON texts. */
public sealed interface Repair {
    /**
     * Raises the retries of failed jobs and resolves their incidents.
     *
     * @param incident only this one; null: all open ones
     * @param causeGroup only those of this group of the incident desk; null: any
     * @param variables set first: what was wrong
     */
    record Retry(
            @Nullable Long incident, @Nullable String causeGroup, Map<String, String> variables)
            implements Repair {
        public Retry {
            variables = Map.copyOf(variables);
        }

        public static Retry all() {
            return new Retry(null, null, Map.of());
        }
    }

    /**
     * Never of what people or rules decided or decide on, nor the business number once it is there.
     */
    record ChangeVariables(Map<String, String> variables) implements Repair {
        public ChangeVariables {
            variables = Map.copyOf(variables);
        }
    }

    /** Resolves the open incidents that stem from no job: the engine tries the step once more. */
    record Resolve() implements Repair {}

    record Cancel() implements Repair {}

    /**
     * Ends every token at one element and starts as many at another: back where they came through,
     * or past the one step at which they stand. Past a person, a decision or a gateway nothing
     * leads.
     */
    record MoveTokens(String from, String to) implements Repair {}

    /**
     * @param definition key of the version to go on with
     * @param elements ids in it that differ from those of the present version, by present id; what
     *     the version still has under its id stays there
     */
    record Migrate(long definition, Map<String, String> elements) implements Repair {
        public Migrate {
            elements = Map.copyOf(elements);
        }

        /** Id in the version to go on with. */
        public String target(String element) {
            return elements.getOrDefault(element, element);
        }
    }
}
