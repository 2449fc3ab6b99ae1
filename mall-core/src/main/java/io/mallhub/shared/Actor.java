package io.mallhub.shared;

/**
 * Who did it: kept with every decision, ledger entry and audit line.
 *
 * @param id login name of a person, or the name of a system part (a connection, a process, a job)
 * @param name as shown to people
 */
public record Actor(Kind kind, String id, String name) {
    public enum Kind {
        STAFF,
        BUYER,
        ERP,
        SYSTEM
    }

    public static Actor staff(String login, String name) {
        return new Actor(Kind.STAFF, login, name);
    }

    public static Actor buyer(String login, String name) {
        return new Actor(Kind.BUYER, login, name);
    }

    public static Actor erp(String connection) {
        return new Actor(Kind.ERP, connection, connection);
    }

    public static Actor system(String part) {
        return new Actor(Kind.SYSTEM, part, part);
    }

    /** Two actors are the same person when kind and id agree; the shown name may change. */
    public boolean isSamePersonAs(Actor other) {
        return kind == other.kind && id.equals(other.id);
    }
}
