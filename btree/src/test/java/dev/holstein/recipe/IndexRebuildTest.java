package dev.holstein.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holstein.btree.CowBTreeMap;
import dev.holstein.btree.MapChange;
import dev.holstein.btree.PersistentBTreeMap;
import dev.holstein.btree.PersistentBTreeSet;
import dev.holstein.cow.AtomicCow;
import dev.holstein.progress.Standstill;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * An index that is rebuilt in the background, because what it indexes by has changed (here: how a text is cut into words), while
 * queries and writes go on.
 *
 * <p>An index that is cleared and filled again answers too little meanwhile ({@link SearchIndex#rebuildInPlace}). One that is built
 * beside the old one and then swapped is whole, but lacks what was written while it was built ({@link SearchIndex#rebuildAndForget}); a
 * lock for the time of the build stops the writers for minutes, and a log of the writes has to be kept by every writer, in case
 * somebody rebuilds.
 *
 * <p>The recipe keeps the documents and the index as one immutable version in an {@link AtomicCow}. The rebuild reads the documents of
 * one moment, for as long as it takes. What was written since is the {@linkplain PersistentBTreeMap#diff difference} between two
 * versions of the documents: it is found without a log, in time for the changes and not for all documents. It is applied once outside
 * of the writers' turn, where it may be much, and once in their turn, where little is left, and the result is published: nothing can
 * come between.
 */
@Timeout(60)
class IndexRebuildTest {
    private static final int DOCUMENTS = 300;
    private static final int WRITES = 600;

    private static final Function<String, List<String>> AS_WRITTEN = text -> List.of(text.split(" "));
    private static final Function<String, List<String>> IN_LOWER_CASE =
            text -> List.of(text.toLowerCase(Locale.ROOT).split(" "));

    /** The recipe. */
    static final class SearchIndex {
        private final AtomicCow<Version> published;

        /** The documents, the index of just these, and how their words are found. */
        private record Version(
                Function<String, List<String>> words,
                PersistentBTreeMap<Integer, String> documents,
                PersistentBTreeMap<String, PersistentBTreeSet<Integer>> index) {
            /** The version of other documents: only what differs is indexed. */
            Version of(PersistentBTreeMap<Integer, String> others) {
                CowBTreeMap<String, PersistentBTreeSet<Integer>> edited = index.mutableCopy();
                PersistentBTreeMap.diff(documents, others).forEach(change -> {
                    if (change instanceof MapChange.Added<Integer, String> added) {
                        add(edited, added.key(), added.value());
                    } else if (change instanceof MapChange.Removed<Integer, String> removed) {
                        remove(edited, removed.key(), removed.value());
                    } else if (change instanceof MapChange.Changed<Integer, String> changed) {
                        remove(edited, changed.key(), changed.before());
                        add(edited, changed.key(), changed.after());
                    }
                });
                return new Version(words, others, edited.snapshot());
            }

            private void add(CowBTreeMap<String, PersistentBTreeSet<Integer>> edited, int id, String text) {
                for (String word : words.apply(text)) {
                    edited.merge(word, PersistentBTreeSet.of(id), PersistentBTreeSet::union);
                }
            }

            private void remove(CowBTreeMap<String, PersistentBTreeSet<Integer>> edited, int id, String text) {
                for (String word : words.apply(text)) {
                    edited.computeIfPresent(word, (same, ids) -> {
                        PersistentBTreeSet<Integer> left = ids.minus(id);
                        return left.isEmpty() ? null : left;
                    });
                }
            }
        }

        SearchIndex(Function<String, List<String>> words) {
            published = AtomicCow.of(new Version(words, PersistentBTreeMap.empty(), PersistentBTreeMap.empty()));
        }

        void put(int id, String text) {
            published.updateAndGet(now -> now.of(now.documents.plus(id, text)));
        }

        void remove(int id) {
            published.updateAndGet(now -> now.of(now.documents.minus(id)));
        }

        /** The documents that have all of some words, at one moment. */
        PersistentBTreeSet<Integer> find(String first, String... others) {
            Version now = published.get();
            PersistentBTreeSet<Integer> found = now.index.getOrDefault(first, PersistentBTreeSet.empty());
            for (String word : others) {
                found = found.intersection(now.index.getOrDefault(word, PersistentBTreeSet.empty()));
            }
            return found;
        }

        PersistentBTreeMap<Integer, String> documents() {
            return published.get().documents;
        }

        /** Indexes all documents anew; for any thread, beside any number of queries and writes. */
        void rebuild(Function<String, List<String>> words) {
            PersistentBTreeMap<Integer, String> begun = documents();
            Version rebuilt = new Version(words, PersistentBTreeMap.empty(), PersistentBTreeMap.empty()).of(begun);
            Version nearly = rebuilt.of(documents());
            published.updateAndGet(now -> nearly.of(now.documents));
        }

        /** The usual way: whole, but without what was written meanwhile. */
        void rebuildAndForget(Function<String, List<String>> words) {
            published.set(new Version(words, PersistentBTreeMap.empty(), PersistentBTreeMap.empty()).of(documents()));
        }

        /** Another usual way: nothing is lost, but queries find little until it is done. */
        void rebuildInPlace(Function<String, List<String>> words) {
            Version before = published.getAndUpdate(
                    now -> new Version(words, PersistentBTreeMap.empty(), PersistentBTreeMap.empty()));
            before.documents.forEach(this::put);
        }
    }

    /** One of the ways to rebuild. */
    @FunctionalInterface
    private interface Rebuild {
        void rebuild(SearchIndex index, Function<String, List<String>> words);
    }

    private static SearchIndex filled() {
        SearchIndex index = new SearchIndex(AS_WRITTEN);
        IntStream.range(0, DOCUMENTS).forEach(id -> index.put(id, "All Number" + id));
        return index;
    }

    /** Cuts a text into words in lower case; stands still at one of the first documents. */
    private static Function<String, List<String>> stopping(Runnable stop) {
        AtomicInteger calls = new AtomicInteger();
        return text -> {
            if (calls.incrementAndGet() == 10) {
                stop.run();
            }
            return IN_LOWER_CASE.apply(text);
        };
    }

    /** Whether an index is that of its documents: compared with one that was never rebuilt. */
    private static void assertIndexed(SearchIndex index, Function<String, List<String>> words) {
        SearchIndex fresh = new SearchIndex(words);
        index.documents().forEach(fresh::put);
        Stream<String> all = index.documents().values().stream().flatMap(text -> words.apply(text).stream());
        assertThat(all.distinct())
                .allSatisfy(word -> assertThat(index.find(word)).isEqualTo(fresh.find(word)));
        assertThat(index.published.get().index())
                .isEqualTo(fresh.published.get().index());
    }

    // ---- what an index does

    @Test
    void findsWhatWasPutAndNotWhatWasRemoved() {
        SearchIndex index = new SearchIndex(AS_WRITTEN);
        index.put(1, "black cat");
        index.put(2, "black dog");
        index.put(3, "white cat");
        assertThat(index.find("black", "cat")).containsExactly(1);
        assertThat(index.find("black", "horse")).isEmpty();
        index.put(1, "grey cat");
        index.remove(3);
        assertThat(index.find("black")).containsExactly(2);
        assertThat(index.find("cat")).containsExactly(1);
        assertThat(index.find("white")).isEmpty();
        assertIndexed(index, AS_WRITTEN);
    }

    @Test
    void aRebuildChangesHowWordsAreFound() {
        SearchIndex index = filled();
        assertThat(index.find("all")).isEmpty();
        index.rebuild(IN_LOWER_CASE);
        assertThat(index.find("all")).hasSize(DOCUMENTS);
        assertThat(index.find("All")).isEmpty();
        index.put(0, "ALL NEW");
        assertThat(index.find("new", "all")).containsExactly(0);
        assertIndexed(index, IN_LOWER_CASE);
    }

    @Test
    void aRebuildThatFailsLeavesTheIndex() {
        SearchIndex index = filled();
        assertThatThrownBy(() -> index.rebuild(stopping(() -> {
                    throw new IllegalStateException("no dictionary");
                })))
                .hasMessage("no dictionary");
        assertThat(index.find("All")).hasSize(DOCUMENTS);
        assertIndexed(index, AS_WRITTEN);
    }

    // ---- queries go on

    /** What a query finds while a rebuild stands still. */
    private static PersistentBTreeSet<Integer> foundInMidRebuild(Rebuild way) throws Exception {
        SearchIndex index = filled();
        try (Standstill standstill = new Standstill()) {
            Future<?> rebuild = standstill.of(stop -> way.rebuild(index, stopping(stop)));
            PersistentBTreeSet<Integer> found = standstill.beside(() -> index.find("All"));
            standstill.goOn();
            Standstill.finish(rebuild);
            assertIndexed(index, IN_LOWER_CASE);
            return found;
        }
    }

    @Test
    void queriesFindEverythingDuringARebuild() throws Exception {
        assertThat(foundInMidRebuild(SearchIndex::rebuild)).hasSize(DOCUMENTS);
    }

    @Test
    void anIndexThatIsRebuiltInPlaceFindsLittle() throws Exception {
        assertThat(foundInMidRebuild(SearchIndex::rebuildInPlace)).hasSizeLessThan(10);
    }

    // ---- writes go on

    /** What an index is after a document was added, one changed and one removed while a rebuild stood still. */
    private static SearchIndex writtenInMidRebuild(Rebuild way) throws Exception {
        SearchIndex index = filled();
        try (Standstill standstill = new Standstill()) {
            Future<?> rebuild = standstill.of(stop -> way.rebuild(index, stopping(stop)));
            boolean written = standstill.beside(() -> {
                index.put(DOCUMENTS, "All New");
                index.put(1, "All Changed");
                index.remove(2);
                return true;
            });
            assertThat(written).isTrue();
            standstill.goOn();
            Standstill.finish(rebuild);
            assertIndexed(index, IN_LOWER_CASE);
            return index;
        }
    }

    @Test
    void whatIsWrittenDuringARebuildIsInTheNewIndex() throws Exception {
        SearchIndex index = writtenInMidRebuild(SearchIndex::rebuild);
        assertThat(index.find("new")).containsExactly(DOCUMENTS);
        assertThat(index.find("changed")).containsExactly(1);
        assertThat(index.find("number1")).isEmpty();
        assertThat(index.find("all")).hasSize(DOCUMENTS).doesNotContain(2);
    }

    @Test
    void anIndexThatIsOnlySwappedForgetsThem() throws Exception {
        SearchIndex index = writtenInMidRebuild(SearchIndex::rebuildAndForget);
        assertThat(index.find("new")).isEmpty();
        assertThat(index.find("changed")).isEmpty();
        assertThat(index.find("all")).contains(2);
    }

    @Test
    void threadsThatQueryWriteAndRebuildAtOnce() throws Exception {
        SearchIndex index = filled();
        int views = WhileWritten.check(
                () -> {
                    SearchIndex.Version now = index.published.get();
                    int found = now.index()
                                    .getOrDefault("All", PersistentBTreeSet.empty())
                                    .size()
                            + now.index()
                                    .getOrDefault("all", PersistentBTreeSet.empty())
                                    .size();
                    assertThat(found)
                            .isEqualTo(DOCUMENTS)
                            .isEqualTo(now.documents().size());
                },
                () -> write(index, 0),
                () -> write(index, 1),
                () -> IntStream.range(0, 10).forEach(i -> index.rebuild(i % 2 == 0 ? IN_LOWER_CASE : AS_WRITTEN)));
        assertThat(views).isPositive();
        assertIndexed(index, AS_WRITTEN);
        assertThat(IntStream.range(0, DOCUMENTS))
                .allSatisfy(id ->
                        assertThat(index.documents().get(id)).isEqualTo("All Round" + (WRITES / (DOCUMENTS / 2) - 1)));
    }

    /** Each writer has every second document, and writes it again and again. */
    private static void write(SearchIndex index, int writer) {
        for (int i = 0; i < WRITES; i++) {
            int round = i / (DOCUMENTS / 2);
            index.put(2 * (i % (DOCUMENTS / 2)) + writer, "All Round" + round);
        }
    }
}
