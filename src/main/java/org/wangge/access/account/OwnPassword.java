package org.wangge.access.account;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.wangge.access.Viewer;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Somebody changes their own password; their other sessions end.
@Service
class OwnPassword {
    private static final String PATH = "newPassword";

    private final CredentialStore store;
    private final Passwords passwords;
    private final Lockout lockout;
    private final Door door;
    private final AccessLog log;

    OwnPassword(CredentialStore store, Passwords passwords, Lockout lockout, Door door, AccessLog log) {
        this.store = store;
        this.passwords = passwords;
        this.lockout = lockout;
        this.door = door;
        this.log = log;
    }

    /// @throws Refused INPUT_REJECTED, CREDENTIALS_REJECTED when the current password is wrong,
    ///     SIGN_IN_LOCKED
    Mono<Void> change(ChangePasswordInput input, Viewer viewer, @Nullable String address) {
        var accountId = viewer.accountId();
        if (accountId == null) {
            throw new Fault(FaultCode.SIGN_IN_REQUIRED);
        }
        return store.find(accountId)
                .doOnNext(credentials -> check(input, credentials))
                .flatMap(credentials -> lockout.guard(credentials.name(), address, proven(credentials, input)))
                .flatMap(credentials -> passwords.hash(input.newPassword()))
                .flatMap(hash -> store.setPassword(accountId, hash))
                .then(door.close(accountId, null, viewer.sessionId()))
                .then(log.done(AccessAct.CHANGE_PASSWORD, viewer.actor(), accountId, address));
    }

    private static void check(ChangePasswordInput input, Credentials credentials) {
        PasswordRules.problems(PATH, input.newPassword(), credentials.name())
                .check(!input.newPassword().equals(input.currentPassword()), PATH, ProblemCode.SAME_AS_BEFORE)
                .refuseIfAny();
    }

    private Mono<Credentials> proven(Credentials credentials, ChangePasswordInput input) {
        return passwords
                .match(input.currentPassword(), credentials.hash())
                .filter(fits -> fits)
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.CredentialsRejected())))
                .map(fits -> credentials);
    }
}
