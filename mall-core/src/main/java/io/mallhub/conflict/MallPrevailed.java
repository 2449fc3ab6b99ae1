package io.mallhub.conflict;

import java.util.Set;

/**
 * An ERP says otherwise and the mall's value holds: the ERP is to get it. Published inside the
 * transaction of the decision.
 */
public record MallPrevailed(String connection, Field field, Set<String> subjects) {}
