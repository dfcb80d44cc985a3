package org.wangge.local.street.council;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.wangge.local.street.commons.Neighbourhood;
import org.wangge.local.street.commons.Venues;
import org.wangge.local.street.land.Place;
import org.wangge.local.street.ledger.Neighbour;
import org.wangge.local.street.life.Deferral;
import org.wangge.local.street.life.Lives;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.Sheet;
import org.wangge.local.street.seed.Words;

/// The six cases that were solved in council (议事解决): put off for it, voted on, resolved, taken up again
/// with the resolution, closed, and fed back to those who took part.
final class Resolutions {
    private static final int COUNT = 6;

    private final Sheet resolutions = new Sheet(
            "resolution",
            "id, grid_id, grid_key, council_id, topic_id, ballot_id, result, text, status, adopted_at, public_until,"
                    + " started_at, done_at, fed_back_at, feedback, version");
    private final Sheet objections = new Sheet(
            "resolution_objection", "id, resolution_id, actor, resident_id, text, at, is_upheld, answer, answered_at");
    private final Neighbourhood around;
    private final Venues venues;
    private final Councils councils;
    private final Words words;

    Resolutions(Neighbourhood around, Venues venues, Councils councils, Words words) {
        this.around = around;
        this.venues = venues;
        this.councils = councils;
        this.words = words;
    }

    List<Sheet> sheets() {
        return List.of(resolutions, objections);
    }

    /// One in each community as far as there is one, then any.
    void solve(Lives lives, Topics topics, Meetings meetings, Ballots ballots) {
        var able = lives.deferrals().stream()
                .map(Deliberation::new)
                .filter(one -> one.fits(around.history()))
                .toList();
        var communities = new HashSet<Place>();
        var first = new ArrayList<Deliberation>();
        var others = new ArrayList<Deliberation>();
        able.reversed().forEach(one -> (communities.add(community(one.deferral())) ? first : others).add(one));
        var chosen = Stream.concat(first.stream(), others.stream()).limit(COUNT).toList();
        if (chosen.size() < COUNT) {
            throw new IllegalStateException("Only " + chosen.size() + " cases were put off long enough");
        }
        chosen.forEach(one -> lives.resolve(one.deferral(), resolve(one, topics, meetings, ballots)));
    }

    private String resolve(Deliberation one, Topics topics, Meetings meetings, Ballots ballots) {
        var council = councils.of(community(one.deferral()));
        var report = one.deferral().report();
        var dice = Dice.named("deliberation", report.id().getLeastSignificantBits());
        var lead = new Seat(one.deferral().lead(), null, null, "MEMBER");
        var wish = new Topics.Wish(
                report.site().grid(),
                report.story().title(),
                about("background", report.story().title()),
                lead);
        var topic = topics.write(
                wish, report.id(), council.id(), path(one, council, lead), neighbours(wish.place(), dice), dice);
        var present = present(council, dice);
        var call = call(one, council, wish);
        var point = new Meetings.Point(topic, about("consensus", wish.title()));
        var meeting = meetings.hold(call, present, council.voting().size(), List.of(point), dice);
        var ballot = ballots.carry(meeting, call, wish, topic, present, dice);
        var text = about("resolution", wish.title());
        write(one, council, wish, List.of(topic, ballot), text, dice);
        return text;
    }

    private static List<Topics.Step> path(Deliberation one, Council council, Seat lead) {
        var chair = council.chair().actor();
        return List.of(
                new Topics.Step("PROPOSED", one.proposedAt(), lead.actor(), null),
                new Topics.Step("ACCEPTED", one.acceptedAt(), chair, null),
                new Topics.Step("SCHEDULED", one.noticedAt(), chair, null),
                new Topics.Step("DISCUSSED", one.meetsAt().plusSeconds(45 * 60), chair, null),
                new Topics.Step("RESOLVED", one.adoptedAt(), chair, null));
    }

    private Meetings.Call call(Deliberation one, Council council, Topics.Wish wish) {
        return new Meetings.Call(
                "JOINT_COUNCIL",
                council.place().name() + "联席议事会：" + wish.title(),
                council.place(),
                council.id(),
                venues.centre(council.place()),
                one.meetsAt(),
                one.noticedAt(),
                wish.background(),
                about("minutes", wish.title()),
                council.chair().actor());
    }

    /// A quarter at most is absent, and never the chair.
    private static List<Seat> present(Council council, Dice dice) {
        var absent = council.voting().size() / 4;
        var present = new ArrayList<Seat>();
        for (var seat : council.seats()) {
            if (absent > 0 && seat != council.chair() && dice.chance(0.2)) {
                absent--;
            } else {
                present.add(seat);
            }
        }
        return present;
    }

    private void write(Deliberation one, Council council, Topics.Wish wish, List<UUID> of, String text, Dice dice) {
        var id = dice.id(one.adoptedAt());
        var course = around.chronicle().course(id, wish.place().key()).step("RESOLUTION_ADOPTED", one.adoptedAt());
        if (resolutions.rows() == 0) {
            var neighbour = around.ledger().neighbours(wish.place().at(5)).getLast();
            var at = one.adoptedAt().plusSeconds(100_000);
            var answeredAt = one.adoptedAt().plusSeconds(200_000);
            course.told("RESOLUTION_OBJECTED", at).step("RESOLUTION_OBJECTION_ANSWERED", answeredAt);
            objections.cells(
                    dice.id(at),
                    id,
                    neighbour.actor(),
                    neighbour.id(),
                    words.lines("objection").getFirst());
            objections
                    .cells(at, false, words.lines("answer").getFirst(), answeredAt)
                    .end();
        }
        course.step("RESOLUTION_STARTED", one.startedAt())
                .step("RESOLUTION_DONE", one.doneAt())
                .step("RESOLUTION_FED_BACK", one.fedBackAt());
        resolutions
                .cells(id, wish.place().id(), wish.place().key(), council.id(), of.getFirst(), of.getLast())
                .cells("PASSED", text, "FED_BACK", one.adoptedAt(), one.publicUntil(), one.startedAt())
                .cells(one.doneAt(), one.fedBackAt(), about("feedback", wish.title()), course.version())
                .end();
    }

    private List<Neighbour> neighbours(Place place, Dice dice) {
        return around.neighbours(place, dice.between(3, 9));
    }

    private String about(String heading, String title) {
        return words.lines(heading).getFirst().replace("{题}", title);
    }

    private static Place community(Deferral deferral) {
        return deferral.report().site().grid().at(2);
    }
}
