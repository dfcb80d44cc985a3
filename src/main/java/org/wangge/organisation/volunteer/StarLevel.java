package org.wangge.organisation.volunteer;

/// The stars of volunteers (星级志愿者): one to five at 100, 300, 600, 1000 and 1500 hours of service, after the
/// record of volunteer service of the Ministry of Civil Affairs (民函〔2012〕340号).
public final class StarLevel {
    private static final int[] HOURS = {100, 300, 600, 1000, 1500};
    private static final int MINUTES = 60;

    private StarLevel() {}

    /// From how many minutes on somebody has so many stars, 0 to 5.
    public static int minutes(int stars) {
        return stars <= 0 ? 0 : HOURS[Math.min(stars, HOURS.length) - 1] * MINUTES;
    }

    /// 0 to 5. The hours have to be full: at 5,999 minutes there is no star yet, at 6,000 the first.
    public static int of(long minutes) {
        var stars = 0;
        while (stars < HOURS.length && minutes >= (long) HOURS[stars] * MINUTES) {
            stars++;
        }
        return stars;
    }
}
