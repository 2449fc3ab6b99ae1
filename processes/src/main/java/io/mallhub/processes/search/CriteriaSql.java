package io.mallhub.processes.search;

import io.mallhub.processes.InstanceSearch.Criteria;
import io.mallhub.processes.sql.Conditions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Criteria as SQL over {@code engine.process_instance i}, each in the form its index serves. */
final class CriteriaSql {
    private CriteriaSql() {}

    /**
     * What stands in the instance's own row.
     *
     * @param sameThing what the ERP calls by the number asked for
     */
    static Conditions own(Criteria criteria, SameThing sameThing) {
        Conditions where =
                new Conditions()
                        .and("i.process_id = :process", "process", criteria.process())
                        .and("i.definition_key = :definition", "definition", criteria.definition())
                        .and(
                                "i.state = :state",
                                "state",
                                criteria.state() == null ? null : criteria.state().name())
                        .and(
                                "i.started_at >= :from::timestamptz",
                                "from",
                                text(criteria.startedFrom()))
                        .and("i.started_at < :to::timestamptz", "to", text(criteria.startedTo()));
        number(where, criteria.number(), sameThing);
        part(where, "i.subject", "customer", criteria.customer(), true);
        return where;
    }

    /**
     * @param numbers of the mall
     * @param instances that know the number
     */
    record SameThing(List<String> numbers, List<Long> instances) {
        static final SameThing NOTHING = new SameThing(List.of(), List.of());
    }

    /** What stands in rows of other tables. */
    static List<Members> members(Criteria criteria) {
        List<Members> all = new ArrayList<>();
        if (criteria.element() != null) {
            all.add(
                    Members.of(
                            "element_instance",
                            new Conditions()
                                    .and("element_id = :element", "element", criteria.element())
                                    .and("state = 'ACTIVE'")));
        }
        if (criteria.causeGroup() != null) {
            all.add(
                    Members.of(
                            "incident",
                            new Conditions()
                                    .and(
                                            "engine.cause_group(process_id, element_id, error_type,"
                                                    + " cause) = :cause",
                                            "cause",
                                            criteria.causeGroup())
                                    .and("state = 'OPEN'")));
        }
        if (criteria.incidentsOnly()) {
            all.add(Members.of("incident", new Conditions().and("state = 'OPEN'")));
        }
        if (criteria.incidentText() != null) {
            all.add(
                    Members.ofTexts(
                            "incident",
                            incidentText(criteria.incidentText(), true),
                            incidentText(criteria.incidentText(), false)));
        }
        if (criteria.variable() != null) {
            all.add(VariableSql.members(criteria.variable()));
        }
        return all;
    }

    private static void number(Conditions where, @Nullable String number, SameThing sameThing) {
        if (number == null) {
            return;
        }
        StringBuilder any = new StringBuilder("(i.business_number LIKE :numbers");
        where.with("numbers", Conditions.escaped(number) + "%");
        if (!sameThing.numbers().isEmpty()) {
            any.append(" OR i.business_number IN (:same)");
            where.with("same", sameThing.numbers());
        }
        if (!sameThing.instances().isEmpty()) {
            any.append(" OR i.key IN (:told)");
            where.with("told", sameThing.instances());
        }
        if (number.matches("\\d{1,18}")) {
            any.append(" OR i.key = :instance");
            where.with("instance", Long.parseLong(number));
        }
        where.and(any.append(')').toString());
    }

    private static Conditions incidentText(String text, boolean indexed) {
        Conditions conditions = new Conditions();
        part(conditions, "error_message", "incident", text, indexed);
        return conditions;
    }

    /**
     * @param indexed whether pairs of letters find candidates in the index; a single letter has
     *     none
     */
    static void part(
            Conditions where, String column, String name, @Nullable String text, boolean indexed) {
        if (text == null) {
            return;
        }
        where.with(name, "%" + Conditions.escaped(text) + "%");
        if (indexed && text.length() > 1) {
            where.with(name + "Pairs", text);
            where.and("engine.pairs(" + column + ") @> engine.pairs(:" + name + "Pairs)");
        }
        where.and(column + " ILIKE :" + name);
    }

    private static @Nullable String text(@Nullable Object time) {
        return time == null ? null : time.toString();
    }
}
