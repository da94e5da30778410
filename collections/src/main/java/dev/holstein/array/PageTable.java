package dev.holstein.array;

import org.jspecify.annotations.Nullable;

/**
 * The lowest node: refers to pages.
 *
 * <pre>
 *   memory   [ m0 | -- | m2 | m3 ]     an array or a direct buffer each; none where nothing was ever written
 *   pages    [ p0 | -- | p2 | p3 ]     their counts, shared by all tables that refer to them
 * </pre>
 */
final class PageTable extends Node {
    final @Nullable Object[] memory;
    final @Nullable Page[] pages;

    PageTable(int size) {
        this(new @Nullable Object[size], new @Nullable Page[size]);
    }

    private PageTable(@Nullable Object[] memory, @Nullable Page[] pages) {
        this.memory = memory;
        this.pages = pages;
    }

    @Override
    PageTable copy() {
        PageTable copy = new PageTable(memory.clone(), pages.clone());
        for (Page page : copy.pages) {
            if (page != null) {
                page.retain();
            }
        }
        return copy;
    }
}
