package io.mallhub.identity;

import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Roles as the house sees them: which pages and acts they open, and whose tasks their members take
 * part in. The built-in ones ({@link Role}) can be widened and narrowed; others are made here.
 *
 * <p>Only an administrator changes roles, and never so that he himself may more afterwards: that
 * takes another one. The keys of the house stay with {@link Role#ADMIN}. Every change holds from
 * the next request of whomever it concerns, and is in the audit log.
 */
public interface TeamRoles {
    int LONGEST_NAME = 40;
    int LONGEST_PURPOSE = 200;

    /** Built-in ones first, as declared; then by name; the retired last. */
    List<TeamRoleView> all();

    Optional<TeamRoleView> role(String code);

    /** Enabled staff who have it, by login; not those who stand in. */
    Page<StaffView> members(String code, PageRequest page);

    /** Newest first. */
    Page<TeamRoleChange> history(String code, PageRequest page);

    Optional<HeldPermissions> heldBy(String login);

    /** What the change would do; changes nothing. */
    TeamRolePreview preview(ChangeTeamRole command);

    Outcome make(MakeTeamRole command);

    Outcome change(ChangeTeamRole command);

    /** Its members lose it at once. It does not come back; its history stays. */
    Outcome retire(RetireTeamRole command);

    /** Exactly these of the roles of the house, and no other, are the person's from now on. */
    Outcome give(GiveTeamRoles command);

    record MakeTeamRole(
            String name,
            String purpose,
            Set<String> permissions,
            Set<Role> duties,
            String reason,
            Actor by) {}

    /**
     * @param version that the change starts from
     * @param name as well as purpose and duties: ignored where built in
     * @param permissions all it has afterwards
     */
    record ChangeTeamRole(
            String code,
            long version,
            String name,
            String purpose,
            Set<String> permissions,
            Set<Role> duties,
            String reason,
            Actor by) {}

    record RetireTeamRole(String code, long version, String reason, Actor by) {}

    record GiveTeamRoles(String login, Set<String> roles, String reason, Actor by) {}

    sealed interface Outcome {
        record Done(String code) implements Outcome {}

        /**
         * @param why message key: team-role.not-admin, .unknown, .retired, .built-in,
         *     .older-version, .no-name, .name-too-long, .purpose-too-long, .name-taken,
         *     .permission, .keys, .duty, .nothing, .own, .yourself, .reason-missing,
         *     .reason-too-long
         */
        record Refused(String why) implements Outcome {}
    }
}
