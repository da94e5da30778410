/**
 * Copy-on-write collections: what every structure shares (ownership, publication, slots) and the types that stand on it.
 *
 * <p>{@code dev.holstein.core} is internal; it is exported to {@code dev.holstein.btree} alone.
 */
module dev.holstein.collections {
    requires static io.vavr;
    requires static transitive org.jspecify;

    exports dev.holstein.array;
    exports dev.holstein.cow;
    exports dev.holstein.list;
    exports dev.holstein.vavr;
    exports dev.holstein.core to
            dev.holstein.btree;
}
