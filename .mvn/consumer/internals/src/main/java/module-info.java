/** May not see what the libraries share among themselves. */
module org.example.internals {
    requires dev.holstein.btree;
}
