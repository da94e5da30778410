package dev.holstein.list;

import static dev.holstein.list.ListNode.sizeOf;

import dev.holstein.core.Owner;
import java.util.Arrays;

/** Children that are about to become those of a branch or two, and how many elements each has. */
final class ListParts {
    private final Object[] nodes;
    private final int[] sizes;
    int count;

    /** For so many children at the most. */
    ListParts(int capacity) {
        nodes = new Object[capacity];
        sizes = new int[capacity];
    }

    Object[] node(int i) {
        return (Object[]) nodes[i];
    }

    int size(int i) {
        return sizes[i];
    }

    void add(Object[] node, int size) {
        nodes[count] = node;
        sizes[count] = size;
        count++;
    }

    /** Adds children of a branch, whose sizes are cumulative. */
    void addAll(Object[] branch, int[] ends, int from, int to) {
        int more = to - from;
        System.arraycopy(branch, from, nodes, count, more);
        for (int slot = from; slot < to; slot++) {
            sizes[count++] = sizeOf(ends, slot);
        }
    }

    void set(int i, Object[] node, int size) {
        nodes[i] = node;
        sizes[i] = size;
    }

    void remove(int i) {
        System.arraycopy(nodes, i + 1, nodes, i, count - i - 1);
        System.arraycopy(sizes, i + 1, sizes, i, count - i - 1);
        count--;
        nodes[count] = null;
    }

    /** How many elements some of the children have together. */
    int total(int from, int to) {
        int total = 0;
        for (int i = from; i < to; i++) {
            total += sizes[i];
        }
        return total;
    }

    /** A branch of some of the children. */
    Object[] branch(int from, int to, int shift, Owner owner) {
        int[] ends = new int[to - from];
        int end = 0;
        for (int i = from; i < to; i++) {
            end += sizes[i];
            ends[i - from] = end;
        }
        Object[] children = from == 0 ? nodes : Arrays.copyOfRange(nodes, from, to);
        return ListNode.newBranch(children, ends, to - from, shift, owner);
    }
}
