package io.mallhub.processes.search;

import io.mallhub.processes.InstanceSearch.Criteria;
import io.mallhub.processes.sql.Conditions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Criteria as SQL over {@code engine.process_instance i}, each in the form its index serves. */
final class CriteriaSql {
    private CriteriaSql() {}

    /**
     * @param sameThing mall numbers of what the ERP calls by the number asked for
     */
    static Conditions of(Criteria criteria, List<String> sameThing) {
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
                        .and("i.started_at < :to::timestamptz", "to", text(criteria.startedTo()))
                        .and(
                                "i.key IN (SELECT process_instance_key FROM engine.element_instance"
                                        + " WHERE element_id = :element AND state = 'ACTIVE')",
                                "element",
                                criteria.element())
                        .and(
                                "i.key IN (SELECT process_instance_key FROM engine.incident WHERE"
                                        + " engine.cause_group(process_id, element_id, error_type,"
                                        + " cause) = :cause AND state = 'OPEN')",
                                "cause",
                                criteria.causeGroup());
        if (criteria.incidentsOnly()) {
            where.and(
                    "i.key IN (SELECT process_instance_key FROM engine.incident WHERE state ="
                            + " 'OPEN')");
        }
        number(where, criteria.number(), sameThing);
        part(where, "i.subject", "customer", criteria.customer());
        incidentText(where, criteria.incidentText());
        if (criteria.variable() != null) {
            VariableSql.add(where, criteria.variable());
        }
        return where;
    }

    private static void number(Conditions where, @Nullable String number, List<String> sameThing) {
        if (number == null) {
            return;
        }
        StringBuilder any = new StringBuilder("(i.business_number LIKE :numbers");
        where.with("numbers", Conditions.escaped(number) + "%");
        if (!sameThing.isEmpty()) {
            any.append(" OR i.business_number IN (:same)");
            where.with("same", sameThing);
        }
        if (number.matches("\\d{1,18}")) {
            any.append(" OR i.key = :instance");
            where.with("instance", Long.parseLong(number));
        }
        where.and(any.append(')').toString());
    }

    private static void incidentText(Conditions where, @Nullable String text) {
        if (text != null) {
            Conditions inside = new Conditions();
            part(inside, "error_message", "incident", text);
            where.and(
                    "i.key IN (SELECT process_instance_key FROM engine.incident"
                            + inside.where()
                            + ")");
            inside.parameters().forEach(where::with);
        }
    }

    /** The pairs of letters find candidates in the index; a single letter has none. */
    static void part(Conditions where, String column, String name, @Nullable String text) {
        if (text == null) {
            return;
        }
        where.with(name, "%" + Conditions.escaped(text) + "%");
        if (text.length() > 1) {
            where.with(name + "Pairs", text);
            where.and("engine.pairs(" + column + ") @> engine.pairs(:" + name + "Pairs)");
        }
        where.and(column + " ILIKE :" + name);
    }

    private static @Nullable String text(@Nullable Object time) {
        return time == null ? null : time.toString();
    }
}
