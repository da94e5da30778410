package dev.holstein.jmh.report;

import java.math.BigDecimal;
import java.util.Locale;

/** Numbers for people: three digits that count, the same in every locale. */
final class Figures {
    private static final String[] TIMES = {"ns", "µs", "ms", "s"};
    private static final String[] RATES = {"/s", "k/s", "M/s", "G/s"};
    private static final String[] SUPERSCRIPTS = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    private static final double THOUSAND = 1000;
    /** From here on three digits would be rounded up to four. */
    private static final double ROUNDS_UP = 999.5;

    private Figures() {}

    /** A number with its unit. */
    static String of(Unit unit, double number) {
        return switch (unit) {
            case NANOS -> scaled(number, TIMES);
            case RATE -> scaled(number, RATES);
            case BYTES -> digits(number) + " B";
            case COUNT -> plain(number);
        };
    }

    private static String scaled(double number, String[] units) {
        int unit = 0;
        double rest = number;
        while (rest >= ROUNDS_UP && unit < units.length - 1) {
            rest /= THOUSAND;
            unit++;
        }
        return digits(rest) + " " + units[unit];
    }

    /**
     * Three digits that count, and as many more before the point as there are; two that count below one tenth, however small the number:
     * XChart looks for ticks of an axis until no two have the same label.
     */
    private static String digits(double number) {
        double size = Math.abs(number);
        if (size > 0 && size < 0.0995) {
            int places = (int) Math.ceil(-Math.log10(size)) + 1;
            return String.format(Locale.ROOT, "%." + places + "f", number);
        }
        String format = size >= 99.95 ? "%,.0f" : size >= 9.995 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, number);
    }

    /** A ratio. */
    static String ratio(double ratio) {
        return digits(ratio);
    }

    /** All digits of a number that was written by a person. */
    static String plain(double number) {
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }

    /** 100000 as 10⁵; what is no power of ten above ten stays as it is. */
    static String power(String number) {
        return number.matches("10{2,9}") ? "10" + SUPERSCRIPTS[number.length() - 1] : number;
    }

    /** The constant of an enum in words: PREFIXED_STRING as "prefixed string". */
    static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
