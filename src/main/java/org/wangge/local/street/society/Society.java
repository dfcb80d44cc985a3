package org.wangge.local.street.society;

import java.util.ArrayList;
import java.util.List;
import org.wangge.access.personal.Keyring;
import org.wangge.local.street.commons.Neighbourhood;
import org.wangge.local.street.commons.Venues;
import org.wangge.local.street.seed.Sheet;
import org.wangge.local.street.seed.Words;

/// The society of the article: 44 organisations, 53 activities with more than ten thousand person-times, and
/// eight agencies under contract.
public final class Society {
    private final List<Sheet> sheets = new ArrayList<>();

    public Society(Neighbourhood around, Venues venues, Keyring keyring) {
        var words = Words.from("society");
        var organisations = new Organisations(around, words);
        var volunteers = new Volunteers(around, keyring, words);
        var teams = new Teams(around, organisations, volunteers, words);
        var attendances = new Attendances(around.chronicle(), words);
        var activities = new Activities(around, venues, organisations, teams);
        activities.hold(volunteers, attendances, words);
        var agencies = new Agencies(around, words);
        agencies.agree(activities.all(), words);
        sheets.addAll(List.of(organisations.sheet(), volunteers.sheet()));
        sheets.addAll(teams.sheets());
        sheets.add(activities.sheet());
        sheets.addAll(attendances.sheets());
        sheets.add(new Certificates(around).of(volunteers));
        sheets.addAll(agencies.sheets());
    }

    /// In the order in which they refer to each other.
    public List<Sheet> sheets() {
        return sheets;
    }
}
