package dev.holstein.array;

import dev.holstein.core.Owner;
import org.jspecify.annotations.Nullable;

/**
 * The lowest node: refers to pages.
 *
 * <pre>
 *   memory   [ m0 | -- | m2 | m3 ]     an array or a direct buffer each; none where nothing was ever written
 *   pages    [ p0 | -- | p2 | p3 ]     their counts, shared by all tables that refer to them
 *   own        1    0    1    0        known to be the owner's alone: write in place without looking at the count
 * </pre>
 *
 * Memory stands in the table itself, not behind the page: a read goes from the table to the element by two loads.
 */
final class PageTable extends Node {
    final @Nullable Object[] memory;
    final @Nullable Page[] pages;

    /** One bit a slot; means something only to the owner of this table. */
    private long own;

    PageTable(int size) {
        this(new @Nullable Object[size], new @Nullable Page[size]);
    }

    private PageTable(@Nullable Object[] memory, @Nullable Page[] pages) {
        this.memory = memory;
        this.pages = pages;
    }

    @Override
    void adopt(Owner by) {
        owner = by;
        own = 0;
    }

    @Override
    PageTable copy(Owner by) {
        PageTable copy = new PageTable(memory.clone(), pages.clone());
        copy.owner = by;
        for (Page page : copy.pages) {
            if (page != null) {
                page.retain();
            }
        }
        return copy;
    }

    boolean isOwn(int slot) {
        return (own >>> slot & 1) != 0;
    }

    void markOwn(int slot) {
        own |= 1L << slot;
    }

    /** Puts a new page, which nobody else has. */
    void put(int slot, Page page, Object contents) {
        pages[slot] = page;
        memory[slot] = contents;
        markOwn(slot);
    }

    void remove(int slot) {
        pages[slot] = null;
        memory[slot] = null;
        own &= ~(1L << slot);
    }
}
