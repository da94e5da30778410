/**
 * Sorted maps and sets on one path-copying B+tree: persistent, copy-on-write and concurrent.
 *
 * <p>Jackson and Vavr are needed by those who use {@code dev.holstein.btree.jackson} and {@code dev.holstein.btree.vavr}, and only by
 * them.
 */
module dev.holstein.btree {
    requires transitive dev.holstein.collections;
    requires static transitive org.jspecify;
    requires static com.fasterxml.jackson.databind;
    requires static io.vavr;

    exports dev.holstein.btree;
    exports dev.holstein.btree.jackson;
    exports dev.holstein.btree.vavr;
}
