package dev.holstein.jcstress.array;

/** A pool of pages, and the arrays that take their pages from it. */
public interface Pool {
    /** An array of zeros. */
    Handle array(long length);

    /** How many pages are in use and how many wait, as {@code 0 live 2 free}. */
    String balance();
}
