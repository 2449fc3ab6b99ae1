package io.mallhub.identity.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Remembers the book as long as its stamp is the one in the database: a request costs the reading
 * of one stamp, and nobody reads what was so before a change, on whichever node it was made.
 */
@Component
class PermissionBooks {
    private final TeamRoleTable table;
    private final Declared declared;
    private volatile @Nullable PermissionBook known;

    PermissionBooks(TeamRoleTable table, Declared declared) {
        this.table = table;
        this.declared = declared;
    }

    /**
     * The stamp is read before the roles: what is remembered may be newer than its stamp, and is
     * read once more then; older it never is.
     */
    PermissionBook now() {
        var stamp = table.stamp();
        PermissionBook before = known;
        if (before != null && before.stamp().equals(stamp)) {
            return before;
        }
        PermissionBook fresh = new PermissionBook(stamp, declared, table.all());
        known = fresh;
        return fresh;
    }
}
