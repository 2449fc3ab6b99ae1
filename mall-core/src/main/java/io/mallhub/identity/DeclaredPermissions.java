package io.mallhub.identity;

import java.util.List;

/** Implemented by a door: what there is to be permitted there. The same as long as it runs. */
public interface DeclaredPermissions {
    List<Permission> permissions();

    List<PermissionConflict> conflicts();
}
