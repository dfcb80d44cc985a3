package org.wangge.local.street.council;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.wangge.local.street.commons.Neighbourhood;
import org.wangge.local.street.commons.Venue;
import org.wangge.local.street.commons.Venues;
import org.wangge.local.street.land.Place;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.History;
import org.wangge.local.street.seed.Words;

/// Where people meet beside the councils: those who serve, each quarter in each community (例会), neighbours
/// in their courtyards (坝坝会), and what residents have brought up since.
final class Talks {
    private static final int QUARTERS = 6;
    private static final int A_QUARTER = 91;
    private static final int HALF_PAST_TWO = 52_200;
    private static final int FOUR = 57_600;
    private static final int FRIDAY = 5;
    private static final int TEN = 36_000;

    private final Neighbourhood around;
    private final Venues venues;
    private final Councils councils;
    private final Meetings meetings;
    private final Topics topics;
    private final Words words;

    Talks(Neighbourhood around, Venues venues, Councils councils, Meetings meetings, Topics topics, Words words) {
        this.around = around;
        this.venues = venues;
        this.councils = councils;
        this.meetings = meetings;
        this.topics = topics;
        this.words = words;
    }

    void hold() {
        var communities = around.land().at(2);
        for (var i = 0; i < communities.size(); i++) {
            for (var quarter = 0; quarter < QUARTERS; quarter++) {
                meetRegularly(councils.of(communities.get(i)), quarter, i);
            }
        }
        var talks = words.lines("talks");
        for (var i = 0; i < talks.size(); i++) {
            talk(communities.get(i), talks.get(i).split("\\|"), i);
        }
        var wishes = words.lines("wishes");
        for (var i = 0; i < wishes.size(); i++) {
            wish(communities.get(i), wishes.get(i).split("\\|"), i);
        }
    }

    private void meetRegularly(Council council, int quarter, int number) {
        var dice = Dice.named("regular " + council.place().name(), quarter);
        var day = workday(around.history().startOn().plusDays(20 + number + (long) A_QUARTER * quarter));
        var staff = council.seats().stream()
                .filter(seat -> seat.member() != null && seat.votes())
                .toList();
        var venue = venues.centre(council.place());
        var title = council.place().name() + "网格例会";
        var content = dice.pick(words.lines("regular"));
        var call = call("REGULAR", title, council.place(), venue, History.at(day, HALF_PAST_TWO), content, council);
        meetings.hold(call, staff, staff.size(), List.of(), dice);
    }

    private static LocalDate workday(LocalDate day) {
        return day.getDayOfWeek().getValue() > FRIDAY ? day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : day;
    }

    /// A courtyard agrees without a vote: that was deliberated on, and nothing was resolved.
    private void talk(Place community, String[] wish, int number) {
        var dice = Dice.named("talk", number);
        var venue = venues.yards(community).get(number % 2);
        var council = councils.of(community);
        var day = around.history().today().minusDays(14L + 17 * number);
        var neighbours = around.neighbours(venue.place(), dice.between(9, 16));
        var present = new ArrayList<Seat>();
        neighbours.forEach(one -> present.add(Seat.of(one, "MEMBER")));
        var startsAt = History.at(day, FOUR);
        var call = call("COURTYARD_TALK", wish[0], venue.place(), venue, startsAt, wish[0], council);
        var chair = council.chair().actor();
        var path = List.of(
                new Topics.Step(
                        "PROPOSED",
                        call.noticedAt().minusSeconds(400_000),
                        present.getFirst().actor(),
                        null),
                new Topics.Step("ACCEPTED", call.noticedAt().minusSeconds(200_000), chair, null),
                new Topics.Step("SCHEDULED", call.noticedAt(), chair, null),
                new Topics.Step("DISCUSSED", call.after(45), chair, null));
        var brought = new Topics.Wish(venue.place(), wish[0], wish[0] + "，请大家到院坝里商量。", present.getFirst());
        var topic = topics.write(brought, null, null, path, neighbours.subList(1, 5), dice);
        meetings.hold(call, present, present.size(), List.of(new Meetings.Point(topic, wish[1])), dice);
    }

    /// One of them was declined, some were taken on, the others still wait.
    private void wish(Place community, String[] words, int number) {
        var dice = Dice.named("wish", number);
        var courtyard = dice.pick(around.courtyards(community));
        var council = councils.of(community);
        var neighbours = around.neighbours(courtyard, dice.between(4, 14));
        var by = Seat.of(neighbours.getFirst(), "MEMBER");
        var proposedAt = History.at(around.history().today().minusDays(4L + 5 * number), TEN + dice.below(20_000));
        var path = new ArrayList<>(List.of(new Topics.Step("PROPOSED", proposedAt, by.actor(), null)));
        var isTaken = number >= 4 && number < 7;
        if (number >= 4) {
            path.add(decided(council, proposedAt.plusSeconds(172_800), isTaken));
        }
        var wish = new Topics.Wish(courtyard, words[0], words[1], by);
        var supporters = neighbours.subList(1, neighbours.size());
        topics.write(wish, null, isTaken ? council.id() : null, path, supporters, dice);
    }

    private Topics.Step decided(Council council, Instant at, boolean isTaken) {
        var reason = isTaken ? null : words.lines("declined").getFirst();
        return new Topics.Step(
                isTaken ? "ACCEPTED" : "DECLINED", at, council.chair().actor(), reason);
    }

    private Meetings.Call call(
            String type, String title, Place place, Venue venue, Instant startsAt, String content, Council council) {
        var minutes = type.equals("REGULAR") ? words.lines("regular minutes").getFirst() : content + "，经大家商量形成一致意见。";
        var noticedAt = startsAt.minusSeconds(4 * 86_400L);
        var by = council.chair().actor();
        return new Meetings.Call(type, title, place, null, venue, startsAt, noticedAt, content, minutes, by);
    }
}
