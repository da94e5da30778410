package dev.holstein.jmh.tour;

import java.util.Locale;

/** Numbers for people: the same in every locale, so that two outputs can be compared. */
public final class Numbers {
    private Numbers() {}

    /** A count with separators between the thousands. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A rounded number with separators. */
    public static String rounded(double number) {
        return count(Math.round(number));
    }

    /** A number with two decimals. */
    public static String decimal(double number) {
        return String.format(Locale.ROOT, "%,.2f", number);
    }

    /** A share of one as a percentage. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** A count and what is counted, one of it or several. */
    public static String plural(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }
}
