package dev.holstein.array;

import dev.holstein.core.Checks;
import org.jspecify.annotations.Nullable;

/**
 * The short way of a handle from an index to the memory of its page. What is true is in the {@link PageTree}; here stands what the
 * handle knows of it.
 *
 * <pre>
 *   flat   [ m0 | m1 | -- | m3 | ... ]   the memory of all pages; empty while it is not known
 *   own      1    0    0    1    ...     pages that were found to be this handle's alone; empty if there are none
 * </pre>
 *
 * <p>{@code flat} is made once so many reads have gone through the tree that they would have paid for it. A snapshot shares it;
 * whoever first gets another page then copies it, if it is short, or does without until it has paid again. So no operation that
 * should be O(1) becomes O(pages).
 *
 * <p>Several threads may read at once, and share, while none writes: {@code flat} is in a final field of its holder, so that whoever sees
 * the holder sees all of it, though it be by a data race (JLS 17.5). What they lose by their race is a count of lookups, or a table that
 * another one has made as well. (A volatile or acquiring read instead cost a loop of {@code get} 1.8 for 1.1 ns an element.)
 *
 * <p>{@code own} is good until the handle is shared: nobody can take a reference to a page that is referred to once but the handle that
 * refers to it. So most writes look at no count.
 */
abstract class PageLookup {
    /** Arrays of more pages are always looked up in the tree. */
    private static final int MOST_FLAT_PAGES = 1 << 20;

    /** What is copied for a new page rather than given up: not more than a page of the usual size. */
    private static final int MOST_COPIED_PAGES = 1_024;

    /** So many pages are gathered in the time of one lookup. */
    private static final int PAGES_FOR_A_LOOKUP = 8;

    private static final long LONGEST_WAIT_MILLIS = 256;
    private static final int WORD_BITS = 6;
    private static final long[] NONE = {};
    private static final Flat UNKNOWN = new Flat(new @Nullable Object[0]);

    final PageTree tree;
    final int offsetMask;

    private final long length;
    private final int pageShift;

    private Flat flat = UNKNOWN;
    private long[] own = NONE;
    private int lookups;
    private long writes;

    /** The memory of all pages. */
    private static final class Flat {
        final @Nullable Object[] pages;

        /** Whether another handle may look at it: then nobody changes it. */
        boolean shared;

        Flat(@Nullable Object[] pages) {
            this.pages = pages;
        }
    }

    /** A handle of its own. */
    PageLookup(PageTree tree) {
        this.tree = tree;
        length = tree.paging.length;
        pageShift = tree.paging.pageShift;
        offsetMask = tree.paging.offsetMask;
    }

    /** What a handle knows, its {@linkplain PageTree#share share} knows too. */
    final void tell(PageLookup other) {
        Flat known = flat;
        if (!known.shared) {
            known.shared = true;
        }
        other.flat = known;
        own = NONE;
    }

    final void forgetAll() {
        flat = UNKNOWN;
        own = NONE;
    }

    /** Writes to pages that were neither copied nor new. */
    final long inPlaceWrites() {
        return writes - tree.newPages;
    }

    /** The memory of the page of an index; null if it has none. */
    final @Nullable Object readable(long index) {
        if (index < 0 || index >= length) {
            throw outOfBounds(index);
        }
        @Nullable Object[] known = flat.pages;
        int page = (int) (index >>> pageShift); // arrays of so many pages that this is another one are never flat
        return page >= 0 && page < known.length ? known[page] : lookUp(index >>> pageShift);
    }

    private @Nullable Object lookUp(long page) {
        Object memory = tree.memory(page);
        payForFlat();
        return memory;
    }

    private void payForFlat() {
        if (++lookups > tree.paging.pages / PAGES_FOR_A_LOOKUP) {
            lookups = 0;
            if (tree.paging.pages <= MOST_FLAT_PAGES) {
                makeFlat();
            }
        }
    }

