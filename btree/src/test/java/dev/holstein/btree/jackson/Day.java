package dev.holstein.btree.jackson;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;

/** A key of the application's own, as dates are to a Jackson that knows none. */
record Day(LocalDate date) implements Comparable<Day> {
    @JsonCreator
    static Day of(String text) {
        return new Day(LocalDate.parse(text));
    }

    @Override
    public int compareTo(Day other) {
        return date.compareTo(other.date);
    }

    @Override
    @JsonValue
    public String toString() {
        return date.toString();
    }
}
