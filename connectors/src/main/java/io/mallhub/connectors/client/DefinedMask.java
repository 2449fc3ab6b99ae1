package io.mallhub.connectors.client;

import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.Exchange;
import io.mallhub.connectors.PersonalMasks;
import io.mallhub.connectors.definition.Definition;
import io.mallhub.connectors.definition.Operation;
import io.mallhub.connectors.mapping.FieldMap;
import io.mallhub.connectors.mapping.Fields;
import io.mallhub.connectors.mapping.ReplyLanguage;
import io.mallhub.connectors.mapping.ReplyLanguage.UnreadableReply;
import io.mallhub.connectors.transport.HttpOutcome;
import io.mallhub.connectors.transport.SecretMask;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hides by what the definition says of the operation: under the names its map and templates use,
 * and whatever equals what its map reads out of the reply; and by {@link PersonalWords}.
 */
final class DefinedMask implements PersonalMasks.Mask {
    private static final Logger LOG = LoggerFactory.getLogger(DefinedMask.class);
    private static final HttpHeaders NONE = HttpHeaders.of(Map.of(), (name, value) -> true);

    /** Shorter values stand in unrelated words. */
    private static final int SHORTEST = 2;

    private static final int SHORTEST_LATIN = 4;

    private final @Nullable Definition definition;
    private final Clock clock;
    private final Map<String, PersonalPlaces> places = new HashMap<>();

    /**
     * @param definition null where none says anything
     */
    DefinedMask(@Nullable Definition definition, Clock clock) {
        this.definition = definition;
        this.clock = clock;
    }

    @Override
    public Exchange masked(Exchange kept) {
        PersonalPlaces known = places(kept.operation());
        Set<String> read = new HashSet<>();
        boolean understood = kept.response().isEmpty() || read(kept, known, read);
        Hiding hiding = new Hiding(known, read);
        String request = hiding.in(kept.request());
        hiding.told = Hiding.byLength(hiding.hidden);
        String response =
                known.byPlace() && !understood ? PersonalMasks.STARS : hiding.in(kept.response());
        return new Exchange(
                kept.connection(),
                kept.operation(),
                kept.reference(),
                hiding.in(kept.url()),
                request,
                response,
                kept.status(),
                kept.at(),
                kept.took(),
                kept.fault() == null ? null : hiding.inWords(kept.fault()));
    }

    @Override
    public String record(String record) {
        Set<String> names = new HashSet<>();
        Set<String> others = new HashSet<>();
        if (definition != null) {
            for (Operation operation : definition.operations().values()) {
                PersonalPlaces some = places(operation.kind().id());
                if (!some.map().fields().isEmpty()) {
                    names.addAll(some.names());
                    others.addAll(some.others());
                }
            }
        }
        others.removeAll(names);
        PersonalPlaces all = new PersonalPlaces(names, others, new FieldMap(List.of()), false);
        return new Hiding(all, Set.of()).in(record);
    }

    private synchronized PersonalPlaces places(String operation) {
        return places.computeIfAbsent(
                operation,
                id ->
                        definition == null
                                ? PersonalPlaces.NONE
                                : definition
                                        .operation(id)
                                        .map(PersonalPlaces::of)
                                        .orElse(PersonalPlaces.NONE));
    }

    /** Adds the values of personal fields; false where the reply cannot be read. */
    private boolean read(Exchange kept, PersonalPlaces known, Set<String> values) {
        Optional<Operation> operation =
                definition == null ? Optional.empty() : definition.operation(kept.operation());
        if (definition == null || operation.isEmpty() || known.map().fields().isEmpty()) {
            return true;
        }
        try {
            Answer answer =
                    new ReplyJudge(definition, clock, new SecretMask(List.of()))
                            .judge(
                                    new HttpOutcome.Replied(kept.status(), NONE, new byte[0]),
                                    kept.response(),
                                    false);
            for (ReplyLanguage.Record record : Lists.rows(operation.get(), answer).all()) {
                collect(record.fields(known.map()), known.map(), values);
            }
            return true;
        } catch (ErpFault | SessionExpired | UnreadableReply e) {
            LOG.debug("A reply of {} to {} gives no records", kept.connection(), operation, e);
            return false;
        }
    }

    private static boolean collect(Fields fields, FieldMap map, Set<String> values) {
        for (FieldMap.Field field : map.fields()) {
            switch (field) {
                case FieldMap.Field.Value value -> {
                    String text = fields.text(value.name()).strip();
                    if (text.length() >= SHORTEST) {
                        values.add(text);
                    }
                }
                case FieldMap.Field.Each each ->
                        fields.each(each.name(), inner -> collect(inner, each.map(), values));
            }
        }
        return true;
    }

    /** In one exchange: what was hidden in its request is hidden in its reply too. */
    private static final class Hiding implements BodyValues.Visitor {
        private final PersonalPlaces places;
        private final Set<String> read;
        private final Set<String> hidden = new HashSet<>();
        private List<String> told = List.of();

        Hiding(PersonalPlaces places, Set<String> read) {
            this.places = places;
            this.read = read;
        }

        String in(String body) {
            return BodyValues.rewritten(body, this);
        }

        /** Words of an ERP: they may quote what it was told or tells. */
        String inWords(String words) {
            Set<String> all = new HashSet<>(hidden);
            all.addAll(read);
            String less = words;
            for (String value : byLength(all)) {
                less = less.replace(value, PersonalMasks.STARS);
            }
            return in(less);
        }

        private static List<String> byLength(Set<String> values) {
            return values.stream()
                    .filter(Hiding::isTelling)
                    .sorted((one, other) -> other.length() - one.length())
                    .toList();
        }

        /** Two letters of Latin stand in many a word, two of Chinese are a name. */
        private static boolean isTelling(String value) {
            return value.length() >= SHORTEST_LATIN
                    || value.length() >= SHORTEST
                            && value.chars().anyMatch(letter -> letter >= '\u2e80');
        }

        @Override
        public @Nullable String instead(Deque<String> names, String value) {
            String plain = value.strip();
            if (plain.isEmpty()) {
                return null;
            }
            if (names.stream().anyMatch(this::isPersonal) || read.contains(plain)) {
                hidden.add(plain);
                return PersonalMasks.STARS;
            }
            String less = value;
            for (String known : told) {
                less = less.replace(known, PersonalMasks.STARS);
            }
            less = PersonalWords.without(less, PersonalMasks.STARS);
            return less.equals(value) ? null : less;
        }

        private boolean isPersonal(String name) {
            return places.names().contains(name)
                    || (!places.others().contains(name) && PersonalWords.isName(name));
        }
    }
}
