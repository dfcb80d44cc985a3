package org.wangge.access.personal;

import java.security.GeneralSecurityException;
import org.springframework.stereotype.Component;
import org.wangge.access.Vault;

/// The server's own secrets under the master key.
@Component
class ServerVault implements Vault {
    private final MasterKey master;

    ServerVault(MasterKey master) {
        this.master = master;
    }

    @Override
    public byte[] seal(byte[] secret, String label) {
        return master.seal(secret, label);
    }

    @Override
    public byte[] open(byte[] sealed, String label) {
        try {
            return master.open(sealed, label);
        } catch (GeneralSecurityException foreign) {
            throw new IllegalStateException("another master key sealed this " + label, foreign);
        }
    }
}
