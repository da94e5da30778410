package dev.holstein.array;

import org.jspecify.annotations.Nullable;

/** Counts the pages below a node: whose they are is said by the counts on the way to them. */
final class PageCensus {
    long pages;
    long ownPages;
    long ownBytes;

    private final Paging paging;

    private PageCensus(Paging paging) {
        this.paging = paging;
    }

    static PageCensus of(PageTree tree) {
        PageCensus census = new PageCensus(tree.paging);
        census.count(tree.root(), tree.paging.topShift, 0, false);
        return census;
    }

    private void count(@Nullable Node node, int shift, long first, boolean sharedAbove) {
        if (node == null) {
            return;
        }
        boolean shared = sharedAbove || node.isShared();
        if (node instanceof PageTable table) {
            for (int slot = 0; slot < table.pages.length; slot++) {
                count(table.pages[slot], first + slot, shared);
            }
            return;
        }
        PageDirectory directory = (PageDirectory) node;
        for (int slot = 0; slot < directory.children.length; slot++) {
            count(directory.children[slot], shift - Node.FAN_OUT_BITS, first + ((long) slot << shift), shared);
        }
    }

    private void count(@Nullable Page page, long number, boolean sharedAbove) {
        if (page == null) {
            return;
        }
        pages++;
        if (!sharedAbove && !page.isShared()) {
            ownPages++;
            ownBytes += paging.bytes(number);
        }
    }

    /** Whether any page is another handle's too; ends at the first one that is found. */
    static boolean sharesAny(@Nullable Node node) {
        if (node == null) {
            return false;
        }
        if (node.isShared()) {
            return hasPages(node);
        }
        if (node instanceof PageTable table) {
            for (Page page : table.pages) {
                if (page != null && page.isShared()) {
                    return true;
                }
            }
            return false;
        }
        for (Node child : ((PageDirectory) node).children) {
            if (sharesAny(child)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasPages(@Nullable Node node) {
        if (node instanceof PageTable table) {
            for (Page page : table.pages) {
                if (page != null) {
                    return true;
                }
            }
        } else if (node instanceof PageDirectory directory) {
            for (Node child : directory.children) {
                if (hasPages(child)) {
                    return true;
                }
            }
        }
        return false;
    }
}
