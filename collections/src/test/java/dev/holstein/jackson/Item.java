package dev.holstein.jackson;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Elements of several classes, told apart by a property. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Item.Book.class, name = "book"),
    @JsonSubTypes.Type(value = Item.Pen.class, name = "pen")
})
interface Item {
    /** One kind. */
    record Book(String title) implements Item {}

    /** The other. */
    record Pen(int width) implements Item {}
}
