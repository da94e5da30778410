package dev.holstein.jcstress.broken;

import dev.holstein.jcstress.array.Handle;
import dev.holstein.jcstress.array.Pool;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Copy-on-write arrays in their simplest form: a tree with a count in each node, looked at anew at each write. It keeps
 * all promises; each broken twin replaces one of its steps.
 */
class NaivePool implements Pool {
    private static final int FAN_OUT = 4;

    private final int pageSize;
    private final ConcurrentLinkedDeque<long[]> free = new ConcurrentLinkedDeque<>();
    private final AtomicInteger live = new AtomicInteger();

    NaivePool(int pageSize) {
        this.pageSize = pageSize;
    }

    /** A page, or a node above pages. */
    static final class Node {
        final AtomicInteger count = new AtomicInteger(1);
        final @Nullable Node[] children;
        final long[] elements;

        Node(@Nullable Node[] children, long[] elements) {
            this.children = children;
            this.elements = elements;
        }

        boolean isPage() {
            return children.length == 0;
        }
    }

    // ---- the pool

    @Override
    public final Handle array(long length) {
        int height = 1;
        for (long reach = (long) pageSize * FAN_OUT; reach < length; reach *= FAN_OUT) {
            height++;
        }
        return new Array(directory(), height);
    }

    @Override
    public final String balance() {
        return live.get() + " live " + free.size() + " free";
    }

    final Node page() {
        live.getAndIncrement();
        long[] elements = free.poll();
        if (elements == null) {
            elements = new long[pageSize];
        } else {
            Arrays.fill(elements, 0);
        }
        return new Node(new @Nullable Node[0], elements);
    }

    private static Node directory() {
        return new Node(new @Nullable Node[FAN_OUT], new long[0]);
    }

    // ---- the steps

    /** Adds a reference. */
    void retain(Node node) {
        node.count.getAndIncrement();
    }

    /** Gives up a reference; whether it was the last one. */
    boolean drop(Node node) {
        return node.count.decrementAndGet() == 0;
    }

    /** Whether this is the first close of a handle. */
    boolean closes(AtomicBoolean closed) {
        return closed.compareAndSet(false, true);
    }

    /** Whether the collector is the first to close a handle. */
    boolean reclaims(AtomicBoolean closed) {
        return closed.compareAndSet(false, true);
    }

    /** A node that may be written: this one, or a copy of it. */
    Node writable(Node node) {
        if (!isShared(node)) {
            return node;
        }
        Node copy = copy(node);
        release(node);
        return copy;
    }

    /** Puts an element into a page; answers the page that has it then. */
    Node put(Node page, int offset, long element) {
        Node own = writable(page);
        own.elements[offset] = element;
        return own;
    }

    // ---- what they have in common

    static boolean isShared(Node node) {
        return node.count.get() > 1;
    }

    /** A copy that refers to the same children. */
    final Node copy(Node node) {
        Node copy = copyUncounted(node);
        for (Node child : copy.children) {
            if (child != null) {
                retain(child);
            }
        }
        return copy;
    }

    /** A copy whose children have no more references than before. */
    final Node copyUncounted(Node node) {
        if (!node.isPage()) {
            return new Node(node.children.clone(), node.elements);
        }
        Node copy = page();
        System.arraycopy(node.elements, 0, copy.elements, 0, pageSize);
        return copy;
    }

    final void release(Node node) {
        if (!drop(node)) {
            return;
        }
        if (node.isPage()) {
            free(node);
        }
        for (Node child : node.children) {
            if (child != null) {
                release(child);
            }
        }
    }

    final void free(Node page) {
        free.push(page.elements);
        live.getAndDecrement();
    }

    private Node write(Node node, int height, long page, int offset, long element) {
        if (height == 0) {
            return put(node, offset, element);
        }
        Node own = writable(node);
        int slot = slot(height, page);
        Node child = own.children[slot];
        Node below = child != null ? child : height == 1 ? page() : directory();
        own.children[slot] = write(below, height - 1, page, offset, element);
        return own;
    }

    private static int slot(int height, long page) {
        long below = page;
        for (int i = 1; i < height; i++) {
            below /= FAN_OUT;
        }
        return (int) (below % FAN_OUT);
    }

    private final class Array implements Handle {
        private final int height;
        private final AtomicBoolean closed = new AtomicBoolean();
        private Node root;

        Array(Node root, int height) {
            this.root = root;
            this.height = height;
        }

        @Override
        public long get(long index) {
            Node node = root;
            for (int level = height; level > 0; level--) {
                node = node.children[slot(level, index / pageSize)];
                if (node == null) {
                    return 0;
                }
            }
            return node.elements[(int) (index % pageSize)];
        }

        @Override
        public void set(long index, long element) {
            root = write(root, height, index / pageSize, (int) (index % pageSize), element);
        }

        @Override
        public Handle snapshot() {
            retain(root);
            return new Array(root, height);
        }

        @Override
        public void close() {
            if (closes(closed)) {
                release(root);
            }
        }

        @Override
        public void reclaim() {
            if (reclaims(closed)) {
                release(root);
            }
        }
    }
}
