package org.wangge.access.personal;

import java.security.GeneralSecurityException;

/// Authenticated encryption and a keyed digest, with one key each. Used by many threads at once.
sealed interface Engine permits AesEngine, Sm4Engine {
    int NONCE = 12;
    int TAG_BITS = 128;

    byte[] seal(byte[] nonce, byte[] clear, byte[] associated);

    /// @throws GeneralSecurityException when anything of it was changed
    byte[] open(byte[] nonce, byte[] sealed, byte[] associated) throws GeneralSecurityException;

    /// 32 bytes.
    byte[] digest(byte[] text);
}
