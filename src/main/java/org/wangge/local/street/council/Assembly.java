package org.wangge.local.street.council;

import java.util.ArrayList;
import java.util.List;
import org.wangge.local.street.commons.Neighbourhood;
import org.wangge.local.street.commons.Venues;
import org.wangge.local.street.life.Lives;
import org.wangge.local.street.seed.Sheet;
import org.wangge.local.street.seed.Words;

/// All that was deliberated on. Six cases go on with what was resolved on them: their lives are changed by it.
public final class Assembly {
    private final List<Sheet> sheets = new ArrayList<>();

    public Assembly(Neighbourhood around, Venues venues, Lives lives) {
        var words = Words.from("council");
        var councils = new Councils(around, words);
        var topics = new Topics(around, words);
        var meetings = new Meetings(around, venues);
        var ballots = new Ballots(around, topics.options());
        var resolutions = new Resolutions(around, venues, councils, words);
        resolutions.solve(lives, topics, meetings, ballots);
        new Talks(around, venues, councils, meetings, topics, words).hold();
        sheets.addAll(councils.sheets());
        sheets.addAll(topics.sheets());
        sheets.addAll(meetings.sheets());
        sheets.addAll(ballots.sheets());
        sheets.addAll(resolutions.sheets());
    }

    /// In the order in which they refer to each other.
    public List<Sheet> sheets() {
        return sheets;
    }
}
