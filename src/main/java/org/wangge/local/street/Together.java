package org.wangge.local.street;

import java.util.ArrayList;
import java.util.List;
import org.wangge.access.personal.Keyring;
import org.wangge.local.street.commons.Neighbourhood;
import org.wangge.local.street.commons.Venues;
import org.wangge.local.street.council.Assembly;
import org.wangge.local.street.life.Lives;
import org.wangge.local.street.seed.Chronicle;
import org.wangge.local.street.seed.Sheet;
import org.wangge.local.street.society.Society;
import org.wangge.local.street.works.Works;

/// What the people of the street do together, and the chronicle of all that happened on it.
record Together(Chronicle chronicle, List<Sheet> sheets) {
    Together {
        sheets = List.copyOf(sheets);
    }

    static Together of(Neighbourhood around, Lives lives, Keyring keyring) {
        var venues = new Venues(around);
        var assembly = new Assembly(around, venues, lives);
        var society = new Society(around, venues, keyring);
        var works = new Works(around, lives);
        venues.bookForGroups();
        lives.tell(around.chronicle());
        var sheets = new ArrayList<>(List.of(venues.sheet(), venues.bookings()));
        sheets.addAll(society.sheets());
        sheets.addAll(assembly.sheets());
        sheets.addAll(works.sheets());
        return new Together(around.chronicle(), sheets);
    }
}
