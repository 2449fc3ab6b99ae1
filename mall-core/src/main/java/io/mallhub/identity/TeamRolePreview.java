package io.mallhub.identity;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a change of a role would do.
 *
 * @param refusal message key of why it would be refused, the missing reason apart
 * @param people for whom something changes, by login; who has a permission by another role too
 *     neither gains nor loses it
 * @param conflicts that the role would hold
 */
public record TeamRolePreview(
        @Nullable String refusal,
        Set<String> gained,
        Set<String> lost,
        Set<Role> dutiesGained,
        Set<Role> dutiesLost,
        List<Effect> people,
        List<PermissionConflict> conflicts) {

    /**
     * @param standsIn whether it reaches the person through a colleague's tasks only
     * @param conflicts that are new for the person
     */
    public record Effect(
            String login,
            String name,
            boolean standsIn,
            Set<String> gains,
            Set<String> loses,
            List<PermissionConflict> conflicts) {}
}
