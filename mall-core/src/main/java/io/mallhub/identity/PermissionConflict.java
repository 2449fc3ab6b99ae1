package io.mallhub.identity;

import java.util.Collection;

/**
 * Two permissions that one person had better not have together. It warns only: that nobody decides
 * on what is his own is held by each context, whatever is permitted.
 *
 * @param code for the message that says why
 */
public record PermissionConflict(String code, String one, String other) {
    public boolean isIn(Collection<String> permissions) {
        return permissions.contains(one) && permissions.contains(other);
    }
}
