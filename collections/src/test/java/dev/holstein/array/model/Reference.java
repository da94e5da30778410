package dev.holstein.array.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holstein.array.ArrayRange;
import dev.holstein.array.ArrayStats;
import dev.holstein.array.PagedArray;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What arrays must do, without sharing anything: a plain array a handle, and the identity of each page as a number.
 * A page is shared if another open handle has the same number; whether it is, is found by looking at all of them.
 */
final class Reference {
    private static final long ABSENT = 0;

    private final List<Handle<?>> open = new ArrayList<>();
    private long lastPage = ABSENT;

    /** A handle and what it must show. */
    final class Handle<A extends PagedArray<A>> {
        final A array;
        final Subject<A> subject;
        final int[] codes;
        final int pageSize;

        /** Whether pages without memory show an array that was wrapped. */
        final boolean wrapped;

        /** What was wrapped, as an identity; null if nothing was. */
        private final Object ground;

        private final long[] pages;
        private long copiedPages;
        private long copiedBytes;
        private long inPlaceWrites;

        Handle(Subject<A> subject, A array, int[] codes, boolean wrapped) {
            this(
                    subject,
                    array,
                    codes.clone(),
                    wrapped ? new Object() : null,
                    new long[pages(codes.length, array.pageSize())]);
        }

        private Handle(Subject<A> subject, A array, int[] codes, Object ground, long[] pages) {
            this.subject = subject;
            this.array = array;
            this.codes = codes;
            this.ground = ground;
            wrapped = ground != null;
            this.pages = pages;
            pageSize = array.pageSize();
            open.add(this);
        }

        Handle<A> snapshot(A other) {
            return new Handle<>(subject, other, codes.clone(), ground, pages.clone());
        }

        void close() {
            open.remove(this);
        }

        /** All pages are new, none was copied. */
        void loaded() {
            for (int page = 0; page < pages.length; page++) {
                pages[page] = ++lastPage;
            }
        }

        private int elements(int page) {
            return Math.min(pageSize, codes.length - page * pageSize);
        }

        private long bytes(int page) {
            return (long) elements(page) * subject.elementBytes;
        }

        private boolean isShared(int page) {
            for (Handle<?> each : open) {
                if (each != this && page < each.pages.length && each.pages[page] == pages[page]) {
                    return true;
                }
            }
            return false;
        }

        /** One write that lies within a page, by the rule of {@code do_wp_page}. */
        private void writePage(int page) {
            if (pages[page] != ABSENT && !isShared(page)) {
                inPlaceWrites++;
                return;
            }
            if (pages[page] != ABSENT || wrapped) {
                copiedPages++;
                copiedBytes += bytes(page);
            }
            pages[page] = ++lastPage;
        }

        void write(int from, int[] source, int at, int count) {
            System.arraycopy(source, at, codes, from, count);
            if (count > 0) {
                for (int page = from / pageSize; page <= (from + count - 1) / pageSize; page++) {
                    writePage(page);
                }
            }
        }

        /** Pages that are cleared from end to end lose their memory, if nothing shows where they were. */
        void clear(int from, int to) {
            for (int i = from; i < to; i++) {
                codes[i] = 0;
            }
            for (int page = 0; page < pages.length; page++) {
                int first = page * pageSize;
                int end = first + elements(page);
                if (to <= first || end <= from || from >= to) {
                    continue;
                }
                if (wrapped) {
                    writePage(page);
                } else if (from <= first && end <= to) {
                    pages[page] = ABSENT;
                } else if (pages[page] != ABSENT) {
                    writePage(page);
                }
            }
        }

        /** Piece by piece, where a piece lies in one page of both arrays. */
        void copyFrom(Handle<A> source, int sourceFrom, int from, int count) {
            boolean backwards = source == this && sourceFrom < from && from < sourceFrom + count;
            List<Integer> starts = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                if (i == 0 || (from + i) % pageSize == 0 || (sourceFrom + i) % source.pageSize == 0) {
                    starts.add(backwards ? 0 : starts.size(), i);
                }
            }
            for (int start : starts) {
                int end = start + 1;
                while (end < count && !starts.contains(end)) {
                    end++;
                }
                copyPiece(source, sourceFrom + start, from + start, end - start);
            }
            System.arraycopy(source.codes, sourceFrom, codes, from, count);
        }

