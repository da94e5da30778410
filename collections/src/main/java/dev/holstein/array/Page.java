package dev.holstein.array;

/** The count of one page: how many tables refer to it. Its memory stands beside it in each of them. */
final class Page extends Counted {}
