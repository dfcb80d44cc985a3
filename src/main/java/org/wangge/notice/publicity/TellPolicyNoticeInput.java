package org.wangge.notice.publicity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Viewer;
import org.wangge.personnel.MemberId;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.resident.ResidentId;

/// Who was told of a notice in person, and when; now when it is not said.
record TellPolicyNoticeInput(
        UUID key,
        PolicyNoticeId noticeId,
        List<ResidentId> residentIds,
        List<MemberId> memberIds,
        @Nullable Instant toldAt) {
    private static final int MOST = 200;

    TellPolicyNoticeInput {
        residentIds = List.copyOf(residentIds);
        memberIds = List.copyOf(memberIds);
    }

    /// One of those who were told, and the field that names them.
    record Named(String path, UUID person) {}

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED
    void check(Viewer viewer, Instant now) {
        var own = viewer.memberId();
        var problems = new Problems()
                .check(
                        people().size() >= 1 && people().size() <= MOST,
                        "residentIds",
                        ProblemCode.OUT_OF_RANGE,
                        1,
                        MOST)
                .notAfter("toldAt", toldAt, now);
        people().stream()
                .filter(named -> named.person().equals(own))
                .forEach(named -> problems.add(named.path(), ProblemCode.SECOND_PERSON));
        problems.refuseIfAny();
    }

    List<UUID> persons() {
        return people().stream().map(Named::person).toList();
    }

    List<Named> people() {
        return Stream.concat(
                        IntStream.range(0, residentIds.size())
                                .mapToObj(i -> new Named(
                                        "residentIds[" + i + "]",
                                        residentIds.get(i).value())),
                        IntStream.range(0, memberIds.size())
                                .mapToObj(i -> new Named(
                                        "memberIds[" + i + "]", memberIds.get(i).value())))
                .toList();
    }
}
