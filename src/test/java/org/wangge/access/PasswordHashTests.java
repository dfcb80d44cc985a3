package org.wangge.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Argon2id as others write it.
class PasswordHashTests {
    private static final PasswordHash.Cost CHEAP = new PasswordHash.Cost(64, 1);

    @Test
    void matchesThePasswordItWasMadeOf() {
        var hash = PasswordHash.of("密码 with 𠮷 inside", CHEAP);

        assertThat(hash).startsWith("$argon2id$v=19$m=64,t=1,p=1$");
        assertThat(PasswordHash.matches("密码 with 𠮷 inside", hash)).isTrue();
        assertThat(PasswordHash.matches("密码 with 𠮷 inside ", hash)).isFalse();
    }

    @Test
    void differsEachTime() {
        assertThat(PasswordHash.of("correct horse", CHEAP)).isNotEqualTo(PasswordHash.of("correct horse", CHEAP));
    }

    /// The vector of the reference implementation's own tests (argon2/src/test.c).
    @Test
    void readsWhatTheReferenceImplementationWrote() {
        var hash = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertThat(PasswordHash.matches("password", hash)).isTrue();
        assertThat(PasswordHash.matches("Password", hash)).isFalse();
    }

    @Test
    void fitsNothingToATextThatIsNoHash() {
        assertThat(PasswordHash.matches("", "")).isFalse();
        assertThat(PasswordHash.matches("x", "$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHQ$AAAA"))
                .isFalse();
    }
}
