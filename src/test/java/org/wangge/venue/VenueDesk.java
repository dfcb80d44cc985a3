package org.wangge.venue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.wangge.town.Answer;
import org.wangge.town.Deeds;
import org.wangge.town.Graph;
import org.wangge.town.Town;

/// Opens and books venues as tests need them.
public final class VenueDesk {
    private static final String REFUSALS =
            "... on VenueTaken { bookings { id title startsAt endsAt } } ... on VenueClosed { opening { weekday opensAt closesAt } }";

    private final Deeds deeds;

    public VenueDesk(Graph graph) {
        this.deeds = new Deeds(graph, REFUSALS);
    }

    /// A day so far ahead, as `2026-03-09T09:00:00+08:00` at that time.
    public static String at(int days, String time) {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(days) + "T" + time + ":00+08:00";
    }

    /// The id of a new venue in 柳一格.
    public String opened(Map<String, ?> fields) {
        return open(fields).text("done.venue.id");
    }

    Answer open(Map<String, ?> fields) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "gridId", Town.WILLOW_ONE.id(),
                "name", "党群服务中心",
                "kind", "PARTY_SERVICE_CENTRE",
                "address", "柳村一组1号",
                "capacity", 40));
        input.putAll(fields);
        return done(
                "openVenue",
                "venue { id name version isOpen capacity grid { name } opening { weekday opensAt } }",
                input);
    }

    Answer book(String venue, String from, String to, Map<String, ?> fields) {
        Map<String, Object> input =
                new HashMap<>(Map.of("venueId", venue, "startsAt", from, "endsAt", to, "title", "院坝会"));
        input.putAll(fields);
        return done("bookVenue", "booking { id title version isCancelled venue { name } bookedBy { name } }", input);
    }

    Answer cancel(String booking, int version) {
        return done(
                "cancelVenueBooking",
                "booking { id version isCancelled cancelReason }",
                Map.of("bookingId", booking, "expectedVersion", version, "reason", "改期"));
    }

    Answer done(String command, String selection, Map<String, ?> fields) {
        return deeds.done(command, selection, fields);
    }
}
