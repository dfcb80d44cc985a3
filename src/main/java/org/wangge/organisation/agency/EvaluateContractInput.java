package org.wangge.organisation.agency;

import java.util.UUID;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// What somebody finds who did not sign, before an instalment.
public record EvaluateContractInput(
        UUID key,
        ServiceContractId contractId,
        int expectedVersion,
        int instalmentNo,
        Grade grade,
        int residentsAsked,
        int residentsSatisfied,
        String text) {
    private static final int MOST_ASKED = 100_000;

    Problems problems() {
        return new Problems()
                .text("text", text, 1, Problems.REMARK)
                .check(
                        residentsAsked >= 1 && residentsAsked <= MOST_ASKED,
                        "residentsAsked",
                        ProblemCode.OUT_OF_RANGE,
                        1,
                        MOST_ASKED)
                .check(
                        residentsSatisfied >= 0 && residentsSatisfied <= residentsAsked,
                        "residentsSatisfied",
                        ProblemCode.OUT_OF_RANGE,
                        0,
                        residentsAsked);
    }
}
