package org.wangge.organisation.agency;

import java.time.Instant;

/// What somebody who did not sign, and the residents who were asked, found before an instalment.
record Evaluation(
        ServiceContractId contractId,
        int instalmentNo,
        Grade grade,
        int residentsAsked,
        int residentsSatisfied,
        String text,
        Instant at) {}
