package dev.holstein.btree.hostile;

import java.util.Arrays;
import java.util.Random;

/**
 * Damages a valid stream of serialized objects in every simple way at every place, and then at random. Which values are tried at a place
 * is drawn from the seed, so that many short runs try them all.
 */
final class StreamDamage {
    /** Takes damaged streams. */
    interface Victim {
        void read(String how, byte[] damaged);
    }

    /** The numbers of {@link java.io.ObjectStreamConstants} that begin a part of a stream are 0x70 to 0x7e. */
    private static final int FIRST_TOKEN = 0x70;

    private static final int TOKENS = 15;

    /** Numbers up to here are taken for counts, and forged. */
    private static final int LARGEST_COUNT = 1 << 10;

    private final byte[] whole;
    private final Random random;
    private final Victim victim;

    StreamDamage(byte[] whole, long seed, Victim victim) {
        this.whole = whole.clone();
        this.victim = victim;
        random = new Random(seed);
    }

    /** All kinds of single damages, at all places. */
    void everywhere() {
        for (int at = 0; at < whole.length; at++) {
            victim.read("cut off at " + at, Arrays.copyOf(whole, at));
            flips(at);
            int span = 1 + random.nextInt(Math.min(8, whole.length - at));
            victim.read("without " + span + " bytes at " + at, spliced(whole, at, whole, at + span));
            victim.read("with " + span + " bytes twice at " + at, spliced(whole, at + span, whole, at));
            forgeCount(at);
        }
    }

    private void flips(int at) {
        set(at, whole[at] ^ 1);
        set(at, whole[at] ^ (2 << random.nextInt(7)));
        set(at, whole[at] ^ 0xff);
        set(at, FIRST_TOKEN + random.nextInt(TOKENS));
        set(at, random.nextInt(0x100));
    }

    private void set(int at, int value) {
        byte[] damaged = whole.clone();
        damaged[at] = (byte) value;
        victim.read("byte " + at + " = " + (value & 0xff) + " for " + (whole[at] & 0xff), damaged);
    }

    /** Whatever may be a length, of 4 bytes or of 2 bytes. */
    private void forgeCount(int at) {
        if (at + 4 <= whole.length) {
            int count = number(at, 4);
            if (count >= 0 && count <= LARGEST_COUNT) {
                for (int forged : new int[] {-1, 0, 1, count - 1, count + 1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
                    forge(at, 4, forged);
                }
            }
        }
        if (at + 2 <= whole.length && number(at, 2) <= 0xff) {
            forge(at, 2, number(at, 2) + 1);
            forge(at, 2, random.nextInt(1 << 16));
        }
    }

    private int number(int at, int bytes) {
        int number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << 8 | whole[at + i] & 0xff;
        }
        return number;
    }

    private void forge(int at, int bytes, int number) {
        byte[] damaged = whole.clone();
        write(damaged, at, bytes, number);
        victim.read(number + " in " + bytes + " bytes at " + at, damaged);
    }

    private static void write(byte[] damaged, int at, int bytes, int number) {
        for (int i = 0; i < bytes; i++) {
            damaged[at + i] = (byte) (number >> 8 * (bytes - 1 - i));
        }
    }

    /** The beginning of this stream, and the end of another. */
    void splices(byte[] other, int times) {
        for (int i = 0; i < times; i++) {
            int head = random.nextInt(whole.length + 1);
            int tail = random.nextInt(other.length + 1);
            victim.read("up to " + head + ", then another from " + tail, spliced(whole, head, other, tail));
        }
    }

    /** Several damages of all kinds at once. */
    void mixed(int times) {
        for (int i = 0; i < times; i++) {
            byte[] damaged = whole;
            StringBuilder how = new StringBuilder("mixed:");
            for (int left = 2 + random.nextInt(4); left > 0 && damaged.length > 4; left--) {
                int at = random.nextInt(damaged.length - 3);
                int kind = random.nextInt(5);
                int with = random.nextInt();
                damaged = one(damaged, at, kind, with);
                how.append(" (")
                        .append(at)
                        .append(' ')
                        .append(kind)
                        .append(' ')
                        .append(with)
                        .append(')');
            }
            victim.read(how.toString(), damaged);
        }
    }

    private static byte[] one(byte[] before, int at, int kind, int with) {
        byte[] damaged = before.clone();
        int span = Math.min((with & 0x1f) + 1, before.length - at);
        switch (kind) {
            case 0 -> damaged[at] = (byte) with;
            case 1 -> damaged[at] = (byte) (FIRST_TOKEN + Math.floorMod(with, TOKENS));
            case 2 -> write(damaged, at, 4, (with & 1) == 0 ? with >> 24 : with);
            case 3 -> {
                return spliced(before, at, before, at + span);
            }
            default -> {
                return spliced(before, at + span, before, at);
            }
        }
        return damaged;
    }

    private static byte[] spliced(byte[] first, int head, byte[] second, int tail) {
        byte[] result = Arrays.copyOf(first, head + second.length - tail);
        System.arraycopy(second, tail, result, head, second.length - tail);
        return result;
    }
}
