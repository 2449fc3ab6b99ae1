package io.mallhub.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The administrator of a new installation; without effect as soon as there is any member of staff.
 *
 * @param passwordFile holds the password, 10 to 128 characters, and nothing else: a password among
 *     the arguments would be seen by everyone on the machine
 */
@ConfigurationProperties("mallhub.first-admin")
record FirstAdministratorSettings(@Nullable String login, @Nullable Path passwordFile) {}
