package dev.holstein.btree;

import org.jspecify.annotations.Nullable;

/**
 * The beginning that the keys of one node have in common, left out before eight characters are packed into a prefix: URLs and
 * file names would tie in every prefix otherwise (prefix truncation; Graefe, <cite>Modern B-Tree Techniques</cite>, 2011,
 * section 3.5).
 *
 * <pre>
 *   stem "example.org/a"    keys  "example.org/about"   prefix of "bout"
 *                                 "example.org/apple"   prefix of "pple"
 *                           probe "example.net"         below all, "example.org/b" above all
 * </pre>
 *
 * A prefix under <em>any</em> stem is weakly monotone for <em>all</em> strings ({@link KeyPrefix#encode(String, String)}). So a
 * stem is only ever good or bad, never wrong: an insert that does not share it needs no other stem, a removal neither, and a
 * probe need not share it. A stem is chosen where a node is built anew: by a split, a borrow, a merge, a bulk load.
 *
 * <p>Nodes keep the stem of the nodes they are made of for as long as it serves: a search that meets the same object again does
 * not compare it again. Null stands for no stem.
 */
final class KeyStem {
    /** So many common characters may stay in the prefixes: the other four still tell the keys of a node apart. */
    private static final int LEFT_IN = 4;

    /** So many keys are asked what a run of any length has in common. */
    private static final int SAMPLES = 16;

    private KeyStem() {}

    /** Whether a stem serves keys in order, as far as the first and the last prefix under it tell: no key is touched. */
    static boolean serves(@Nullable String stem, long firstPrefix, long lastPrefix) {
        boolean inRange = stem == null || !(isEdge(firstPrefix) || isEdge(lastPrefix));
        return inRange && Long.numberOfLeadingZeros(firstPrefix ^ lastPrefix) < (LEFT_IN + 1) * Byte.SIZE;
    }

    /** Whether a prefix may be that of a key that does not share the stem. */
    private static boolean isEdge(long prefix) {
        return prefix == Long.MIN_VALUE || prefix == Long.MAX_VALUE;
    }

    /** The stem for keys in order, all of them strings: the known one if it serves them, too. */
    static @Nullable String of(Object[] keys, int count, @Nullable String known) {
        if (count < 2) {
            return known;
        }
        String first = (String) keys[0];
        String last = (String) keys[count - 1];
        int common = common(first, last, Math.min(first.length(), last.length()));
        if (known != null
                && known.length() <= common
                && known.length() >= common - LEFT_IN
                && first.startsWith(known)) {
            return known;
        }
        return beginning(first, last, common);
    }

    /** The stem for gathered keys in any order: what some of them have in common; null if one of these is no string. */
    static @Nullable String ofSome(Object[] keys, int count) {
        if (count < 2 || !(keys[0] instanceof String first)) {
            return null;
        }
        String other = first;
        int common = first.length();
        for (int sample = 1; sample < SAMPLES; sample++) {
            if (!(keys[(int) ((count - 1L) * sample / (SAMPLES - 1))] instanceof String next)) {
                return null;
            }
            common = common(first, next, Math.min(common, next.length()));
            other = next.length() > common ? next : other;
        }
        return beginning(first, other, common);
    }

    private static int common(String a, String b, int most) {
        int common = 0;
        while (common < most && a.charAt(common) == b.charAt(common)) {
            common++;
        }
        return common;
    }

    /** A stem of its own, never one of the keys: a removed key is not kept alive. Keys that are all the same need none. */
    private static @Nullable String beginning(String a, String b, int length) {
        if (length <= LEFT_IN) {
            return null;
        }
        String longer = a.length() > length ? a : b;
        return longer.length() > length ? longer.substring(0, length) : null;
    }
}
