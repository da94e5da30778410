/** Needs the sorted maps, and with them gets lists and arrays. */
module org.example.ledger {
    requires dev.holstein.btree;
}
