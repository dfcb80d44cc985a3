package org.wangge.access.account.administration;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.GlobalId;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// A new account of staff.
record CreateAccountInput(UUID key, String name, @Nullable String memberId) {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 64;
    private static final Pattern NAME = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{Nd}][\\p{Ll}\\p{Lo}\\p{Nd}._-]*");

    /// @throws Fault INVALID_ID, WRONG_ID_TYPE
    @Nullable
    UUID memberUuid() {
        if (memberId == null) {
            return null;
        }
        var type = GlobalId.typeOf(memberId);
        if (type == null) {
            throw new Fault(FaultCode.INVALID_ID, "memberId");
        }
        if (!type.equals("member")) {
            throw new Fault(FaultCode.WRONG_ID_TYPE, "memberId", type);
        }
        return GlobalId.decode("member", memberId);
    }

    Problems problems(String plainName, boolean isMember) {
        var problems = new Problems().text("name", plainName, SHORTEST, LONGEST);
        if (plainName.length() >= SHORTEST) {
            problems.check(NAME.matcher(plainName).matches(), "name", ProblemCode.MALFORMED);
        }
        return problems.check(isMember, "memberId", ProblemCode.UNKNOWN);
    }
}
