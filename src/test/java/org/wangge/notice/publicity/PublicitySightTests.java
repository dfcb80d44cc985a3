package org.wangge.notice.publicity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wangge.access.Viewer;
import org.wangge.refusal.FaultCode;

class PublicitySightTests {
    private static final UUID ID = new UUID(1, 1);

    @Test
    void membersSeeWhatIsForThem() {
        var member = new Viewer("member:" + ID, ID, ID, ID, null, List.of(), null);

        assertThat(PublicitySight.of(member).people()).containsExactly(ID);
    }

    @Test
    void whoeverHasToDoSomethingFirstIsNobodyUntilThen() {
        var member = new Viewer("member:" + ID, ID, ID, ID, null, List.of(), FaultCode.SECOND_FACTOR_REQUIRED);

        assertThat(PublicitySight.of(member).people()).isEmpty();
    }
}