    private void makeFlat() {
        try {
            flat = new Flat(tree.allMemory());
        } catch (OutOfMemoryError e) {
            lookups = 0; // a read goes on without
        }
    }

    private IndexOutOfBoundsException outOfBounds(long index) {
        Node unused = tree.root(); // closed matters more
        return Checks.outOfBounds(index, length);
    }

    /** The memory of the page of an index, to be written. */
    final Object writable(long index) {
        if (index < 0 || index >= length) {
            throw outOfBounds(index);
        }
        int page = (int) (index >>> pageShift);
        int word = page >>> WORD_BITS;
        long[] mine = own;
        if (word < mine.length && (mine[word] & (1L << page)) != 0) {
            Object memory = flat.pages[page];
            if (memory != null) {
                writes++;
                return memory;
            }
        }
        return claim(index >>> pageShift, null, 0);
    }

    /** The memory of the page of an index, to be written from end to end: it may hold anything. */
    final Object overwritable(long index) {
        return claim(index >>> pageShift, PageTree.ANYTHING, 0);
    }

    /** Replaces all of a page; what it held is not copied. */
    final void overwrite(long page, Object source, int from) {
        Object unused = claim(page, source, from);
    }

    private Object claim(long page, @Nullable Object source, int from) {
        boolean claimed = false;
        try {
            Object memory = claimPatiently(page, source, from);
            claimed = true;
            writes++;
            learn(page, memory);
            return memory;
        } finally {
            if (!claimed) {
                forgetAll(); // the tree is right, but may be another one
            }
        }
    }

    /**
     * If memory has run out, gives up the pages that wait in the pool and tries again a few times, as direct buffers of the JDK do: handles
     * that were dropped hold on to their pages until the collector has found them and another thread has taken them back.
     */
    private Object claimPatiently(long page, @Nullable Object source, int from) {
        for (long millis = 1; ; millis <<= 1) {
            try {
                return tree.claim(page, source, from);
            } catch (OutOfMemoryError e) {
                forgetAll();
                tree.paging.shelf.pool.trim();
                if (millis > LONGEST_WAIT_MILLIS || !slept(millis)) {
                    throw e;
                }
            }
        }
    }

    private static boolean slept(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Gives up the memory of a page. */
    final void forget(long page) {
        boolean forgotten = false;
        try {
            tree.forget(page);
            forgotten = true;
            learn(page, null);
        } finally {
            if (!forgotten) {
                forgetAll();
            }
        }
    }

    /** Notes what a page has come to have; needs no memory that it cannot do without. */
    private void learn(long page, @Nullable Object memory) {
        try {
            note(page, memory);
        } catch (OutOfMemoryError e) {
            forgetAll();
        }
    }

    /** Notes what a page has come to have, as this handle's alone. */
    private void note(long page, @Nullable Object memory) {
        @Nullable Object[] known = flat.pages;
        if (known.length == 0) {
            payForFlat();
            return;
        }
        int slot = (int) page;
        if (known[slot] != memory) {
            if (flat.shared) {
                if (known.length > MOST_COPIED_PAGES) {
                    forgetAll();
                    return;
                }
                known = known.clone();
                flat = new Flat(known);
            }
            known[slot] = memory;
        }
        if (own.length == 0) {
            own = new long[((known.length - 1) >>> WORD_BITS) + 1];
        }
        long bit = 1L << slot;
        own[slot >>> WORD_BITS] = memory == null ? own[slot >>> WORD_BITS] & ~bit : own[slot >>> WORD_BITS] | bit;
    }

    /** Whether this handle takes a page for its alone; for tests. */
    final boolean takesForOwn(long page) {
        long word = page >>> WORD_BITS;
        return word < own.length && (own[(int) word] & (1L << page)) != 0;
    }

    /** What this handle takes for the memory of all pages; empty if it does not know; for tests. */
    final @Nullable Object[] known() {
        return flat.pages;
    }
}
