package io.mallhub.binding;

/**
 * A column of the database with locked secrets. Whoever keeps such a column has a bean of this, so
 * that its boxes are locked anew when the key changes.
 */
public interface SealedColumn {
    String table();

    /** The column that tells the rows of the table apart. */
    String key();

    String column();

    /** Whose the box of a row is, as {@link Secrets#lock} was told. */
    String owner(String key);

    /**
     * Goes on without what was in the box of a row, because its key is lost; in a transaction.
     *
     * @param secrets locks what takes its place
     */
    void giveUp(String key, Secrets secrets);
}
