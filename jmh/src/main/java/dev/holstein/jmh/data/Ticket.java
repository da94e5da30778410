package dev.holstein.jmh.data;

/**
 * A key of a class that no map can know beforehand.
 *
 * @param number what tickets are ordered by
 */
record Ticket(long number) implements Comparable<Ticket> {
    @Override
    public int compareTo(Ticket other) {
        return Long.compare(number, other.number);
    }
}
