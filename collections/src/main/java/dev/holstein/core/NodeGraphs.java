package dev.holstein.core;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How a report walks the nodes of a structure whose room it does not know: each structure registers a walker for its faces when
 * the first of them is loaded.
 */
public final class NodeGraphs {
    private static final Map<Class<?>, Walker<Object>> WALKERS = new ConcurrentHashMap<>();

    private NodeGraphs() {}

    /** Is shown the nodes of one root. */
    public interface Visitor {
        /**
         * Is shown a node before those below it.
         *
         * @param node the node
         * @param bytes its own size, without parts and children
         * @return whether to go on below it
         */
        boolean node(Object node, long bytes);

        /**
         * Is shown an object that belongs to a node, but that several nodes may share.
         *
         * @param part the object
         * @param bytes its own size
         */
        void part(Object part, long bytes);
    }

    /**
     * Shows the nodes of a root.
     *
     * @param <T> the type of the root
     */
    @FunctionalInterface
    public interface Walker<T> {
        /**
         * Shows all nodes, parents first.
         *
         * @param root the root
         * @param visitor who is shown them
         */
        void walk(T root, Visitor visitor);
    }

    /**
     * Makes a type walkable.
     *
     * @param <T> the type
     * @param type the class of the roots, exactly
     * @param walker how to walk one
     */
    @SuppressWarnings("unchecked") // a walker is only given roots of the class it was registered for
    public static <T> void register(Class<T> type, Walker<? super T> walker) {
        WALKERS.put(type, (Walker<Object>) walker);
    }

    /**
     * Shows the nodes of a root.
     *
     * @param root a structure of this library
     * @param visitor who is shown them
     * @throws IllegalArgumentException if the root is of another class
     */
    public static void walk(Object root, Visitor visitor) {
        Walker<Object> walker = WALKERS.get(root.getClass());
        if (walker == null) {
            throw new IllegalArgumentException(
                    "root of " + root.getClass() + ": only collections of this library have nodes to report");
        }
        walker.walk(root, visitor);
    }
}