        /** Nothing where both show the same page; no page of zeros where the source has none. */
        private void copyPiece(Handle<A> source, int sourceFrom, int from, int count) {
            int page = from / pageSize;
            long sourcePage = source.pages[sourceFrom / source.pageSize];
            boolean samePlace = from % pageSize == sourceFrom % source.pageSize;
            if (pages[page] == ABSENT && sourcePage == ABSENT && ground == source.ground) {
                if (ground == null || from == sourceFrom) {
                    return;
                }
            } else if (pages[page] != ABSENT && pages[page] == sourcePage && samePlace) {
                return;
            }
            boolean whole = from % pageSize == 0 && count == elements(page);
            if (sourcePage == ABSENT && source.ground == null && ground == null && whole) {
                pages[page] = ABSENT;
            } else {
                writePage(page);
            }
        }

        ArrayStats stats() {
            long present = 0;
            long shared = 0;
            for (int page = 0; page < pages.length; page++) {
                if (pages[page] != ABSENT) {
                    present++;
                    shared += isShared(page) ? 1 : 0;
                }
            }
            return new ArrayStats(present, present - shared, shared, copiedPages, copiedBytes, inPlaceWrites);
        }

        long exclusiveBytes() {
            long bytes = 0;
            for (int page = 0; page < pages.length; page++) {
                bytes += pages[page] != ABSENT && !isShared(page) ? bytes(page) : 0;
            }
            return bytes;
        }

        void checkContents() {
            Object plain = subject.plain(new int[codes.length]);
            subject.read(array, 0, plain, 0, codes.length);
            assertThat(subject.codes(plain)).isEqualTo(codes);
        }

        void checkAccount() {
            ArrayStats stats = stats();
            assertThat(array.stats()).isEqualTo(stats);
            assertThat(array.exclusiveBytes()).isEqualTo(exclusiveBytes());
            assertThat(array.isUnique()).isEqualTo(stats.sharedPages() == 0);
        }

        /** Reads in all the other ways. */
        void checkReads() {
            for (int i = 0; i < codes.length; i++) {
                assertThat(subject.get(array, i)).isEqualTo(codes[i]);
            }
            Object all = subject.toArray(array);
            assertThat(subject.codes(all)).isEqualTo(codes);
            assertThat(array.hashCode()).isEqualTo(subject.hash(all));
            assertThat(subject.streamed(array)).isEqualTo(codes);
        }

        long mismatch(Handle<A> other) {
            int common = Math.min(codes.length, other.codes.length);
            for (int i = 0; i < common; i++) {
                if (codes[i] != other.codes[i]) {
                    return i;
                }
            }
            return codes.length == other.codes.length ? -1 : common;
        }

        /** The longest ranges in which two arrays of one length differ. */
        List<ArrayRange> diff(Handle<A> other) {
            List<ArrayRange> ranges = new ArrayList<>();
            int from = 0;
            while (from < codes.length) {
                int to = from;
                while (to < codes.length && codes[to] != other.codes[to]) {
                    to++;
                }
                if (to > from) {
                    ranges.add(new ArrayRange(from, to));
                }
                from = to + 1;
            }
            return ranges;
        }
    }

    private static int pages(int length, int pageSize) {
        return (length + pageSize - 1) / pageSize;
    }

    List<Handle<?>> open() {
        return open;
    }

    /** How many pages there are in all open handles together. */
    long distinctPages() {
        Set<Long> distinct = new HashSet<>();
        for (Handle<?> each : open) {
            for (long page : each.pages) {
                if (page != ABSENT) {
                    distinct.add(page);
                }
            }
        }
        return distinct.size();
    }
}
