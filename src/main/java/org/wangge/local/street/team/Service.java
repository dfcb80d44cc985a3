package org.wangge.local.street.team;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.local.street.land.Place;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.History;

/// A member's time in a role at a place; `toOn` is the first day after it.
record Service(
        UUID id,
        Member member,
        Place place,
        LocalDate fromOn,
        @Nullable LocalDate toOn) {
    static Service since(LocalDate fromOn, Member member, Place place) {
        return until(null, fromOn, member, place);
    }

    static Service until(@Nullable LocalDate toOn, LocalDate fromOn, Member member, Place place) {
        var dice = Dice.named("service " + member.cardNo(), fromOn.toEpochDay());
        return new Service(dice.id(History.startOf(fromOn)), member, place, fromOn, toOn);
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(fromOn) && (toOn == null || day.isBefore(toOn));
    }

    String role() {
        return member.calling().role();
    }

    /// The paper that appointed them.
    String basis() {
        return "云街办〔" + fromOn.getYear() + "〕" + (1 + fromOn.getDayOfYear() / 6) + "号";
    }
}
