/** Sorted maps and sets on one path-copying B+tree: persistent, copy-on-write and concurrent. */
module dev.holstein.btree {
    requires transitive dev.holstein.collections;
    requires static io.vavr;
    requires static transitive org.jspecify;

    exports dev.holstein.btree;
    exports dev.holstein.btree.vavr;
}
