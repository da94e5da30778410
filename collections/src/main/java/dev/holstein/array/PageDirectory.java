package dev.holstein.array;

import dev.holstein.core.Owner;
import org.jspecify.annotations.Nullable;

/** An inner node: refers to nodes one level below; null where nothing was ever written. */
final class PageDirectory extends Node {
    final @Nullable Node[] children;

    PageDirectory(int size) {
        children = new @Nullable Node[size];
    }

    private PageDirectory(@Nullable Node[] children, Owner by) {
        this.children = children;
        owner = by;
    }

    @Override
    void adopt(Owner by) {
        owner = by;
    }

    /** Allocates first, counts then: running out of memory leaves all counts as they were. */
    @Override
    PageDirectory copy(Owner by) {
        PageDirectory copy = new PageDirectory(children.clone(), by);
        for (Node child : copy.children) {
            if (child != null) {
                child.retain();
            }
        }
        return copy;
    }
}
