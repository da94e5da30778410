/**
 * Copy-on-write collections: what every structure shares (ownership, publication, slots) and the types that stand on it.
 *
 * <p>{@code dev.holstein.core} is internal; it is exported to {@code dev.holstein.btree} alone. So is {@code
 * dev.holstein.jackson.core}.
 *
 * <p>Jackson and Vavr are needed by those who use {@code dev.holstein.jackson} and {@code dev.holstein.vavr}, and only by them: a
 * service that is provided, or a requirement that is transitive, would have to be there for all.
 */
module dev.holstein.collections {
    requires static transitive org.jspecify;
    requires static com.fasterxml.jackson.databind;
    requires static io.vavr;

    exports dev.holstein.array;
    exports dev.holstein.cow;
    exports dev.holstein.jackson;
    exports dev.holstein.list;
    exports dev.holstein.vavr;
    exports dev.holstein.core to
            dev.holstein.btree;
    exports dev.holstein.jackson.core to
            dev.holstein.btree;
}
