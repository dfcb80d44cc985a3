package org.wangge.access.account.administration;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.wangge.access.StaffDirectory;
import org.wangge.access.account.Passwords;
import org.wangge.access.account.SignInInput;
import org.wangge.feed.Outcome;
import reactor.core.publisher.Mono;

/// New accounts for members of staff.
@Service
class StaffService {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AccountCommand command;
    private final AccountChanges changes;
    private final Passwords passwords;
    private final ObjectProvider<StaffDirectory> staff;

    StaffService(
            AccountCommand command, AccountChanges changes, Passwords passwords, ObjectProvider<StaffDirectory> staff) {
        this.command = command;
        this.changes = changes;
        this.passwords = passwords;
        this.staff = staff;
    }

    /// A password to begin with: 92 bits, without letters that look alike.
    static String initialPassword() {
        return RANDOM.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED, NAME_TAKEN
    Mono<Outcome> create(CreateAccountInput input, String password, AccountCommand.Deed deed) {
        var name = SignInInput.nameOf(input.name());
        var member = input.memberUuid();
        var isMember = member == null ? Mono.just(true) : isMember(member);
        return passwords.hash(password).flatMap(hash -> {
            var work = isMember.doOnNext(known -> input.problems(name, known).refuseIfAny())
                    .flatMap(known -> changes.create(name, member, hash, command.now()));
            return command.once(deed, work);
        });
    }

    private Mono<Boolean> isMember(UUID member) {
        return Mono.justOrEmpty(staff.getIfAvailable())
                .flatMap(directory -> directory.isMember(member))
                .defaultIfEmpty(false);
    }
}
