package dev.holstein.list.fault;

import dev.holstein.fault.Fuse;

/** An element that burns when it is asked for anything. */
record Item(Fuse fuse, int number) implements Comparable<Item> {
    @Override
    public boolean equals(Object object) {
        fuse.burn();
        return object instanceof Item other && other.number == number;
    }

    @Override
    public int hashCode() {
        fuse.burn();
        return number;
    }

    @Override
    public int compareTo(Item other) {
        fuse.burn();
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        fuse.burn();
        return "item " + number;
    }
}
