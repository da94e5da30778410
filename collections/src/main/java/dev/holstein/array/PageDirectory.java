package dev.holstein.array;

import org.jspecify.annotations.Nullable;

/** An inner node: refers to nodes one level below; null where nothing was ever written. */
final class PageDirectory extends Node {
    final @Nullable Node[] children;

    PageDirectory(int size) {
        this(new @Nullable Node[size]);
    }

    private PageDirectory(@Nullable Node[] children) {
        this.children = children;
    }

    @Override
    PageDirectory copy() {
        PageDirectory copy = new PageDirectory(children.clone());
        for (Node child : copy.children) {
            if (child != null) {
                child.retain();
            }
        }
        return copy;
    }
}
