package dev.holstein.jmh.tour;

import dev.holstein.array.PoolStats;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What became of the volume, and what is said of that to people.
 *
 * @param leftOut why there was none; empty if there was
 * @param figures what was measured; null if there was none
 * @param findings what is wrong with it
 */
record VolumeReport(String leftOut, @Nullable Figures figures, List<VolumeFinding> findings) {
    private static final int MOST_FINDINGS = 5;
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double NANOS_PER_MILLI = 1e6;

    /**
     * What was measured.
     *
     * @param name the type of the array
     * @param source the file
     * @param bytes its length
     * @param blocks its blocks
     * @param snapshots what became of each snapshot, in the order in which they were taken
     * @param pinnedTwice blocks of which two snapshots or more had contents that were no longer live
     * @param savedSnapshot the number of the one that was saved
     * @param writesWhileSaving writes that were made before it was saved
     * @param copiedAlone pages copied by the last round, when no snapshot was open
     * @param times how long it took
     * @param comparisons how many times all bytes were compared
     * @param accounts how many numbers were compared
     * @param pool the pool at the end
     */
    record Figures(
            String name,
            String source,
            long bytes,
            int blocks,
            List<Taken> snapshots,
            int pinnedTwice,
            int savedSnapshot,
            int writesWhileSaving,
            long copiedAlone,
            Times times,
            int comparisons,
            int accounts,
            PoolStats pool) {}

    /**
     * What became of one snapshot.
     *
     * @param number its number, from 1
     * @param writes the writes of its round, after it was taken
     * @param copiedPages the pages that these copied: the delta
     * @param copiedBytes their size
     * @param keptAlone the bytes that only this snapshot kept at the end of its round
     * @param reclaimed the bytes that came back when it was closed
     */
    record Taken(int number, int writes, long copiedPages, long copiedBytes, long keptAlone, long reclaimed) {}

    /**
     * Nanoseconds: medians, where there was more than one step of a kind.
     *
     * @param load of the whole volume
     * @param snapshot of one, nothing written since the last
     * @param close of such a snapshot
     * @param cloned of a plain array with the same bytes; 0 if there was no room for one
     * @param firstWrite of a write within a block that copies it
     * @param laterWrite of one that does not
     * @param save of a snapshot
     */
    record Times(long load, long snapshot, long close, long cloned, long firstWrite, long laterWrite, long save) {}

    /** The report of a tour without a volume. */
    static VolumeReport leftOut(String reason) {
        return new VolumeReport(reason, null, List.of());
    }

    boolean passed() {
        return findings.isEmpty();
    }

    /** The table, a column for each snapshot; empty if there is nothing to show. */
    List<String> table() {
        if (figures == null || figures.snapshots.isEmpty()) {
            return List.of();
        }
        Table table = new Table(figures.snapshots.stream()
                .map(taken -> "Snapshot " + taken.number)
                .toList());
        row(table, "Writes afterwards", Taken::writes);
        row(table, "Blocks copied", Taken::copiedPages);
        row(table, "  bytes", Taken::copiedBytes);
        row(table, "Kept for it alone", Taken::keptAlone);
        row(table, "Reclaimed by close", Taken::reclaimed);
        return table.lines();
    }

    private void row(Table table, String label, Function<Taken, ? extends Number> cell) {
        table.row(
                label,
                figures == null ? List.of() : figures.snapshots,
                taken -> Numbers.count(cell.apply(taken).longValue()));
    }

    /** What was measured and found, in words. */
    List<String> sentences() {
        if (figures == null) {
            return List.of("Volume: left out, " + leftOut);
        }
        List<String> sentences = new ArrayList<>();
        Times times = figures.times;
        sentences.add("Volume: a snapshot takes " + micros(times.snapshot) + ", a clone of the array "
                + (times.cloned == 0 ? "was not tried" : millis(times.cloned)) + ";");
        sentences.add("  a write within a block " + micros(times.firstWrite) + " if it copies the block, "
                + micros(times.laterWrite) + " if not.");
        sentences.add("  Snapshot " + figures.savedSnapshot + " was saved in " + millis(times.save) + ", beside "
                + Numbers.plural(figures.writesWhileSaving, "write") + ".");
        sentences.add("  Two snapshots or more held the same old contents of "
                + Numbers.plural(figures.pinnedTwice, "block") + ";");
        sentences.add("  after the last was closed, a round of writes copied "
                + Numbers.plural(figures.copiedAlone, "block") + ".");
        for (VolumeFinding finding : findings.subList(0, Math.min(MOST_FINDINGS, findings.size()))) {
            sentences.add("Volume, " + finding.inWords());
        }
        sentences.add(inWords());
        return sentences;
    }

    /** What was found, on one line. */
    String inWords() {
        if (figures == null) {
            return "Volume: left out, " + leftOut;
        }
        return figures.name + ": all bytes compared " + Numbers.plural(figures.comparisons, "time") + ", "
                + Numbers.plural(figures.accounts, "number") + " checked, "
                + findingsInWords();
    }

    String findingsInWords() {
        return findings.isEmpty() ? "none wrong" : Numbers.count(findings.size()) + " wrong";
    }

    private static String micros(long nanos) {
        return Numbers.decimal(nanos / NANOS_PER_MICRO) + " us";
    }

    private static String millis(long nanos) {
        return Numbers.decimal(nanos / NANOS_PER_MILLI) + " ms";
    }
}
