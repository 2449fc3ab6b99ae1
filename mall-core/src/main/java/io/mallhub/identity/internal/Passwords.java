package io.mallhub.identity.internal;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id hashes; checking takes the same time whether or not the account exists. */
@Component
class Passwords {
    private static final int SHORTEST = 10;
    private static final int LONGEST = 128;

    private final PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final String decoy = encoder.encode("the password of nobody");

    /**
     * @throws IllegalArgumentException unless 10 to 128 characters and not the login itself
     */
    String hash(String password, Login login) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new IllegalArgumentException("A password has 10 to 128 characters");
        }
        if (Login.keyOf(password).equals(login.key())) {
            throw new IllegalArgumentException("A password is not the login");
        }
        return encoder.encode(password);
    }

    boolean matches(String typed, String hash) {
        return typed.length() <= LONGEST && encoder.matches(typed, hash);
    }

    /** The work of a check, for logins that have nothing to check. */
    void pretend(String typed) {
        boolean unused = matches(typed, decoy);
    }
}
