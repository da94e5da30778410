package dev.holstein.jmh.tour;

/** What can be wrong with a volume. */
enum VolumeDefect {
    /** A handle shows other bytes than the file with what was written over it before the snapshot was taken. */
    SNAPSHOT("a snapshot is not what it was"),

    /** The volume itself shows other bytes than the file with all that was written over it. */
    LIVE("the volume is not what was written"),

    /** The ranges that differ are not those that were changed. */
    DIFF("a diff is not what was changed"),

    /** A snapshot that was saved while the volume was written came out as something else. */
    SAVED("a saved snapshot is another one"),

    /** More or fewer pages copied, or written in place, than the writes had to. */
    COPIED("wrong count of copies"),

    /** Pages said to be a handle's own, or shared, that are not. */
    OWN("wrong account of own pages"),

    /** A close that freed more or less than was said before. */
    RECLAIMED("wrong number of pages reclaimed"),

    /** Pages in the pool that no open handle accounts for, or the other way round. */
    POOL("the pool is out of balance"),

    /** An exception. */
    FAILED("failed");

    /** The defect in words. */
    final String words;

    VolumeDefect(String words) {
        this.words = words;
    }
}
